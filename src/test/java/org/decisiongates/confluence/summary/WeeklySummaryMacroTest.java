package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.web.context.HttpContext;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import jakarta.servlet.http.HttpServletRequest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

import org.decisiongates.confluence.link.JiraAnswer;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.link.JiraServer;
import org.decisiongates.confluence.link.LoopbackLink;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.summary.WeeklySummary;

public class WeeklySummaryMacroTest {

    private final List<String> required = new ArrayList<>();
    private static final URI JIRA = URI.create("http://localhost:2990/jira");

    private boolean templatesBroken;
    private String inTheAddress;
    private String whose;
    private final HttpServletRequest request = LoopbackLink.answering(HttpServletRequest.class,
            (method, arguments) -> method.equals("getParameter") && arguments[0].equals("decision-week") ? inTheAddress
                    : method.equals("getParameter") && arguments[0].equals("decision-owner") ? whose
                    : null);
    private final HttpContext http = LoopbackLink.answering(HttpContext.class, (method, arguments) -> request);

    @Test
    public void showsTheWeekAsJiraToldIt() throws Exception {
        Document page = shown(Summaries.typical(), "display");

        assertEquals(List.of("SHOP-7", "SHOP-9"), page.select(".decision-gates-week-blockers th[scope=row] a").eachText());
        assertEquals(JIRA + "/browse/SHOP-7", page.select("th[scope=row] a").first().attr("href"));
        assertTrue(page.text(), page.text().contains("as of Nov 20, 2026 10:15 (Europe/Berlin)"));
    }

    @Test
    public void showsWhatTheAuthorAskedFor() throws Exception {
        JiraClient link = answering(Summaries.typical(), JIRA);
        String html = macro(link).execute(Map.of("project", "SHOP", "sections", "blockers", "rows", "1"), "", context("display"));

        assertEquals(List.of("Open blockers: 2"), Jsoup.parse(html).select("h2").eachText());
        assertEquals(1, Jsoup.parse(html).select("tbody tr").size());
        assertTrue(html, macro(link).execute(Map.of("project", "SHOP", "mode", "executive"), "", context("display"))
                .contains("decision-gates-week-executive"));
    }

    @Test
    public void linksOnlyToTheJiraOfTheLink() throws Exception {
        for (String address : shown(Summaries.hostile(), "preview").select("a").eachAttr("href")) {
            assertTrue(address, address.startsWith(JIRA + "/projects/SHOP?"));
        }

        String html = macro(answering(Summaries.typical(), URI.create("javascript:alert(1)"))).execute(Map.of("project", "SHOP"), "",
                context("preview"));

        assertEquals(List.of(), Jsoup.parse(html).select("a").eachAttr("href"));
    }

    @Test
    public void doesNotAskJiraAboutWhatCannotBeMeant() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        String html = macro(asked).execute(Map.of("project", "SHOP", "rows", "many"), "", context("display"));

        assertTrue(html, html.contains("Rows is &quot;many&quot;"));
        org.mockito.Mockito.verifyNoInteractions(asked);
    }

    @Test
    public void bringsItsStyleSheetToPagesOnly() throws Exception {
        for (String output : List.of("pdf", "word", "email", "html_export", "feed", "diff")) {
            shown(Summaries.typical(), output);
        }
        assertEquals(List.of(), required);

        shown(Summaries.typical(), "display");
        shown(Summaries.typical(), "preview");
        assertEquals(List.of("org.decisiongates.decision-gates:weekly-summary", "org.decisiongates.decision-gates:weekly-summary"),
                required);
    }

    @Test
    public void explainsABadParameterInPlace() throws Exception {
        String html = macro(mock(JiraClient.class)).execute(Map.of(), "", context("display"));

        assertTrue(html, html.contains("The macro needs a Jira project"));
    }

    @Test
    public void turnsAnErrorOfItsOwnIntoANotice() throws Exception {
        String html = macro(failing()).execute(Map.of("project", "SHOP"), "", context("display"));

        assertTrue(html, html.contains("The weekly summary could not be shown"));
        assertFalse(html, html.contains("the links are gone"));
    }

    @Test
    public void leavesItToConfluenceWhenNothingCanBeRendered() {
        templatesBroken = true;

        assertThrows(MacroExecutionException.class,
                () -> macro(answering(Summaries.typical(), JIRA)).execute(Map.of("project", "SHOP"), "", context("display")));
    }

    @Test
    public void putsANoticeInPlaceOfItselfWhenTheHostLacksAMethod() throws MacroExecutionException {
        JiraClient lacking = mock(JiraClient.class);
        when(lacking.ask(any())).thenThrow(new NoSuchMethodError("getPrimaryApplicationLink"));

        String html = macro(lacking).execute(Map.of("project", "SHOP"), "", context("display"));

        assertTrue(html, html.contains(new BundleTexts().getText("decision-gates.weekly-summary.missing.failed.title", "SHOP")));
    }

    @Test
    public void asksTogetherWithTheOtherMacrosOfThePage() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
        String macro = "<ac:structured-macro ac:name=\"decision-weekly-summary\">"
                + "<ac:parameter ac:name=\"project\">%s</ac:parameter></ac:structured-macro>";

        macro(asked).execute(Map.of("project", "SHOP"), "",
                context("display", macro.formatted("SHOP") + macro.formatted("PAY") + macro.formatted("SHOP")));
        verify(asked).prepare(List.of(SummaryQuestion.of(Map.of("project", "SHOP")), SummaryQuestion.of(Map.of("project", "PAY"))));

        macro(asked).execute(Map.of("project", "SHOP"), "", context("display", macro.formatted("SHOP")));
        verify(asked).prepare(List.of());
    }

    @Test
    public void asksForTheWeekInWhichItsPageWasCreated() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
        Map<String, String> parameters = Map.of("project", "SHOP", "week", " Page ");

        String html = macro(asked).execute(parameters, "", context("display", "", Instant.parse("2026-11-18T09:15:00.250Z")));
        verify(asked).ask(SummaryQuestion.of(Map.of("project", "SHOP", "week", "2026-11-18T09:15:00Z")));
        assertEquals("/confluence/plugins/servlet/decision-gates/refresh?pageId=17&project=SHOP&week=2026-11-18T09%3A15%3A00Z",
                Jsoup.parse(html).select(".decision-gates-week-refresh").attr("href"));

        macro(asked).execute(parameters, "", context("preview"));
        macro(asked).execute(parameters, "", null);
        verify(asked, times(2)).ask(SummaryQuestion.of(Map.of("project", "SHOP")));
    }

    @Test
    public void asksForTheWeekThatItsReaderWentTo() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
        SummaryQuestion stored = SummaryQuestion.of(Map.of("project", "SHOP"));
        SummaryQuestion before = SummaryQuestion.of(Map.of("project", "SHOP", "week", "2026-W46"));
        inTheAddress = WeekNavigation.at("", stored, "2026-W46", "").here().replace("?decision-week=", "");
        String body = "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">%s</ac:parameter></ac:structured-macro>";

        Document page = Jsoup.parse(macro(asked).execute(Map.of("project", "SHOP"), "",
                context("display", body.formatted("SHOP") + body.formatted("PAY"))));
        verify(asked).prepare(List.of(before, SummaryQuestion.of(Map.of("project", "PAY"))));
        verify(asked).ask(before);
        assertEquals("/confluence/display/DS/Week", page.select("a.decision-gates-week-current").attr("href"));
        assertEquals("/confluence/plugins/servlet/decision-gates/refresh?pageId=17&project=SHOP&chosen=2026-W46",
                page.select("a.decision-gates-week-refresh").attr("href"));

        macro(asked).execute(Map.of("project", "PAY"), "", context("display"));
        verify(asked).ask(SummaryQuestion.of(Map.of("project", "PAY")));
        for (String output : List.of("preview", "pdf", "word", "email")) {
            macro(asked).execute(Map.of("project", "SHOP"), "", context(output));
        }
        verify(asked, times(4)).ask(stored);
    }

    @Test
    public void comparesTheWeekWithTheOneThatItsReaderChose() throws Exception {
        SummaryQuestion stored = SummaryQuestion.of(Map.of("project", "SHOP"));
        for (Map.Entry<String, Map<String, String>> chosen : Map.of("own-2026-W45", Map.of("project", "SHOP", "compare", "2026-W45"),
                "2026-W46-2026-W40", Map.of("project", "SHOP", "week", "2026-W46", "compare", "2026-W40")).entrySet()) {
            JiraClient asked = mock(JiraClient.class);
            when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
            inTheAddress = WeekNavigation.at("", stored, chosen.getKey(), "").here().replace("?decision-week=", "");
            macro(asked).execute(Map.of("project", "SHOP"), "", context("display"));
            verify(asked).ask(SummaryQuestion.of(chosen.getValue()));
        }
    }

    @Test
    public void leavesTheMacroOfAnotherOwnerWhereItIs() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
        inTheAddress = WeekNavigation.at("", SummaryQuestion.of(Map.of("project", "SHOP", "owner", "Maya Chen")), "2026-W46", "").here()
                .replace("?decision-week=", "");
        for (String owner : List.of("Maya Chen", "Ben")) {
            macro(asked).execute(Map.of("project", "SHOP", "owner", owner), "", context("display"));
        }
        verify(asked).ask(SummaryQuestion.of(Map.of("project", "SHOP", "owner", "Maya Chen", "week", "2026-W46")));
        verify(asked).ask(SummaryQuestion.of(Map.of("project", "SHOP", "owner", "Ben")));
    }

    @Test
    public void showsTheItemsOfTheOwnerThatItsReaderChose() throws Exception {
        String path = "/confluence/display/DS/Week?decision-owner=";
        Document page = shown(Summaries.typical(), "display");
        String lead = page.select(".decision-gates-week-owners a.decision-gates-week-owner").attr("href");
        assertTrue(lead, lead.startsWith(path) && lead.endsWith("-Lead"));
        assertEquals("nobody follows it from paper", 0, shown(Summaries.typical(), "pdf").select("a.decision-gates-week-owner").size());

        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
        whose = lead.substring(path.length());
        Document theirs = Jsoup.parse(macro(asked).execute(Map.of("project", "SHOP"), "", context("display")));
        verify(asked).ask(SummaryQuestion.of(Map.of("project", "SHOP", "owner", "Lead")));
        assertEquals("/confluence/display/DS/Week", theirs.select("a.decision-gates-week-current").attr("href"));
        assertTrue(theirs.select("a.decision-gates-week-refresh").attr("href").endsWith("&whose=Lead"));
    }

    @Test
    public void staysAtItsOwnWeekWhereTheAddressNamesNone() throws Exception {
        String tag = WeekNavigation.at("", SummaryQuestion.of(Map.of("project", "SHOP")), "2026-W46", "").here().replaceAll(".*=|2026-W46",
                "");
        for (String value : List.of("", "2026-W46", tag, tag + "2026-W54", tag + "own", tag + "own-2026-W54", tag + "0000-W01",
                "00000000-2026-W46", tag + "2026-W46 ",
                GoldenHtml.HOSTILE)) {
            JiraClient asked = mock(JiraClient.class);
            when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BUSY, "Jira"));
            inTheAddress = value;
            String html = macro(asked).execute(Map.of("project", "SHOP"), "", context("display"));
            verify(asked).ask(SummaryQuestion.of(Map.of("project", "SHOP")));
            assertFalse(value, html.contains("x-injected") || html.contains("decision-gates-week-current"));
        }
    }

    @Test
    public void saysWhatInTheAddressCannotBeMeantAndWhatToType() throws Exception {
        String before = WeekNavigation.at("", SummaryQuestion.of(Map.of("project", "SHOP")), "2026-W46", "").here()
                .replaceAll("\\?|2026-W46", "");
        Map.of("2026-W54", "\"2026-W54\" in the address is not a week. Type a week such as 2026-W46 after " + before
                + ", or choose Week before. The week of this page is shown below.",
                "<b>", "\"<b>\" in the address is not a week.",
                "2026-W46-2026-W46", "\"2026-W46\" in the address is not a week before 2026-W47, so nothing is compared. Type an earlier "
                        + "week such as 2026-W46 after " + before + "2026-W46-, or choose Compare.")
                .forEach((typed, words) -> assertTrue(typed, noteOf(before.replace("decision-week=", "") + typed).contains(words)));
        whose = before.replace("decision-week=", "") + "x".repeat(256);
        assertTrue(noteOf("").contains("in the address is not the name of a person, so everybody's items are listed."));
    }

    private String noteOf(String typed) {
        inTheAddress = typed;
        try {
            return shown(Summaries.typical(), "display").select(".aui-message-warning").text();
        } catch (MacroExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void showsTheWeekOfThePageWhereJiraRefusesThatOfTheAddress() throws Exception {
        SummaryQuestion stored = SummaryQuestion.of(Map.of("project", "SHOP"));
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.WEEK_NOT_BEGUN, "2027-W01"));
        JiraAnswer own = JiraServer.found(Summaries.typical(), JIRA);
        when(asked.ask(stored)).thenReturn(own);
        inTheAddress = WeekNavigation.at("", stored, "2027-W01", "").here().replace("?decision-week=", "");
        Document page = Jsoup.parse(macro(asked).execute(Map.of("project", "SHOP"), "", context("display")));
        assertEquals("Week 2027-W01 has not begun yet. The week of this page is shown below.",
                page.select(".aui-message-warning").text());
        assertEquals(2, page.select(".decision-gates-week-blockers tbody tr").size());

        JiraClient refusing = mock(JiraClient.class);
        when(refusing.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.BAD_COMPARE, "2027-W01"));
        when(refusing.ask(stored)).thenReturn(own);
        inTheAddress = WeekNavigation.at("", stored, "own-2027-W01", "").here().replace("?decision-week=", "");
        assertTrue(Jsoup.parse(macro(refusing).execute(Map.of("project", "SHOP"), "", context("display"))).select(".aui-message-warning")
                .text().startsWith("\"2027-W01\" in the address is not a week before 2026-W47, so nothing is compared."));
    }

    @Test
    public void doesNotSendItsReaderToTheEditorForAWeekOfTheAddress() throws Exception {
        JiraClient asked = mock(JiraClient.class);
        when(asked.ask(any())).thenReturn(JiraAnswer.Missing.because(JiraAnswer.Reason.WEEK_NOT_KEPT, "2020-W01"));
        SummaryQuestion stored = SummaryQuestion.of(Map.of("project", "SHOP"));
        inTheAddress = WeekNavigation.at("", stored, "2020-W01", "").here().replace("?decision-week=", "");
        String text = Jsoup.parse(macro(asked).execute(Map.of("project", "SHOP"), "", context("display"))).text();
        assertTrue(text, text.contains("Go back to the week of this page, or type another week after decision-week="));
        assertFalse(text, text.contains("edit the macro"));
    }

    @Test
    public void showsTheTitleOfThePage() throws Exception {
        for (String title : List.of("Checkout programme", GoldenHtml.HOSTILE)) {
            Document page = Jsoup.parse(macro(answering(Summaries.typical(), JIRA)).execute(Map.of("project", "SHOP", "title", " " + title),
                    "", context("display")));
            assertEquals(title.strip(), page.select(".decision-gates-week-scope").text());
        }
    }

    @Test
    public void offersToAskAnewOnAPageThatOneCanComeBackTo() throws Exception {
        assertEquals("/confluence/plugins/servlet/decision-gates/refresh?pageId=17&project=SHOP",
                shown(Summaries.typical(), "display").select(".decision-gates-week-refresh").attr("href"));
        assertEquals(0, shown(Summaries.typical(), "preview").select(".decision-gates-week-refresh").size());
    }

    @Test
    public void takesNoBodyAndFillsABlock() {
        assertEquals(Macro.BodyType.NONE, macro(mock(JiraClient.class)).getBodyType());
        assertEquals(Macro.OutputType.BLOCK, macro(mock(JiraClient.class)).getOutputType());
    }

    private Document shown(WeeklySummary summary, String output) throws MacroExecutionException {
        return Jsoup.parse(macro(answering(summary, JIRA)).execute(Map.of("project", "SHOP"), "", context(output)));
    }

    /** Answers at once: nothing here is about how long Jira takes. */
    private static JiraClient answering(WeeklySummary summary, URI jira) {
        JiraClient client = mock(JiraClient.class);
        when(client.ask(any())).thenReturn(JiraServer.found(summary, jira));
        return client;
    }

    private static JiraClient failing() {
        JiraClient client = mock(JiraClient.class);
        when(client.ask(any())).thenThrow(new IllegalStateException("the links are gone"));
        return client;
    }

    private WeeklySummaryMacro macro(JiraClient summaries) {
        LocaleResolver english = LoopbackLink.answering(LocaleResolver.class, (method, arguments) -> Locale.ENGLISH);
        ApplicationProperties host = LoopbackLink.answering(ApplicationProperties.class, (method, arguments) -> "/confluence");
        TemplateRenderer templates = LoopbackLink.answering(TemplateRenderer.class, (method, arguments) -> {
            if (templatesBroken) {
                throw new IOException("no templates");
            }
            ((Writer) arguments[2])
                    .write(GoldenHtml.of((String) arguments[0]).with("view", ((Map<?, ?>) arguments[1]).get("view")).render());
            return null;
        });
        RequiredResources resources = LoopbackLink.answering(RequiredResources.class, (method, arguments) -> {
            required.add((String) arguments[0]);
            return null;
        });
        WebResourceAssembler assembler = LoopbackLink.answering(WebResourceAssembler.class, (method, arguments) -> resources);
        PageBuilderService pageBuilder = LoopbackLink.answering(PageBuilderService.class, (method, arguments) -> assembler);
        return new WeeklySummaryMacro(summaries, new SummaryPage(new ConfluenceTexts(new BundleTexts(), english)),
                new MacroPlace(host, http),
                templates, pageBuilder);
    }

    private static ConversionContext context(String output) {
        return context(output, "", null);
    }

    private static ConversionContext context(String output, String body) {
        return context(output, body, null);
    }

    /** @param created when its page was saved for the first time; null before */
    private static ConversionContext context(String output, String body, Instant created) {
        ContentEntityObject page = mock(ContentEntityObject.class);
        when(page.getIdAsString()).thenReturn("17");
        when(page.getBodyAsString()).thenReturn(body);
        when(page.getUrlPath()).thenReturn("/display/DS/Week");
        when(page.getCreationDate()).thenReturn(created == null ? null : Date.from(created));
        return LoopbackLink.answering(ConversionContext.class, (method, arguments) -> method.equals("getEntity") ? page : output);
    }
}
