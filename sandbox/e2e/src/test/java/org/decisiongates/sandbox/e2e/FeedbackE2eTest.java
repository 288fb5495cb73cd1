package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** A feedback thread is opened and brought to its end where it is read, and nobody overlooks what somebody else did meanwhile. */
public class FeedbackE2eTest {

    private static final String PANEL = ".decision-gates-feedback";
    private static final By STATUS = By.cssSelector(PANEL + "-status");
    private static final By OBJECTIVE = By.id("decision-gates-feedback-objective");
    private static final By TEXT = By.id("decision-gates-feedback-text");
    private static final By WEEK = By.cssSelector(".decision-gates-week-feedback");
    private static final By ANSWER = By.id("decision-gates-feedback-text-1");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "owner");
    private final JiraRest lead = new JiraRest(products.jira.address(), "lead");
    private String key;

    @Before
    public void open() {
        JiraPages jira = new JiraPages(browser, products.jira.address());
        key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Which refunds do we pay at once?", "duedate", TestTime.day(7), rest.field("Owner"),
                Map.of("name", "owner")))).get("key").asText();
        jira.logIn("owner");
        jira.open(key);
    }

    @Test
    public void isOpenedAskedForAndResolved() {
        browser.picture("feedback-empty");
        browser.click(By.cssSelector(PANEL + "-opening summary"));
        browser.type(TEXT, "What about refunds?");
        press("");
        browser.until("an error at its input", () -> browser.has(By.cssSelector(PANEL + " .error[data-field=objective]:not([hidden])")));
        assertEquals("decision-gates-feedback-objective", focused());
        assertEquals("What about refunds?", browser.see(TEXT).getDomProperty("value"));
        browser.picture("feedback-error");
        assertAccessible("a form with a fault");
        browser.type(OBJECTIVE, "Agree on the scope");
        press("");
        said("Saved.");

        press("owner-action");
        browser.until("a countdown", () -> browser.text(By.id("decision-gates-feedback-1")).toLowerCase(Locale.ROOT).contains("min left"));
        browser.type(ANSWER, "ok");
        press("resolve");
        browser.until("an error at its input", () -> browser.has(By.cssSelector(PANEL + " .error[data-field=text]:not([hidden])")));
        browser.picture("feedback-asked");
        assertAccessible("a thread that needs its owner");
        browser.see(ANSWER).clear();
        browser.type(ANSWER, "Refunds are left to the next release");
        press("resolve");
        browser.until("an end",
                () -> browser.text(By.id("decision-gates-feedback-1")).toLowerCase(Locale.ROOT).contains("settled in time"));
        assertEquals("RESOLVED", rest.get(threads()).at("/threads/0/state").asText());
        assertAccessible("a thread that ended");
    }

    @Test
    public void showsWhatSomebodyElseDidAndKeepsWhatWasTyped() {
        rest.post(threads(), Map.of("section", "whole", "objective", "Agree on the scope", "text", "What about refunds?"));
        browser.reload();
        browser.type(ANSWER, "We agree on the scope");
        lead.post(threads() + "/1/reply", Map.of("text", "Wait for the figures"));
        press("resolve");
        browser.until("what happened", () -> browser.text(By.id("decision-gates-feedback-1")).contains("Wait for the figures")
                && browser.text(By.cssSelector(PANEL + " .aui-message")).contains("has changed in the meantime"));
        assertEquals("We agree on the scope", browser.see(ANSWER).getDomProperty("value"));
        press("resolve");
        browser.until("an end", () -> rest.get(threads()).at("/threads/0/state").asText().equals("RESOLVED"));
    }

    @Test
    public void isMadeOfACommentThatIsChosenInTheMenu() {
        rest.post("/rest/api/2/issue/" + key + "/comment", Map.of("body", "Who pays refunds?"));
        browser.reload();
        browser.click(By.id("opsbar-operations_more"));
        browser.click(By.id("decision-gates-make-thread"));
        By comment = By.id("decision-gates-feedback-comment");
        browser.until("the comments", () -> browser.has(comment) && focused().equals("decision-gates-feedback-comment"));
        browser.picture("feedback-comment");
        assertAccessible("a form that offers comments");
        assertTrue("the newest comment is chosen",
                (Boolean) browser.script("return arguments[0].selectedOptions[0].text.includes('Who pays')",
                        browser.see(comment)));
        browser.type(OBJECTIVE, "Name who pays");
        press("");
        said("Saved.");
        assertTrue(browser.text(By.id("decision-gates-feedback-1")).contains("Who pays refunds?"));
        assertTrue(browser.see(By.cssSelector(PANEL + "-comment a")).getDomProperty("href").contains("focusedCommentId="));
    }

    @Test
    public void isCountedInTheWeekOfBothProducts() {
        rest.post(threads(), Map.of("section", "whole", "objective", "Agree on the scope", "text", "What about refunds?"));
        rest.post(threads() + "/1/owner-action", Map.of("step", 1, "text", "Please"));
        browser.go(products.jira.address() + "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        assertTrue(browser.text(WEEK), browser.text(WEEK).matches("(?s).*Open owner actions: [1-9].*"));
        browser.script("document.querySelector('.decision-gates-week-feedback').scrollIntoView({block: 'center'})");
        browser.picture("feedback-week");

        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("owner");
        confluence.openWeeklySummaryUntilJiraAnswers();
        assertTrue(browser.text(WEEK), browser.text(WEEK).contains("Open owner actions: "));
        browser.script("document.querySelector('.decision-gates-week-feedback').scrollIntoView({block: 'center'})");
        browser.picture("feedback-week-confluence");
    }

    @Test
    public void fitsAPhoneInTheDark() {
        rest.post(threads(), Map.of("section", "question", "objective", "Say which customers are meant, in one sentence that fits a page",
                "text", "word".repeat(60)));
        rest.post(threads() + "/1/owner-action", Map.of("step", 1, "text", "Please"));
        browser.size(380, 900);
        browser.reload();
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark');"
                + "document.documentElement.setAttribute('data-theme', 'dark:dark');"
                + "document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", PANEL);
        browser.picture("feedback-phone");
        assertTrue("nothing sticks out of the panel", (Boolean) browser.script(
                "var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", PANEL));
    }

    private void press(String verb) {
        browser.click(By.cssSelector(PANEL + " button[value='" + verb + "']"));
    }

    private void said(String text) {
        browser.until(text, () -> browser.text(STATUS).equals(text));
    }

    private String focused() {
        return (String) browser.script("return document.activeElement.id");
    }

    private String threads() {
        return "/rest/decision-gates/1.0/issue/" + key + "/threads";
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, PANEL));
    }
}
