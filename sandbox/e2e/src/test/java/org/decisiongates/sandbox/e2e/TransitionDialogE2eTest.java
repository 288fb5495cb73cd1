package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A transition is a dialog over its issue, as in Jira: what a gate says stands in it, and the page below is never loaded again. */
public class TransitionDialogE2eTest {

    private static final By DIALOG = By.cssSelector(".jira-dialog");
    private static final By SEND = By.cssSelector("#opsbar-transitions a.trigger-dialog");
    private static final By OPTIONS = By.cssSelector(".jira-dialog .people-list [role=option]");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "owner");
    private JiraPages jira;
    private String owner;
    private String criteria;

    @Before
    public void open() {
        jira = new JiraPages(browser, products.jira.address());
        owner = rest.field("Owner");
        criteria = rest.field("Acceptance criteria");
        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Deliver on Sundays?"))).get("key").asText();
        jira.logIn("owner");
        jira.open(key);
        browser.script("window.below = document.documentElement");
    }

    @Test
    public void saysWhatIsMissingInTheDialogAndShowsTheIssueAnewOnceItPasses() {
        String address = browser.address();
        jira.press("Send for review");
        browser.see(DIALOG);
        assertEquals("the first field has the focus", Boolean.TRUE,
                browser.script(
                        "return document.activeElement.closest('.jira-dialog') !== null && document.activeElement.matches('input')"));
        isForEverybody("transition-dialog");
        jira.submitTransition();
        assertEquals(Set.of(owner, "duedate", criteria), jira.fieldErrors().keySet());
        assertEquals("each under its field", List.of(owner, "duedate", criteria).stream().sorted().toList(),
                browser.all(By.cssSelector(".jira-dialog .field-group .error")).stream().map(error -> error.getDomAttribute("data-field"))
                        .sorted().toList());
        assertEquals("the focus is on the first", "true", browser.driver().switchTo().activeElement().getDomAttribute("aria-invalid"));
        isForEverybody("transition-dialog-refused");

        jira.fill(Map.of("duedate", TestTime.day(7), criteria, "Nine of ten Sunday parcels arrive by noon"));
        person("tom");
        jira.submitTransition();
        assertFalse(browser.has(DIALOG));
        assertEquals("IN REVIEW", jira.status());
        assertEquals(address, browser.address());
        assertTrue("the page was not loaded again", (Boolean) browser.script("return window.below === document.documentElement"));
        assertEquals("Tom Keller", browser.text(By.id(owner + "-val")));
    }

    /** The panels came with the issue, after their scripts. */
    @Test
    public void leavesPanelsThatWorkOnTheIssueThatWasPutInPlace() {
        jira.press("Send for review");
        jira.fill(Map.of(owner, "owner", "duedate", TestTime.day(7), criteria, "Nine of ten Sunday parcels arrive by noon"));
        jira.submitTransition();
        browser.see(By.cssSelector(".decision-gates-readiness [data-action='fix']")).sendKeys(Keys.ENTER);
        assertTrue(browser.see(By.id("decision-gates-readiness-value")).isDisplayed());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.click(By.cssSelector(".decision-gates-impact [data-action='add']"));
        browser.click(By.cssSelector(".decision-gates-impact [name='check']"));
        browser.see(By.cssSelector(".aui-datepicker-dialog[open] .ui-datepicker-calendar"));
        assertTrue((Boolean) browser.script("return window.below === document.documentElement"));
    }

    @Test
    public void isLeftByEscapeAndByCancelWithNothingChanged() {
        String version = rest.get("/rest/api/2/issue/" + jira.key()).at("/fields/updated").asText();
        jira.press("Send for review");
        browser.see(By.id(owner)).sendKeys("tom");
        browser.until("people are found", () -> !browser.all(OPTIONS).isEmpty());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertTrue("Escape closes what was found first", browser.all(OPTIONS).isEmpty() && browser.has(DIALOG));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until("the dialog is closed", () -> !browser.has(DIALOG));
        jira.press("Send for review");
        assertEquals("what was typed is gone", "", browser.see(By.id(owner)).getDomProperty("value"));
        browser.click(By.id("issue-workflow-transition-cancel"));
        browser.until("the dialog is closed", () -> !browser.has(DIALOG));
        assertEquals("DRAFT", jira.status());
        assertEquals(version, rest.get("/rest/api/2/issue/" + jira.key()).at("/fields/updated").asText());
    }

    @Test
    public void isAPageOfItsOwnWithoutScript() {
        browser.go(browser.see(SEND).getDomProperty("href"));
        browser.follow(By.id("issue-workflow-transition-submit"));
        assertEquals(Set.of(owner, "duedate", criteria), jira.fieldErrors().keySet());
        assertEquals(List.of(), Accessibility.complaints(browser, "main"));
        browser.follow(By.id("issue-workflow-transition-cancel"));
        assertEquals("DRAFT", jira.status());
    }

    /** Other forms over the issue work the same way. */
    @Test
    public void assignsAndCreatesWithoutLeavingThePage() {
        browser.click(By.id("assign-issue"));
        browser.see(By.id("assignee")).sendKeys("may");
        browser.until("people are found", () -> !browser.all(OPTIONS).isEmpty());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        browser.click(By.id("assign-issue-submit"));
        browser.until("it is assigned", () -> !browser.has(DIALOG));
        assertEquals("Maya Brandt", browser.text(By.id("assignee-val")));
        browser.click(By.id("create_link"));
        browser.see(By.cssSelector(".jira-dialog #issuetype"));
        browser.type(By.cssSelector(".jira-dialog #issuetype"), "Decision");
        browser.click(By.id("issue-create-next"));
        browser.see(By.cssSelector(".jira-dialog #summary")).sendKeys("Deliver on Saturdays?");
        browser.follow(By.id("issue-create-submit"));
        assertEquals("Deliver on Saturdays?", browser.text(By.id("summary-val")));
    }

    /** Types the beginning of a name, and takes the first who is found. */
    private void person(String beginning) {
        browser.see(By.id(owner)).sendKeys(beginning);
        browser.until("people are found", () -> !browser.all(OPTIONS).isEmpty());
        browser.picture("transition-dialog-people");
        assertEquals(List.of(), Accessibility.complaints(browser, ".jira-dialog"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertEquals("owner", browser.see(By.id(owner)).getDomProperty("value"));
    }

    private void isForEverybody(String name) {
        for (int width : List.of(380, 1280)) {
            browser.size(width, 900);
            assertEquals(List.of(), Accessibility.complaints(browser, ".jira-dialog"));
            new Layout(browser).fits(name + " at " + width, ".jira-dialog");
            browser.picture(name + "-" + width);
        }
    }
}
