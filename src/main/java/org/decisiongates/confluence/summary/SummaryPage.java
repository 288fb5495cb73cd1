package org.decisiongates.confluence.summary;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.page.ComparisonLinks;
import org.decisiongates.page.PersonProfileLinks;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.IsolatedText;
import org.decisiongates.time.Week;

/** Words an answer in the language of the reader. What came from Jira is text here, never an address. */
@ConfluenceComponent
final class SummaryPage {

    /** Before the name of a reason. */
    static final String MISSING = "decision-gates.weekly-summary.missing.";

    private static final int MAX_SUBJECT_LENGTH = 300;
    /** Characters of what somebody typed into an address that are shown again. */
    private static final int MAX_TYPED = 60;
    /** What another week has, where a reader went to this one. */
    private static final Set<Reason> OF_THE_ADDRESS = Set.of(Reason.WEEK_NOT_KEPT, Reason.WEEK_NOT_FROZEN);
    /** Where Jira shows the user of a name. */
    private static final String PROFILE = "/secure/ViewProfile.jspa?name=";

    private final ConfluenceTexts texts;

    SummaryPage(ConfluenceTexts texts) {
        this.texts = texts;
    }

    WeekView summary(Found found, SummaryParameters wanted, Surface surface, PageLinks ways) {
        WeeklySummary summary = found.content(wanted.question());
        String jira = isOfTheWeb(found.jira()) ? found.jira().toString().replaceAll("/+$", "") : "";
        List<LinkView> links = new ArrayList<>();
        if (surface == Surface.PAGE) {
            weeks(summary.header(), wanted.question(), ways, jira).forEach(links::add);
            ways.refresh().ifPresent(address -> links.add(link("refresh", address, "refresh")));
        }
        if (!jira.isEmpty() && surface != Surface.COMPARISON) {
            links.add(new LinkView(texts.text("decision-gates.weekly-summary.in-jira"), jira + wanted.question().path(), "jira"));
        }
        List<MarkView> notes = new ArrayList<>();
        if (surface != Surface.COMPARISON) {
            found.whyStale().ifPresent(why -> notes.add(new MarkView(
                    texts.text("decision-gates.weekly-summary.stale", age(found.age()), texts.text(MISSING + why.key() + ".title", "Jira")),
                    "warning")));
        }
        if (surface == Surface.PAGE) {
            ways.weeks().ifPresent(weeks -> weeks.misread()
                    .forEach(one -> notes.add(new MarkView(misread(one, weeks, summary.header()), "warning"))));
        }
        return WeekPage.in(texts.locale(), texts).of(summary,
                new RenderOptions(wanted.executive(), surface, wanted.parts(),
                        wanted.rows(), jira.isEmpty() ? "" : jira + "/browse/", links, notes, found.isStale()).titled(wanted.title())
                        .owning(name -> ways.weeks().map(weeks -> weeks.owned(name)).orElse(""))
                        // a picture there needs a login that this page cannot give
                        .introducing(user -> jira.isEmpty() ? PersonProfileLinks.NONE
                                : new PersonProfileLinks("", jira + PROFILE + URLEncoder.encode(user, StandardCharsets.UTF_8))));
    }

    /** What in the address cannot be meant, with what can. */
    private String misread(WeekNavigation.Misread one, WeekNavigation weeks, SummaryHeader shown) {
        String typed = IsolatedText.of(Abbreviation.of(one.typed(), MAX_TYPED));
        String example = Optional.of(Week.parse(shown.week())).filter(Week::hasPrevious).map(Week::previous).map(Week::text)
                .orElse(shown.week());
        return switch (one.kind()) {
            case NO_WEEK -> texts.text("decision-gates.page.address.no-week", typed, example, weeks.before(), 1);
            case WEEK_AHEAD -> texts.text("decision-gates.page.address.week-ahead", typed, 1);
            case NO_COMPARISON -> texts.text("decision-gates.page.address.no-comparison", typed, shown.week(), example,
                    weeks.beforeCompared());
            case NO_OWNER -> texts.text("decision-gates.page.address.no-owner", typed);
        };
    }

    /** The weeks before and after, on the page where that is possible, else the one before in Jira. */
    private List<LinkView> weeks(SummaryHeader shown, SummaryQuestion question, PageLinks ways, String jira) {
        List<LinkView> links = new ArrayList<>();
        if (ways.weeks().isPresent()) {
            WeekNavigation weeks = ways.weeks().get();
            question.weekBefore(shown).ifPresent(week -> links.add(link("week-before", weeks.address(week), "previous")));
            question.weekAfter(shown).ifPresent(week -> links.add(link("week-after", weeks.address(week), "next")));
            weeks.back().ifPresent(address -> links.add(link("week-of-page", address, "current")));
            question.weekOf(shown).ifPresent(week -> links
                    .addAll(new ComparisonLinks(texts, weeks::comparing, weeks.alone()).of(week, question.compared(shown))));
            weeks.everybody().ifPresent(
                    address -> links.add(new LinkView(texts.text("decision-gates.page.everybody"), address, "everybody")));
        } else if (!jira.isEmpty()) {
            question.weekBefore(shown).ifPresent(week -> links.add(link("week-before", jira + question.path(week), "previous")));
        }
        return links;
    }

    private LinkView link(String text, String address, String name) {
        return new LinkView(texts.text("decision-gates.weekly-summary." + text), address, name);
    }

    /** @param help address of the macro's help page */
    SummaryNoticeView notice(Missing missing, Surface surface, PageLinks ways, String help) {
        String key = MISSING + missing.reason().key();
        String subject = cut(missing.subject());
        List<LinkView> links = new ArrayList<>();
        if (surface == Surface.PAGE) {
            missing.address().filter(SummaryPage::isOfTheWeb)
                    .ifPresent(address -> links
                            .add(new LinkView(texts.text("decision-gates.weekly-summary.authorise"), address.toString(), "authorise")));
            ways.refresh().ifPresent(address -> links.add(link("again", address, "refresh")));
            ways.weeks().filter(WeekNavigation::isElsewhere)
                    .ifPresent(weeks -> links.add(link("week-of-page", weeks.page(), "current")));
            links.add(help(help));
        }
        Optional<WeekNavigation> elsewhere = ways.weeks().filter(WeekNavigation::isElsewhere)
                .filter(any -> OF_THE_ADDRESS.contains(missing.reason()));
        return new SummaryNoticeView(texts.text(key + ".title", subject), texts.text(key + ".text", subject), List.of(),
                elsewhere.map(weeks -> texts.text("decision-gates.weekly-summary.elsewhere.step", weeks.before()))
                        .orElseGet(() -> texts.text(key + ".step", subject)),
                links);
    }

    /** Everything that is wrong with the parameters at once, so that nobody edits the page five times. */
    SummaryNoticeView notice(SummaryParameters wanted, Surface surface, String help) {
        if (wanted.problems().isEmpty() && wanted.faults().size() == 1) {
            return notice(wanted.faults().get(0), surface, PageLinks.NONE, help);
        }
        List<String> problems = Stream.concat(
                wanted.faults().stream().map(fault -> texts.text(MISSING + fault.reason().key() + ".text", cut(fault.subject()))),
                wanted.problems().stream().map(problem -> texts.text(problem.key(), cut(problem.value())))).toList();
        return new SummaryNoticeView(texts.text("decision-gates.weekly-summary.bad.title"),
                texts.text("decision-gates.weekly-summary.bad.text"),
                problems,
                texts.text("decision-gates.weekly-summary.bad.step"), surface == Surface.PAGE ? List.of(help(help)) : List.of());
    }

    private LinkView help(String address) {
        return new LinkView(texts.text("decision-gates.weekly-summary.help"), address, "help");
    }

    private String age(Duration age) {
        if (age.toHours() == 0) {
            return texts.text("decision-gates.weekly-summary.age.minutes", age.toMinutes());
        }
        return age.toDays() == 0 ? texts.text("decision-gates.weekly-summary.age.hours", age.toHours())
                : texts.text("decision-gates.weekly-summary.age.days", age.toDays());
    }

    private static boolean isOfTheWeb(URI address) {
        return address != null && address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
    }

    private static String cut(String text) {
        return IsolatedText.of(Abbreviation.of(text, MAX_SUBJECT_LENGTH));
    }
}
