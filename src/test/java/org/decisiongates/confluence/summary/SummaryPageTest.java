package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.atlassian.sal.api.message.LocaleResolver;
import org.jsoup.Jsoup;
import org.junit.Test;

import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.confluence.macro.MacroNoticeView;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.HeaderBuilder;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.page.Surface;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SummaryHeader;

/** What answers that are no summary say and where they lead; what a copy that is not fresh says about itself. */
public class SummaryPageTest {

    private static final URI JIRA = URI.create("https://jira.example.org/jira/");
    private static final Instant FETCHED = Instant.parse("2026-11-20T09:15:00Z");
    private static final SummaryParameters WANTED = SummaryParameters.of(Map.of("project", "SHOP"));
    private static final PageLinks REFRESH = new PageLinks(Optional.of("/confluence/refresh?project=SHOP&pageId=7"), Optional.empty());

    private static final String HELP = "/confluence/plugins/servlet/decision-gates/help";

    private final SummaryPage page = in(Locale.ENGLISH);

    @Test
    public void leadsNowhereFromADocument() {
        for (Reason reason : SummaryPage.REASONS) {
            Missing missing = new Missing(reason, subject(reason), Optional.of(URI.create("https://jira.example.org/authorise")));
            for (Surface surface : List.of(Surface.DOCUMENT, Surface.COMPARISON)) {
                String document = golden(page.notice(missing, surface, REFRESH, HELP)).render();
                assertFalse(document, document.contains("href"));
                assertEquals("apart from the links it is the same",
                        text(page.notice(missing, Surface.PAGE, PageLinks.NONE, HELP)).replace("Log in to Jira and approve", "")
                                .replace("Help for this macro", "").strip(),
                        Jsoup.parse(document).text());
            }
        }
    }

    @Test
    public void givesEveryReasonWordsOfItsOwn() {
        for (String part : List.of(".title", ".text")) {
            for (Reason one : SummaryPage.REASONS) {
                for (Reason other : SummaryPage.REASONS) {
                    if (one != other) {
                        assertNotEquals(new BundleTexts().getText(SummaryPage.MISSING + one.key() + part, "x"),
                                new BundleTexts().getText(SummaryPage.MISSING + other.key() + part, "x"));
                    }
                }
            }
        }
    }

    @Test
    public void explainsEveryBadParameterAtOnce() {
        Map<String, String> bad = Map.of("project", "SHOP board", "week", "soon", "mode", "short", "sections", "blockers, wishes", "rows",
                "many", "frozen", "maybe");
        String html = golden(page.notice(SummaryParameters.of(bad), Surface.PAGE, HELP)).matches("parameters-typical");
        for (String value : bad.values()) {
            assertTrue(value, html.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))
                    || value.equals("blockers, wishes") && html.contains("names wishes"));
        }
        golden(page.notice(SummaryParameters.of(Map.of("rows", "0")), Surface.PAGE, HELP)).matches("parameters-empty");
        golden(page.notice(
                SummaryParameters.of(Map.of("project", GoldenHtml.HOSTILE, "mode", GoldenHtml.HOSTILE, "sections", GoldenHtml.HOSTILE)),
                Surface.PAGE, HELP))
                .matches("parameters-hostile");
    }

    @Test
    public void explainsASingleFaultByItself() {
        assertEquals("The macro needs a Jira project", page.notice(SummaryParameters.of(Map.of()), Surface.PAGE, HELP).title());
    }

    @Test
    public void saysHowOldACopyIsAndWhyThereIsNoNewerOne() {
        Map<Duration, String> ages = Map.of(Duration.ofSeconds(20), "less than a minute old", Duration.ofMinutes(61), "1 hour old",
                Duration.ofDays(3), "3 days old",
                Duration.ofMinutes(7), "7 minutes old");
        ages.forEach((age, words) -> {
            Found stale = new Found(Summaries.typical(), JIRA, FETCHED, age, Optional.of(Reason.UNREACHABLE));
            List<String> notes = page.summary(stale, WANTED, Surface.PAGE, REFRESH).notes().stream().map(MarkView::text).toList();
            assertTrue(notes + "", notes.get(0).contains(words) && notes.get(0).contains("Jira is not available"));
            assertEquals("an age differs from one rendering to the next", List.of(),
                    page.summary(stale, WANTED, Surface.COMPARISON, REFRESH).notes());
        });
    }

    @Test
    public void offersToAskAgainOnPagesOnly() {
        Found fresh = new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty());
        assertEquals(List.of(REFRESH.refresh().get()), page.summary(fresh, WANTED, Surface.PAGE, REFRESH).links().stream()
                .filter(link -> link.name().equals("refresh")).map(LinkView::href).toList());
        assertEquals(List.of("https://jira.example.org/jira/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link"),
                page.summary(fresh, WANTED, Surface.DOCUMENT, REFRESH).links().stream().map(LinkView::href).toList());
        assertEquals(List.of(), page.summary(fresh, WANTED, Surface.COMPARISON, REFRESH).links());
    }

    @Test
    public void leadsToTheWeekBeforeFromPagesAboutAProject() {
        String jira = "https://jira.example.org/jira/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
        Found fresh = new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty());
        assertEquals(List.of(jira + "&week=2026-W46", jira), addresses(fresh, Map.of("project", "SHOP"), Surface.PAGE));
        assertEquals(List.of(jira + "&week=2026-W46", jira + "&week=last"),
                addresses(fresh, Map.of("project", "SHOP", "week", "last"), Surface.PAGE));
        assertEquals("nobody follows it from paper", List.of(jira), addresses(fresh, Map.of("project", "SHOP"), Surface.DOCUMENT));
        assertEquals("no weeks are kept of a query", 1, addresses(fresh, Map.of("jql", "project = SHOP"), Surface.PAGE).size());
        Found nonsense = new Found(Summaries.hostile(), JIRA, FETCHED, Duration.ZERO, Optional.empty());
        assertEquals("what Jira calls the week is no week", List.of(jira), addresses(nonsense, Map.of("project", "SHOP"), Surface.PAGE));
    }

    @Test
    public void leadsToOtherWeeksOnTheSamePage() {
        Found live = new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty());
        SummaryHeader header = Summaries.typical().header();
        Found over = new Found(SummaryBuilder.like(Summaries.typical())
                .header(HeaderBuilder.like(header).asOf(Instant.parse("2026-11-23T09:15:00Z")).header()).summary(), JIRA, FETCHED,
                Duration.ZERO, Optional.empty());
        Found frozen = new Found(SummaryBuilder.like(Summaries.typical())
                .header(HeaderBuilder.like(header).frozenAt(Optional.of(FETCHED)).header()).summary(), JIRA, FETCHED, Duration.ZERO,
                Optional.empty());

        assertEquals(List.of("previous 2026-W46", "compare own-2026-W46"), weeks(live, "", Surface.PAGE));
        assertEquals("it is over", List.of("previous 2026-W46", "next 2026-W48", "compare own-2026-W46"), weeks(over, "", Surface.PAGE));
        assertEquals(List.of("previous 2026-W46", "next 2026-W48", "current /confluence/display/DS/Week?a=b",
                "compare 2026-W47-2026-W46"),
                weeks(frozen, "2026-W47", Surface.PAGE));
        assertEquals(List.of("previous 2026-W46-2026-W45", "next 2026-W48-2026-W47", "compare-earlier own-2026-W44",
                "compare-later own-2026-W46", "alone /confluence/display/DS/Week?a=b"), weeks(frozen, "own-2026-W45", Surface.PAGE));
        assertEquals("nobody follows it from paper", List.of(), weeks(frozen, "2026-W47", Surface.DOCUMENT));
    }

    @Test
    public void leadsFromOneOwnersItemsBackToThoseOfEverybody() {
        String address = "/confluence/display/DS/Week";
        WeekNavigation weeks = WeekNavigation.at(address, WANTED.question(), "2026-W46", "Ann");
        Found found = new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty());
        WeekView view = page.summary(found, WANTED.asking(weeks.question()), Surface.PAGE,
                new PageLinks(Optional.empty(), Optional.of(weeks)));

        assertEquals(List.of(WeekNavigation.at(address, WANTED.question(), "2026-W46", "").here()),
                view.links().stream().filter(link -> link.name().equals("everybody")).map(LinkView::href).toList());
        assertTrue("who goes to another week stays with that owner",
                view.links().stream().filter(link -> link.name().equals("previous")).allMatch(link -> link.href().endsWith("-Ann")));
    }

    /** What leads to weeks, as names and weeks or addresses. */
    private List<String> weeks(Found found, String chosen, Surface surface) {
        SummaryQuestion stored = WANTED.question();
        String address = "/confluence/display/DS/Week?a=b";
        WeekNavigation weeks = WeekNavigation.at(address, stored, chosen, "");
        return page.summary(found, WANTED.asking(weeks.question()), surface, new PageLinks(Optional.empty(), Optional.of(weeks))).links()
                .stream().filter(link -> link.href().startsWith(address))
                .map(link -> link.name() + " " + link.href().replaceFirst(".*&decision-week=[0-9a-f]{8}-", "")).toList();
    }

    @Test
    public void callsACopyACopy() {
        for (Surface surface : List.of(Surface.PAGE, Surface.DOCUMENT)) {
            assertTrue(marks(Optional.of(Reason.UNREACHABLE), surface).contains("Last good copy"));
            assertTrue(marks(Optional.empty(), surface).contains("Live"));
        }
        assertEquals("whether Jira answered may differ from one rendering to the next", marks(Optional.empty(), Surface.COMPARISON),
                marks(Optional.of(Reason.UNREACHABLE), Surface.COMPARISON));
    }

    @Test
    public void writesDatesAsTheReaderDoes() {
        WeekView view = in(Locale.GERMANY).summary(new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty()), WANTED,
                Surface.PAGE, REFRESH);

        assertEquals("18.11.2026", view.sections().get(1).rows().get(0).cells().get(3).text());
    }

    @Test
    public void linksBelowTheContextOfJira() {
        WeekView view = page.summary(new Found(Summaries.typical(), JIRA, FETCHED, Duration.ZERO, Optional.empty()), WANTED,
                Surface.DOCUMENT, REFRESH);

        assertEquals("https://jira.example.org/jira/browse/SHOP-7",
                view.sections().get(1).rows().get(0).head().links().get(0).href());
    }

    private static GoldenHtml golden(MacroNoticeView view) {
        return GoldenHtml.of("confluence/macro/macro-notice.vm").with("view", view);
    }

    private static String text(MacroNoticeView view) {
        return Jsoup.parse(golden(view).render()).text();
    }

    private List<String> addresses(Found found, Map<String, String> parameters, Surface surface) {
        return page.summary(found, SummaryParameters.of(parameters), surface, PageLinks.NONE).links().stream().map(LinkView::href)
                .toList();
    }

    private String marks(Optional<Reason> stale, Surface surface) {
        Found found = new Found(Summaries.typical(), JIRA, FETCHED, Duration.ofMinutes(7), stale);
        return page.summary(found, WANTED, surface, REFRESH).marks().stream().map(MarkView::text).toList().toString();
    }

    private static String subject(Reason reason) {
        return reason == Reason.BAD_QUERY ? "project is SHOP" : reason == Reason.WEEK_NOT_FROZEN ? "2026-W47" : "Company Jira";
    }

    private static SummaryPage in(Locale locale) {
        return new SummaryPage(
                new ConfluenceTexts(new BundleTexts(), LoopbackLink.answering(LocaleResolver.class, (method, arguments) -> locale)));
    }
}
