package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page people already read shows what is open, and says so when it cannot know. */
public class WeeklySummaryE2eTest {

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "lead");

    @Test
    public void showsANewBlockerAndLosesItOnceItIsResolved() {
        String summary = "Catalogue export misses the size charts";
        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of(
                "project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Blocker"), "summary", summary,
                "duedate", TestTime.day(4),
                rest.field("Owner"), Map.of("name", "owner"),
                rest.field("Fallback plan"), "Show the old size charts with a note"))).get("key").asText();

        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        confluence.refreshUntil("the new blocker", content -> content.contains(summary));
        assertTrue(browser.has(By.cssSelector("#main-content a[href$='/browse/" + key + "']")));
        browser.picture("weekly-summary");

        JiraPages jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
        jira.open(key);
        jira.press("Resolve");
        jira.fill(Map.of(rest.field("Outcome"), "The size charts are back since this morning"));
        jira.submitTransition();

        confluence.logIn("lead");
        confluence.openWeeklySummary();
        confluence.refreshUntil("a page without the blocker",
                content -> !content.contains(summary)
                        || !content.substring(0, content.indexOf("Decisions made this week")).contains(summary));
    }

    @Test
    public void canBeUsedByEverybody() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
        for (String control : List.of(".decision-gates-week-refresh", ".decision-gates-week details > summary")) {
            if (browser.has(By.cssSelector(control))) {
                browser.script("document.querySelector(arguments[0]).focus()", control);
                assertEquals(control, Boolean.TRUE,
                        browser.script("return document.activeElement === document.querySelector(arguments[0])", control));
            }
        }
        for (int width : new int[] {1280, 700, 380}) {
            browser.size(width, 900);
            assertTrue("at " + width + " pixels the page itself scrolls sideways", (Boolean) browser.script(
                    "const page = document.getElementById('main-content'); return page.scrollWidth <= page.clientWidth + 1"));
            assertEquals(width + " pixels", List.of(), Accessibility.complaints(browser, "#main-content"));
            browser.picture("weekly-summary-" + width);
        }
    }

    private List<String> headings() {
        return browser.all(By.cssSelector(".decision-gates-week h2")).stream().map(WebElement::getText).toList();
    }

    @Test
    public void goesToADocumentWithEverythingInIt() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        List<String> expected = new ArrayList<>(headings());
        confluence.openAsPdf();
        expected.add("The last eight weeks");
        assertEquals("what a page draws is a table in a document", expected, headings());
        assertTrue(confluence.content(), confluence.content().contains("as of "));
        for (WebElement link : browser.all(By.cssSelector("#main-content a"))) {
            assertTrue(link.getDomAttribute("href"), link.getDomAttribute("href").startsWith("http://"));
        }
        assertFalse("nothing in a document can be unfolded or clicked to ask again",
                browser.has(By.cssSelector("details, svg, .decision-gates-week-refresh")));
        browser.picture("weekly-summary-pdf");
    }

    @Test
    public void isFoundInTheMacroBrowserAndExplainsItself() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.open("/pages/createpage.action?spaceKey=SHOP");
        browser.click(By.id("rte-insert-macro"));
        browser.type(By.id("macro-browser-search"), "weekly");
        assertTrue(browser.has(By.cssSelector("[data-macro-name=decision-weekly-summary]:not([hidden]) .macro-icon img")));
        browser.click(By.cssSelector("[data-macro-name=decision-weekly-summary]"));
        browser.see(By.cssSelector("#macro-fields .field-group"));
        assertFalse("no link is better than one that leads nowhere", browser.driver().findElement(By.id("macro-help")).isDisplayed());
        assertEquals("every parameter has its help", browser.all(By.cssSelector("#macro-fields .field-group")).size(),
                browser.all(By.cssSelector("#macro-fields .field-group .description")).size());
        assertTrue(preview(), preview().contains("The macro needs a Jira project"));
        browser.type(By.id("macro-param-project"), "SHOP");
        browser.until("the summary in the preview", () -> {
            browser.click(By.id("macro-refresh"));
            return preview().contains("Open blockers");
        });
        browser.picture("macro-browser");
        browser.click(By.id("macro-insert"));
        assertTrue(browser.see(By.id("storage-text")).getAttribute("value").contains("ac:name=\"project\">SHOP<"));
    }

    @Test
    public void leadsFromANoticeToTheHelpOfTheMacro() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.write("A week of nothing", "<ac:structured-macro ac:name=\"decision-weekly-summary\"/>");
        assertTrue(confluence.content(), confluence.content().contains("enter the key of your Jira project"));
        browser.follow(By.cssSelector(".decision-gates-week-help"));
        assertTrue(confluence.content(),
                confluence.content().contains("Frozen weeks only") && confluence.content().contains("Jira has no user for you"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
        browser.picture("macro-help");
    }

    @Test
    public void leadsToTheWeekBeforeAndBackOnTheSamePage() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        String own = browser.see(By.cssSelector(".decision-gates-week-facts > li")).getText();
        String address = browser.see(By.cssSelector(".decision-gates-week-previous")).getAttribute("href");
        String week = "Week " + Integer.parseInt(address.replaceFirst(".*decision-week=[0-9a-f]{8}-[0-9]+-W", ""));
        assertTrue(address, address.startsWith(products.confluence.address()));

        browser.follow(By.cssSelector(".decision-gates-week-previous"));
        confluence.awaitJira();
        assertTrue(confluence.content(), confluence.content().contains(week + ",") && confluence.content().contains("FROZEN"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
        browser.picture("week-before");
        browser.follow(By.cssSelector(".decision-gates-week-next"));
        confluence.awaitJira();
        assertEquals(own.substring(0, own.indexOf(',')),
                browser.see(By.cssSelector(".decision-gates-week-facts > li")).getText().replaceFirst(",.*", ""));
        browser.follow(By.cssSelector(".decision-gates-week-current"));
        confluence.awaitJira();
        assertFalse(browser.has(By.cssSelector(".decision-gates-week-current")));
    }

    @Test
    public void beginsAPageFromTheCreateDialog() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.open("/display/SHOP");
        browser.follow(By.id("create-page-button"));
        browser.picture("create-dialog");
        browser.click(By.cssSelector("[data-blueprint$=wrap-up-blueprint]"));
        browser.follow(By.cssSelector(".create-dialog-create-button"));
        browser.type(By.id("content-title"), "Wrap-up");
        String body = browser.see(By.id("storage-text")).getAttribute("value").replace("<ac:parameter ac:name=\"week\">",
                "<ac:parameter ac:name=\"project\">SHOP</ac:parameter><ac:parameter ac:name=\"week\">");
        browser.script("document.getElementById('storage-text').value = arguments[0]", body);
        browser.follow(By.id("rte-button-publish"));
        confluence.awaitJira();
        assertTrue(confluence.content(), confluence.content().contains("What remains open"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
        browser.picture("wrap-up");
    }

    @Test
    public void showsTheLastGoodCopyWhileJiraIsStoppedAndRecovers() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("stakeholder");
        confluence.openWeeklySummaryUntilJiraAnswers();
        products.jira.stop();
        try {
            confluence.refreshUntil("the last good copy", content -> content.contains("This is the last good copy"));
            assertTrue(confluence.content(), confluence.content().contains("Open blockers"));
            assertTrue(confluence.content(),
                    confluence.content().contains("less than a minute old") || confluence.content().contains("minute"));
            assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
            browser.picture("weekly-summary-stale");
        } finally {
            products.jira.start();
        }
        confluence.refreshUntil("a new copy", content -> !content.contains("This is the last good copy"));
    }

    @Test
    public void saysSoWhenJiraIsStopped() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("auditor");
        products.jira.stop();
        try {
            confluence.openWeeklySummary();
            assertTrue(confluence.content(), confluence.content().contains("Jira"));
            assertFalse("no table that reads as nothing open", browser.has(By.cssSelector("#main-content table")));
            assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
            browser.picture("weekly-summary-without-jira");
        } finally {
            products.jira.start();
        }
        confluence.openWeeklySummaryUntilJiraAnswers();
    }

    @Test
    public void tellsAReaderWhoMayNotSeeTheProject() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("outsider");
        confluence.openWeeklySummary();
        browser.until("the refusal", () -> {
            assertFalse(confluence.content(), browser.has(By.cssSelector("#main-content table")));
            if (confluence.content().contains("You cannot see project SHOP in Jira")) {
                return true;
            }
            browser.reload();
            return false;
        });
        browser.picture("weekly-summary-no-permission");
    }

    /** What the preview shows once it has come. */
    private String preview() {
        browser.until("a preview", () -> !browser.has(By.cssSelector("#macro-preview[aria-busy]")));
        return String.valueOf(browser.script("return document.getElementById('macro-preview').contentDocument.body.innerText"));
    }
}
