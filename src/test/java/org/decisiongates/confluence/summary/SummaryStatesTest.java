package org.decisiongates.confluence.summary;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.RenderedMacro;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.GoldenParts;
import org.decisiongates.fixture.HeaderBuilder;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeeklySummary;

/**
 * Every state of the macro in every kind of output, with usual, missing and hostile contents: one golden for a notice, and for a week one
 * for each of its parts, in which outputs that are equal stand once. What must hold in every one of them is asserted besides.
 */
public class SummaryStatesTest {

    private static final String NOTICE = "confluence/macro/macro-notice.state-";
    private static final URI JIRA = URI.create("https://jira.example.org/jira");
    private static final Instant FETCHED = Instant.parse("2026-11-20T09:15:00Z");
    private static final Map<String, String> SHOP = Map.of("project", "SHOP");
    /** Enough of a week to see what is known and what is not. */
    private static final Map<String, String> SHORT = Map.of("project", "SHOP", "sections", "questions,blockers,closures", "rows", "1");
    private static final Set<String> ON_PAGES = Set.of("display", "preview");
    /** What is wrong with the macro itself is found out before Jira is asked. */
    private static final Map<Reason, List<Map<String, String>>> FAULTS = Map.of(
            Reason.NO_PROJECT, List.of(Map.of(), Map.of(), Map.of("project", " ")),
            Reason.BAD_PROJECT, List.of(Map.of("project", "SHOP board"), Map.of("project", "-"), Map.of("project", GoldenHtml.HOSTILE)),
            Reason.BAD_QUERY,
            List.of(Map.of("jql", "project = SHOP\nAND x"), Map.of("jql", "x\u0000"), Map.of("jql", GoldenHtml.HOSTILE + "\u0000")),
            Reason.PROJECT_AND_QUERY, List.of(Map.of("project", "SHOP", "jql", "x"), Map.of("project", "-", "jql", "x"),
                    Map.of("project", GoldenHtml.HOSTILE, "jql", GoldenHtml.HOSTILE)),
            Reason.BAD_WEEK, List.of(Map.of("project", "SHOP", "week", "W47"), Map.of("project", "SHOP", "week", "-"),
                    Map.of("project", "SHOP", "week", GoldenHtml.HOSTILE)));

    @Test
    public void showsEveryReasonInEveryOutput() {
        for (Reason reason : SummaryPage.REASONS) {
            Map<String, RenderedMacro> variants = new LinkedHashMap<>();
            if (FAULTS.containsKey(reason)) {
                List<Map<String, String>> faults = FAULTS.get(reason);
                variants.put("typical", SummaryMacros.of(faults.get(0), mock(JiraClient.class)));
                variants.put("empty", SummaryMacros.of(faults.get(1), mock(JiraClient.class)));
                variants.put("hostile", SummaryMacros.of(faults.get(2), mock(JiraClient.class)));
            } else if (reason == Reason.FAILED) {
                variants.put("typical", SummaryMacros.of(SHOP, failing()));
                variants.put("hostile", SummaryMacros.of(Map.of("jql", GoldenHtml.HOSTILE), failing()));
            } else {
                variants.put("typical", SummaryMacros.of(SHOP,
                        new Missing(reason, subject(reason), wayOut(reason, "https://jira.example.org/authorise?a=1&b=2"))));
                variants.put("empty", SummaryMacros.of(SHOP, new Missing(reason, "", Optional.empty())));
                variants.put("hostile", SummaryMacros.of(SHOP,
                        new Missing(reason, GoldenHtml.HOSTILE, wayOut(Reason.AUTHORISE, "javascript:alert('x-injected')"))));
            }
            keeps(NOTICE + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), variants);
            variants.forEach((variant, rendered) -> RenderedMacro.OUTPUTS.forEach(output -> {
                Document notice = Jsoup.parse(rendered.in(output));
                assertEquals(reason + ": a table reads as if nothing were open", 0, notice.select("table").size());
                assertTrue(reason + ": a title, a text and a step", notice.select("p").size() >= 3);
                assertEquals(reason + " " + output, ON_PAGES.contains(output) ? 1 : 0, notice.select("a.decision-gates-week-help").size());
            }));
        }
    }

    @Test
    public void explainsEveryBadParameterInEveryOutput() {
        Map<String, RenderedMacro> variants = new LinkedHashMap<>();
        Map<String, String> bad = new TreeMap<>(Map.of("mode", "short", "frozen", "maybe", "rows", "0", "sections", "blockers, wishes"));
        bad.forEach((name, value) -> variants.put("typical " + name,
                SummaryMacros.of(Map.of("project", "SHOP", name, value), mock(JiraClient.class))));
        variants.put("typical sections of a mode",
                SummaryMacros.of(Map.of("project", "SHOP", "mode", "executive", "sections", "asks"), mock(JiraClient.class)));
        bad.putAll(Map.of("project", "SHOP board", "week", "soon"));
        variants.put("typical all", SummaryMacros.of(bad, mock(JiraClient.class)));
        bad.replaceAll((name, value) -> GoldenHtml.HOSTILE);
        variants.put("hostile all", SummaryMacros.of(bad, mock(JiraClient.class)));
        keeps(NOTICE + "bad-parameters", variants);
    }

    /** Every state in which a week is shown, by its name. */
    private static Map<String, Map<String, RenderedMacro>> weeks() {
        Map<String, Map<String, RenderedMacro>> states = new LinkedHashMap<>();
        for (String mode : List.of("full", "executive")) {
            Map<String, String> wanted = Map.of("project", "SHOP", "mode", mode);
            Map<String, RenderedMacro> variants = new LinkedHashMap<>();
            variants.put("typical", SummaryMacros.of(wanted, fresh(Summaries.typical())));
            variants.put("empty", SummaryMacros.of(wanted, fresh(Summaries.empty())));
            variants.put("hostile", SummaryMacros.of(wanted, fresh(Summaries.hostile())));
            states.put("live-" + mode, variants);
        }
        states.put("copy", copies());
        unknowns().forEach((state, header) -> {
            Map<String, RenderedMacro> variants = new LinkedHashMap<>();
            variants.put("typical", SummaryMacros.of(SHORT, fresh(in(header, Summaries.typical()))));
            variants.put("empty", SummaryMacros.of(SHORT, fresh(in(header, Summaries.empty()))));
            variants.put("hostile", SummaryMacros.of(SHORT, fresh(in(header, Summaries.hostile()))));
            states.put(state, variants);
        });
        SummaryHeader enabled = header(Optional.empty(), false, false, SummaryHeader.Numbers.CURRENT);
        SummaryHeader off = HeaderBuilder.like(enabled).rebuilt(false).enabled(false).partial(false).header();
        states.put("not-enabled", Map.of("typical", SummaryMacros.of(SHORT, fresh(in(off, Summaries.typical())))));
        Map<String, RenderedMacro> more = new LinkedHashMap<>();
        more.put("typical", SummaryMacros.of(SHORT, fresh(Summaries.blockers(200, 500))));
        more.put("typical of a query", SummaryMacros.of(Map.of("jql", "labels = \"a & b\"", "sections", "blockers", "rows", "1"),
                fresh(asked(Summaries.blockers(200, 500)))));
        more.put("hostile of a query", SummaryMacros.of(Map.of("jql", "x", "sections", "blockers", "rows", "1"),
                fresh(in(header(Optional.empty(), false, false, SummaryHeader.Numbers.CURRENT), Summaries.hostile()))));
        String text = GoldenHtml.HOSTILE;
        RiskItem risk = new RiskItem("SHOP-7", text, text, text, Optional.of(text), Optional.empty());
        more.put("hostile of risks", SummaryMacros.of(Map.of("project", "SHOP", "sections", "risks"),
                fresh(SummaryBuilder.like(Summaries.hostile()).risks(Listing.of(List.of(risk))).summary())));
        states.put("more", more);
        return states;
    }

    private static Map<String, RenderedMacro> copies() {
        Map<String, RenderedMacro> variants = new LinkedHashMap<>();
        for (Reason why : EnumSet.of(Reason.UNREACHABLE, Reason.TOO_SLOW, Reason.BUSY, Reason.BROKEN, Reason.REFUSED)) {
            variants.put("typical " + why.name().toLowerCase(Locale.ROOT),
                    SummaryMacros.of(SHORT, copy(Summaries.typical(), why, Duration.ofMinutes(7))));
        }
        variants.put("typical of days", SummaryMacros.of(SHORT, copy(Summaries.typical(), Reason.UNREACHABLE, Duration.ofDays(3))));
        variants.put("typical frozen",
                SummaryMacros.of(SHORT, copy(frozen(Summaries.typical(), false), Reason.UNREACHABLE, Duration.ofHours(2))));
        variants.put("empty", SummaryMacros.of(SHORT, copy(Summaries.empty(), Reason.UNREACHABLE, Duration.ZERO)));
        variants.put("hostile", SummaryMacros.of(SHORT, copy(Summaries.hostile(), Reason.UNREACHABLE, Duration.ofDays(99999))));
        return variants;
    }

    private static Map<String, SummaryHeader> unknowns() {
        Map<String, SummaryHeader> frames = new TreeMap<>();
        for (SummaryHeader.Numbers numbers : EnumSet.of(SummaryHeader.Numbers.BEHIND, SummaryHeader.Numbers.PENDING,
                SummaryHeader.Numbers.TOO_MANY)) {
            frames.put("numbers-" + numbers.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    header(Optional.empty(), false, false, numbers));
        }
        frames.put("partly-hidden", header(Optional.empty(), false, true, SummaryHeader.Numbers.CURRENT));
        frames.put("frozen", header(Optional.of(FETCHED), false, false, SummaryHeader.Numbers.CURRENT));
        frames.put("rebuilt", header(Optional.of(FETCHED), true, false, SummaryHeader.Numbers.CURRENT));
        return frames;
    }

    @Test
    public void showsEveryPartOfAWeekInEveryStateAndOutput() {
        GoldenParts kept = new GoldenParts("macro-");
        weeks().forEach((state, variants) -> variants.forEach((variant, rendered) -> {
            String[] words = variant.split(" ", 2);
            String where = words.length == 1 ? state : state + " " + words[1];
            for (String output : RenderedMacro.OUTPUTS) {
                assertIsSound(where + " in " + output, output, Jsoup.parse(rendered.in(output)));
                kept.add(words[0], where, output, rendered.in(output));
            }
        }));
        kept.keep();
    }

    @Test
    public void callsNoCopyLive() {
        copies().forEach((variant, rendered) -> {
            for (String output : RenderedMacro.OUTPUTS) {
                assertFalse(variant + " in " + output,
                        Jsoup.parse(rendered.in(output)).select(".decision-gates-week-facts").text().contains("Live"));
            }
        });
    }

    @Test
    public void saysHowManyMoreThereAreAndWhere() {
        Document page = Jsoup.parse(SummaryMacros.of(SHOP, fresh(Summaries.blockers(200, 500))).in("display"));
        assertEquals(200, page.select(".decision-gates-week-blockers tbody tr").size());
        assertEquals("300 more are in Jira and not listed here.",
                page.select(".decision-gates-week-blockers .decision-gates-week-sentence").text());
        assertEquals(
                "https://jira.example.org/jira/issues/?jql=%28project+%3D+10000%29+AND+%28issuetype+%3D+10001+AND+status+in+%281%2C+10009%2C+10010%29%29"
                        + "+ORDER+BY+duedate+ASC%2C+created+ASC",
                page.select(".decision-gates-week-blockers a.decision-gates-week-list").attr("href"));
        assertEquals("everything is there", 0, Jsoup.parse(SummaryMacros.of(SHOP, fresh(Summaries.blockers(200, 200))).in("display"))
                .select("a.decision-gates-week-list").size());
    }

    /** Compares the state with what is kept, and asks of every output what must hold in all of them. */
    private static void keeps(String name, Map<String, RenderedMacro> variants) {
        variants.forEach((variant, rendered) -> RenderedMacro.OUTPUTS
                .forEach(output -> assertIsSound(name + ", " + variant + " in " + output, output, Jsoup.parse(rendered.in(output)))));
        GoldenHtml.keeps(name + ".html", RenderedMacro.describe(variants));
    }

    private static void assertIsSound(String where, String output, Document shown) {
        assertEquals(where, 0,
                shown.select("injected, script, img, style, form, input, [x-injected], [onerror], [onclick], [style]").size());
        for (Element link : shown.select("a")) {
            boolean on = ON_PAGES.contains(output);
            assertTrue(where + ": " + link, link.attr("href").startsWith("https://jira.example.org/")
                    || on && link.attr("href").startsWith("/confluence/plugins/servlet/"));
            assertTrue(where + ": nobody follows it from there",
                    on || !link.hasClass("decision-gates-week-refresh") && !link.hasClass("decision-gates-week-previous"));
        }
        assertEquals(where + ": nothing is drawn or folded", 0, ON_PAGES.contains(output) ? 0 : shown.select("svg, details").size());
        assertFalse(where + ": nothing depends on the time", output.equals("diff")
                && shown.text().matches("(?s).*(as of|minutes? old|days old|hours? old|Live|Last good copy|12 days).*"));
        assertEquals(where + ": whoever sees no colours reads brackets", 0, ON_PAGES.contains(output) ? 0
                : shown.select(".aui-lozenge").stream().filter(mark -> !mark.text().matches("\\[.*]")).count());
        assertEquals(where + ": an empty table", 0,
                shown.select("table").stream().filter(table -> table.select("tbody tr").isEmpty()).count());
    }

    private static JiraClient failing() {
        JiraClient summaries = mock(JiraClient.class);
        when(summaries.ask(any(SummaryQuestion.class))).thenThrow(new IllegalStateException("the links are gone"));
        return summaries;
    }

    private static Optional<URI> wayOut(Reason reason, String address) {
        return reason == Reason.AUTHORISE ? Optional.of(URI.create(address)) : Optional.empty();
    }

    private static String subject(Reason reason) {
        return switch (reason) {
            case NO_PERMISSION, NOT_ENABLED -> "SHOP";
            case WEEK_NOT_BEGUN, WEEK_NOT_FROZEN, WEEK_NOT_KEPT, WEEK_ALTERED -> "2026-W47";
            default -> "Company Jira";
        };
    }

    private static JiraAnswer fresh(WeeklySummary week) {
        return new Found(week, JIRA, FETCHED, Duration.ZERO, Optional.empty());
    }

    private static JiraAnswer copy(WeeklySummary week, Reason why, Duration age) {
        return new Found(week, JIRA, FETCHED, age, Optional.of(why));
    }

    private static WeeklySummary frozen(WeeklySummary week, boolean rebuilt) {
        return in(header(Optional.of(FETCHED), rebuilt, false, SummaryHeader.Numbers.CURRENT), week);
    }

    private static SummaryHeader header(Optional<Instant> frozen, boolean rebuilt, boolean partial, SummaryHeader.Numbers numbers) {
        return aHeader().asOf(FETCHED).browseUrl(JIRA + "/browse/").frozenAt(frozen).rebuilt(rebuilt).partial(partial).numbers(numbers)
                .lists(Summaries.typical().header().lists()).header();
    }

    private static WeeklySummary asked(WeeklySummary week) {
        SummaryScope scope = new SummaryScope(SummaryScope.Kind.JQL, "labels = \"a & b\"", "labels = \"a & b\"");
        return SummaryBuilder.like(week).scope(scope).summary();
    }

    private static WeeklySummary in(SummaryHeader header, WeeklySummary week) {
        Listing<org.decisiongates.summary.OpenItem> blockers = header.rebuilt() && !week.blockers().rows().isEmpty()
                ? new Listing<>(List.of(), week.blockers().total())
                : week.blockers();
        Listing<org.decisiongates.summary.OpenItem> decisions = header.rebuilt() ? new Listing<>(List.of(), week.decisions().total())
                : week.decisions();
        return SummaryBuilder.like(week).header(header).blockers(blockers).decisions(decisions).summary();
    }
}
