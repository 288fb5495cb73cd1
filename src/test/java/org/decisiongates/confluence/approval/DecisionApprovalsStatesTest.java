package org.decisiongates.confluence.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.MacroAddresses;
import org.decisiongates.confluence.macro.RenderedMacro;
import org.decisiongates.fixture.GoldenHtml;

/** Every state of the macro in every kind of output, with usual, missing and hostile contents: one golden for each state. */
public class DecisionApprovalsStatesTest {

    private static final String APPROVALS = "confluence/approval/decision-approvals.";
    private static final String NOTICE = "confluence/macro/macro-notice.approvals-";
    private static final Map<String, String> SHOP = Map.of("issues",
            "shop-12, SHOP-15 SHOP-99 SHOP-13 SHOP-14 SHOP-1 SHOP-2 GONE-1");
    private static final Set<String> ON_PAGES = Set.of("display", "preview");
    /** What is wrong with the macro itself is found out before Jira is asked. */
    private static final Map<Reason, List<String>> FAULTS = Map.of(Reason.NO_ISSUE, List.of("", " , "),
            Reason.BAD_ISSUE, List.of("SHOP", GoldenHtml.HOSTILE.replaceAll("[\\s,;]", "")),
            Reason.TOO_MANY_ISSUES,
            List.of("A-1 A-2 A-3 A-4 A-5 A-6 A-7 A-8 A-9 A-10 A-11 A-12 A-13 A-14 A-15 A-16 A-17 A-18 A-19 A-20 A-21"));

    @Test
    public void showsEveryReasonInEveryOutput() {
        for (Reason reason : DecisionApprovalsFormatter.REASONS) {
            Map<String, RenderedMacro> variants = new LinkedHashMap<>();
            if (FAULTS.containsKey(reason)) {
                FAULTS.get(reason).forEach(issues -> variants.put("typical " + variants.size(),
                        rendered(Map.of("issues", issues), mock(JiraClient.class))));
            } else if (reason == Reason.FAILED) {
                JiraClient failing = mock(JiraClient.class);
                when(failing.ask(any())).thenThrow(new IllegalStateException("out of order"));
                variants.put("typical", rendered(SHOP, failing));
            } else {
                Optional<URI> way = reason == Reason.AUTHORISE ? Optional.of(URI.create("https://jira.example.org/authorise?a=1&b=2"))
                        : Optional.empty();
                variants.put("typical", rendered(SHOP, new Missing(reason, "Company Jira", way)));
                variants.put("hostile", rendered(SHOP,
                        new Missing(reason, GoldenHtml.HOSTILE, Optional.of(URI.create("javascript:alert('x-injected')")))));
            }
            keeps(NOTICE + reason.key(), variants);
            variants.forEach((variant, macro) -> RenderedMacro.OUTPUTS.forEach(output -> {
                Document notice = Jsoup.parse(macro.in(output));
                assertEquals(reason + ": a list reads as if there were approvals", 0, notice.select("ul").size());
                assertTrue(reason + ": a title, a text and a step", notice.select("p").size() >= 3);
                assertEquals(reason + " " + output, ON_PAGES.contains(output) ? 1 : 0, notice.select("a.decision-gates-week-help").size());
            }));
        }
    }

    @Test
    public void explainsEverythingThatIsWrongAtOnce() {
        Document page = Jsoup.parse(rendered(
                Map.of("issues", FAULTS.get(Reason.TOO_MANY_ISSUES).get(0) + " not-a-key"), mock(JiraClient.class)).in("display"));
        assertEquals(2, page.select("li").size());
    }

    @Test
    public void showsApprovalsInEveryStateAndOutput() {
        Map<String, Map<String, RenderedMacro>> states = new LinkedHashMap<>();
        states.put("typical", Map.of("live", rendered(SHOP, fresh(SampleOverviews.typical()))));
        states.put("empty", Map.of("live", rendered(SHOP, fresh(SampleOverviews.empty()))));
        states.put("troubled", Map.of("live", rendered(SHOP, fresh(SampleOverviews.troubled()))));
        states.put("hostile", Map.of("live", rendered(SHOP, fresh(SampleOverviews.hostile()))));
        states.put("copy", Map.of("minutes", rendered(SHOP, copy(SampleOverviews.typical(), Reason.UNREACHABLE, Duration.ofMinutes(7))),
                "days", rendered(SHOP, copy(SampleOverviews.hostile(), Reason.TOO_SLOW, Duration.ofDays(3)))));
        states.forEach((state, variants) -> {
            keeps(APPROVALS + state, new TreeMap<>(variants));
            variants.forEach((variant, macro) -> RenderedMacro.OUTPUTS.forEach(output -> {
                Document shown = Jsoup.parse(macro.in(output));
                assertEquals(state + " " + output, 0, shown.select("[x-injected], injected").size());
                assertTrue(state + " " + output, shown.select("a[href^=javascript]").isEmpty());
                assertEquals(state + " " + output, output.equals("display") ? 1 : 0,
                        shown.select("a.decision-gates-approvals-refresh").size());
                assertEquals("the marks say in words what their colour says", 0,
                        shown.select(".aui-lozenge").stream().filter(mark -> mark.text().isBlank()).count());
            }));
        });
    }

    @Test
    public void saysWhoApprovedWhatAndWhetherItCounts() {
        Document page = Jsoup.parse(rendered(SHOP, fresh(SampleOverviews.typical())).in("display"));
        String text = page.text();
        assertTrue(text, text.contains("Legal: 1 of 2 approved"));
        assertTrue(text, text.contains("Lena Lund asked for approvals, Nov 20, 2026 10:15: \u201CPlease read the refunds first.\u201D"));
        assertTrue(text, text.contains("Quinn Quist approved, Nov 20, 2026 10:15: current"));
        assertTrue(text, text.contains(
                "Gus Gone (inactive) on behalf of Lena Lund approved, Nov 20, 2026 10:15: stale Changed since: question, options"));
        assertTrue(text, text.contains("Can approve: Lena Lund"));
        assertTrue("counted, not named", text.contains("3 people could approve"));
        assertTrue(text, text.contains("This issue is closed"));
        assertTrue(text, text.contains("One issue is not shown, because there is no such issue or you may not see it in Jira: SHOP-99"));
        assertEquals("https://jira.example.org/jira/browse/SHOP-12", page.selectFirst("a").attr("href"));
        assertEquals(
                "/confluence/plugins/servlet/decision-gates/refresh?pageId=17&issues=SHOP-12%2CSHOP-15%2CSHOP-99%2C"
                        + "SHOP-13%2CSHOP-14%2CSHOP-1%2CSHOP-2%2CGONE-1",
                page.selectFirst("a.decision-gates-approvals-refresh").attr("href"));
        assertFalse("a comparison depends on no time",
                Jsoup.parse(rendered(SHOP, fresh(SampleOverviews.typical())).in("diff")).text().contains("As of"));
    }

    @Test
    public void showsNothingThatThePageDoesNotAskFor() {
        String page = rendered(Map.of("issues", "SHOP-15"), fresh(SampleOverviews.typical())).in("display");
        assertTrue(page, page.contains("SHOP-15"));
        assertFalse("whatever Jira says", page.contains("SHOP-12") || page.contains("SHOP-99"));
    }

    private static RenderedMacro rendered(Map<String, String> parameters, JiraAnswer answer) {
        return rendered(parameters, RenderedMacro.answering(answer));
    }

    private static RenderedMacro rendered(Map<String, String> parameters, JiraClient jira) {
        return RenderedMacro.of(new DecisionApprovalsMacro(jira, new DecisionApprovalsFormatter(RenderedMacro.texts()),
                new MacroAddresses(RenderedMacro.host()), RenderedMacro.templates()), parameters);
    }

    private static JiraAnswer fresh(ApprovalOverview overview) {
        return new Found(overview, URI.create("https://jira.example.org/jira/"), SampleOverviews.FETCHED, Duration.ZERO, Optional.empty());
    }

    private static JiraAnswer copy(ApprovalOverview overview, Reason why, Duration age) {
        return new Found(overview, URI.create("https://jira.example.org/jira/"), SampleOverviews.FETCHED, age, Optional.of(why));
    }

    private static void keeps(String golden, Map<String, RenderedMacro> variants) {
        GoldenHtml.keeps(golden + ".html", RenderedMacro.describe(variants));
    }
}
