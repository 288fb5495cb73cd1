package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.decisiongates.confluence.link.JiraServer;
import org.decisiongates.confluence.link.JiraSummaries;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.confluence.link.SampleSummaries;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WeeklySummary;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class WeeklySummaryMacroTest {

    private final List<String> required = new ArrayList<>();
    private JiraServer jira;
    private boolean templatesBroken;

    @Before
    public void startJira() throws IOException {
        jira = new JiraServer();
    }

    @After
    public void stopJira() {
        jira.close();
    }

    @Test
    public void showsBlockersAndDecisionOwnersOfTheWeek() throws Exception {
        Document page = shown(SampleSummaries.typical(), "display");

        assertEquals(List.of("Open blockers: 2", "Open decisions: 2"), page.select("caption").eachText());
        assertEquals(List.of("SHOP-7", "SHOP-9", "SHOP-4", "SHOP-5"), page.select("th[scope=row] a").eachText());
        assertEquals(jira.address() + "/browse/SHOP-7", page.select("th[scope=row] a").first().attr("href"));
        assertEquals(List.of("Customer-facing", "Overdue", "Account inactive", "No fallback plan", "No owner", "No due date", "Customer-facing"),
                page.select(".aui-lozenge").eachText());
        assertTrue(page.text(), page.text().contains("as of Nov 20, 2026 10:15 (Europe/Berlin)"));
    }

    @Test
    public void saysInWordsThatThereIsNothing() throws Exception {
        Document page = shown(SampleSummaries.empty(), "display");

        assertEquals(List.of(), page.select("table").eachText());
        assertTrue(page.text(), page.text().contains("No open blockers in Storefront among the issues you may browse."));
        assertTrue(page.text(), page.text().contains("No open decisions in Storefront among the issues you may browse."));
    }

    @Test
    public void neverReadsAsNoBlockersWhenSomeAreNotListed() throws Exception {
        Document page = shown(SampleSummaries.blockers(0, 3), "display");

        assertFalse(page.text(), page.text().contains("No open blockers"));
        assertTrue(page.text(), page.text().contains("Open blockers: 3 3 more are in Jira and not listed here."));
    }

    @Test
    public void listsOneRowAndTwoHundredAndCountsTheRest() throws Exception {
        assertEquals(1, shown(SampleSummaries.blockers(1, 1), "display").select("tbody tr").size());
        assertEquals(200, shown(SampleSummaries.blockers(200, 200), "display").select("tbody tr").size());

        Document capped = shown(SampleSummaries.blockers(260, 4321), "pdf");

        assertEquals(200, capped.select("tbody tr").size());
        assertTrue(capped.text().contains("Open blockers: 4,321"));
        assertTrue(capped.text().contains("4,121 more are in Jira and not listed here."));
    }

    @Test
    public void linksOnlyToTheJiraOfTheLink() throws Exception {
        assertEquals(List.of(), shown(SampleSummaries.hostile(), "display").select("a").eachAttr("href"));

        answerWith(SampleSummaries.typical());
        String html = macro(link().displayedAs(java.net.URI.create("javascript:alert(1)"))).execute(Map.of("project", "SHOP"), "", context("display"));

        assertEquals(List.of(), Jsoup.parse(html).select("a").eachAttr("href"));
    }

    @Test
    public void escapesMarkupInEveryField() throws Exception {
        Document page = shown(SampleSummaries.hostile(), "display");

        assertEquals(0, page.select("injected, script, img, [x-injected], [onerror]").size());
        assertTrue(page.text().contains("<injected x-injected=\"1\">"));
    }

    @Test
    public void isolatesTextsThatRunTheOtherWay() throws Exception {
        for (Element text : shown(SampleSummaries.rightToLeft(), "display").select("td > span:not(.aui-lozenge)")) {
            assertEquals("auto", text.attr("dir"));
        }
    }

    @Test
    public void saysInWordsWhatItSaysInColours() throws Exception {
        for (Element mark : shown(SampleSummaries.typical(), "display").select("[class*=lozenge]")) {
            assertTrue(mark.outerHtml(), mark.hasText());
        }
    }

    @Test
    public void namesEveryColumnForAReaderWhoCannotSeeTheTable() throws Exception {
        Document page = shown(SampleSummaries.typical(), "display");

        assertEquals(page.select("table").size(), page.select("table > caption").size());
        assertEquals(page.select("thead th").size(), page.select("thead th[scope=col]").size());
        for (Element row : page.select("tbody tr")) {
            assertEquals(row.closest("table").select("thead th").size(), row.children().size());
        }
    }

    @Test
    public void bringsItsStyleSheetToPagesOnly() throws Exception {
        for (String output : List.of("pdf", "word", "email", "html_export", "feed", "diff")) {
            shown(SampleSummaries.typical(), output);
        }
        assertEquals(List.of(), required);

        shown(SampleSummaries.typical(), "display");
        shown(SampleSummaries.typical(), "preview");
        assertEquals(List.of("org.decisiongates.decision-gates:weekly-summary", "org.decisiongates.decision-gates:weekly-summary"), required);
    }

    @Test
    public void showsTheSameIssuesInADocumentAsOnThePage() throws Exception {
        assertEquals(shown(SampleSummaries.typical(), "display").html(), shown(SampleSummaries.typical(), "pdf").html());
    }

    @Test
    public void comparesEqualWheneverNothingChanged() throws Exception {
        assertFalse(shown(SampleSummaries.typical(), "diff").text().contains("as of"));
    }

    @Test
    public void explainsABadParameterInPlace() throws Exception {
        String html = macro(link()).execute(Map.of(), "", context("display"));

        assertTrue(html, html.contains("The macro needs a Jira project"));
    }

    @Test
    public void turnsAnErrorOfItsOwnIntoANotice() throws Exception {
        String html = macro(jira.summariesThatFail()).execute(Map.of("project", "SHOP"), "", context("display"));

        assertTrue(html, html.contains("The weekly summary could not be shown"));
        assertFalse(html, html.contains("the links are gone"));
    }

    @Test
    public void leavesItToConfluenceWhenNothingCanBeRendered() {
        answerWith(SampleSummaries.typical());
        templatesBroken = true;

        assertThrows(MacroExecutionException.class, () -> macro(link()).execute(Map.of("project", "SHOP"), "", context("display")));
    }

    @Test
    public void putsANoticeInPlaceOfItselfWhenTheHostLacksAMethod() throws MacroExecutionException {
        JiraSummaries lacking = mock(JiraSummaries.class);
        when(lacking.ask(any())).thenThrow(new NoSuchMethodError("getPrimaryApplicationLink"));

        String html = macro(lacking).execute(Map.of("project", "SHOP"), "", context("display"));

        assertTrue(html, html.contains(new BundleTexts().getText("decision-gates.weekly-summary.missing.failed.title", "SHOP")));
    }

    @Test
    public void takesNoBodyAndFillsABlock() {
        assertEquals(Macro.BodyType.NONE, macro(link()).getBodyType());
        assertEquals(Macro.OutputType.BLOCK, macro(link()).getOutputType());
    }

    private Document shown(WeeklySummary summary, String output) throws MacroExecutionException {
        answerWith(summary);
        return Jsoup.parse(macro(link()).execute(Map.of("project", "SHOP"), "", context(output)));
    }

    private void answerWith(WeeklySummary summary) {
        jira.answers(200, "application/json", SummaryJson.write(summary));
    }

    private LoopbackLink link() {
        return new LoopbackLink("Jira", jira.address());
    }

    private WeeklySummaryMacro macro(LoopbackLink link) {
        return macro(jira.summaries("lead", link));
    }

    private WeeklySummaryMacro macro(JiraSummaries summaries) {
        LocaleResolver english = LoopbackLink.answering(LocaleResolver.class, (method, arguments) -> Locale.ENGLISH);
        TemplateRenderer templates = LoopbackLink.answering(TemplateRenderer.class, (method, arguments) -> {
            if (templatesBroken) {
                throw new IOException("no templates");
            }
            ((Writer) arguments[2]).write(GoldenHtml.of((String) arguments[0]).with("view", ((Map<?, ?>) arguments[1]).get("view")).render());
            return null;
        });
        RequiredResources resources = LoopbackLink.answering(RequiredResources.class, (method, arguments) -> {
            required.add((String) arguments[0]);
            return null;
        });
        WebResourceAssembler assembler = LoopbackLink.answering(WebResourceAssembler.class, (method, arguments) -> resources);
        PageBuilderService pageBuilder = LoopbackLink.answering(PageBuilderService.class, (method, arguments) -> assembler);
        return new WeeklySummaryMacro(summaries, new SummaryPage(new BundleTexts(), english), templates, pageBuilder);
    }

    private static ConversionContext context(String output) {
        return LoopbackLink.answering(ConversionContext.class, (method, arguments) -> output);
    }
}
