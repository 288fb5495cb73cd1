package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * An owner asks for an approval, and an approver gives it on a phone, after it was edited, and takes it back; the week counts it, and the
 * macro shows it.
 */
public class ApprovalsE2eTest {

    private static final String PANEL = ".decision-gates-approvals";
    private static final By STATUS = By.cssSelector(PANEL + "-status");
    private static final By CONTENT = By.cssSelector(PANEL + "-content");
    private static final By COMMENT = By.id("decision-gates-approvals-comment");
    private static final By ERROR = By.id("decision-gates-approvals-error");
    private static final By PASSWORD = By.id("decision-gates-approvals-password");
    private static final By PASSWORD_ERROR = By.id("decision-gates-approvals-password-error");
    private static final By WEEK = By.cssSelector(".decision-gates-week-approvals");
    private static final String MACRO = ".decision-gates-approvals-macro";
    private static final String POLICIES = "/rest/decision-gates/1.0/policies/";
    private static final String WHY = "Support can answer what it says";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraPages jira = new JiraPages(browser, products.jira.address());
    private final JiraRest admin = new JiraRest(products.jira.address(), "admin");
    private final JiraRest owner = new JiraRest(products.jira.address(), "owner");
    private String key;
    private String policy;
    private int versions;

    @Before
    public void thereIsADecision() {
        key = owner.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Refund at once?", owner.field("Owner"), Map.of("name", "owner")))).get("key")
                .asText();
    }

    @After
    public void noPolicyDoes() {
        admin.post(policy + "/retire?project=SHOP&basedOn=" + versions + "&why=over", Map.of());
    }

    /** On a phone: one click, a comment and the password. Enter presses no button, and no password stays on the page. */
    @Test
    public void takeThePasswordWhereThePolicyAsksForIt() {
        asks("confirming", true);
        jira.logIn("owner");
        jira.open(key);
        press("REQUESTED");
        said("Saved.");
        assertFalse("the owner says nothing", browser.has(PASSWORD));

        jira.logIn("stakeholder");
        browser.size(380, 900);
        jira.open(key);
        browser.type(COMMENT, WHY);
        press("APPROVED");
        browser.until("that the password is needed", () -> browser.text(PASSWORD_ERROR).startsWith("Type your password"));
        assertTrue("where it is typed",
                (Boolean) browser.script("return document.activeElement.id === 'decision-gates-approvals-password'"));
        browser.type(PASSWORD, "another");
        browser.see(PASSWORD).sendKeys(Keys.ENTER);
        assertEquals("nothing was sent", "another", browser.see(PASSWORD).getDomProperty("value"));
        press("APPROVED");
        browser.until("that it is wrong", () -> browser.text(PASSWORD_ERROR).startsWith("This is not your password"));
        assertEquals("", browser.see(PASSWORD).getDomProperty("value"));
        assertEquals("what was typed stays", WHY, browser.see(COMMENT).getDomProperty("value"));
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'end'})", PANEL + " form");
        browser.picture("approvals-password");
        assertAccessible("a wrong password");
        browser.type(PASSWORD, "stakeholder");
        press("APPROVED");
        said("Saved.");
        assertTrue(browser.text(By.cssSelector(PANEL)), browser.text(By.cssSelector(PANEL)).contains("password confirmed"));
        shown("current", "approvals-with-password");
        browser.size(1280, 1050);
    }

    /** In a panel that was written before: it gets the input, and keeps what was typed. A click that needs no password sends none. */
    @Test
    public void askForThePasswordSinceThePolicyDoes() {
        asks("turning", false);
        jira.logIn("owner");
        jira.open(key);
        press("REQUESTED");
        said("Saved.");

        jira.logIn("stakeholder");
        jira.open(key);
        assertFalse("nothing asks for it yet", browser.has(PASSWORD));
        asks("turning", true);
        browser.type(COMMENT, WHY);
        press("APPROVED");
        browser.until("that the password is needed", () -> browser.text(PASSWORD_ERROR).startsWith("Type your password"));
        assertEquals("what was typed stays", WHY, browser.see(COMMENT).getDomProperty("value"));
        browser.type(PASSWORD, "stakeholder");
        press("APPROVED");
        said("Saved.");

        browser.script("const send = window.fetch; window.sent = [];"
                + "window.fetch = (address, what) => { window.sent.push(what.body || ''); return send(address, what); };");
        browser.type(PASSWORD, "stakeholder");
        press("WITHDRAWN");
        browser.until("that it is taken back",
                () -> browser.text(By.cssSelector(PANEL + " h4")).toLowerCase(Locale.ROOT).contains("0 of 1 approved"));
        String sent = (String) browser.script("return window.sent[0]");
        assertTrue(sent, sent.contains("WITHDRAWN") && !sent.contains("password"));
    }

    /** From now on, as the next version of the policy. */
    private void asks(String of, boolean forPassword) {
        policy = POLICIES + of;
        admin.put(policy + "?project=SHOP&basedOn=" + versions++ + "&why=for+a+test",
                Map.of("format", 1, "key", of, "name", "Approving", "issueType",
                        "decision", "gates", List.of(), "approvals",
                        Map.of("requirements", List.of(Map.of("key", "support", "name", "Support",
                                "people", List.of("stakeholder"), "sections", List.of("scope"), "commentRequired", true,
                                "passwordRequired", forPassword)))));
    }

    @Test
    public void areBoundToWhatWasShown() {
        asks("approving", false);
        jira.logIn("owner");
        jira.open(key);
        browser.picture("approvals-not-asked");
        press("REQUESTED");
        said("Saved.");
        assertFalse("owners do not approve", browser.has(button("APPROVED")));
        remindsOnceADay();

        jira.logIn("stakeholder");
        browser.size(380, 900);
        jira.open(key);
        press("APPROVED");
        browser.until("that a comment is needed", () -> browser.text(ERROR).contains("a comment is required"));
        assertAccessible("an approval without a comment");
        browser.type(COMMENT, WHY);
        press("APPROVED");
        said("Saved.");
        shown("current", "approvals-current");

        rename("Refund within a day?");
        browser.reload();
        shown("stale", "approvals-stale");
        // whoever approved what it was need not open it
        assertEquals("Refund at once?", browser.text(By.cssSelector(PANEL + " del")));
        assertEquals("Refund within a day?", browser.text(By.cssSelector(PANEL + " ins")));

        rename("Refund within a week?");
        browser.type(COMMENT, WHY);
        press("APPROVED");
        browser.until("that it was edited meanwhile",
                () -> browser.text(By.cssSelector(PANEL + " .aui-message")).contains("has changed since you opened it"));
        assertEquals("", browser.driver().findElement(STATUS).getText());
        assertEquals("what was typed stays", WHY, browser.see(COMMENT).getDomProperty("value"));
        assertTrue("what the next click approves", browser.text(CONTENT).contains("Refund within a week?"));
        press("APPROVED");
        said("Saved.");
        shown("current", "approvals-again");

        rename("Refund within a month?");
        press("WITHDRAWN");
        said("Saved. The issue has changed since you opened it; what is approved now is shown here.");
        assertTrue(browser.text(CONTENT).contains("Refund within a month?"));
        browser.until("that nothing is approved",
                () -> browser.text(By.cssSelector(PANEL + " h4")).toLowerCase(Locale.ROOT).contains("0 of 1 approved"));
        browser.type(COMMENT, WHY);
        press("APPROVED");
        said("Saved.");
        rename("Refund within a year?");
        areCountedInTheWeek();
    }

    /** The owner is told how many people that were, and is offered no second time. */
    private void remindsOnceADay() {
        By reminder = By.cssSelector(PANEL + "-reminder");
        assertEquals("Remind", browser.text(reminder));
        browser.click(By.cssSelector(PANEL + "-reminder button"));
        said("One person gets a reminder with the next e-mail.");
        assertTrue(browser.text(reminder), browser.text(reminder).startsWith("Last reminder: "));
        browser.picture("approvals-reminded");
        assertAccessible("a panel that says who was reminded");
        assertFalse("once a day", browser.has(By.cssSelector(PANEL + "-reminder button")));
        browser.size(380, 900);
        browser.picture("approvals-reminded-phone");
        assertTrue("nothing sticks out of the panel", (Boolean) browser.script(
                "var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", PANEL));
        browser.size(1280, 1050);
    }

    /** In both products, with links to the issues. */
    private void areCountedInTheWeek() {
        browser.size(1280, 1050);
        browser.go(products.jira.address() + "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        assertTrue(browser.text(WEEK), browser.text(WEEK).matches("(?s).*wait for approvals: [1-9].*Stale approvals: 1\\..*"));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", browser.see(WEEK));
        browser.picture("approvals-week");
        browser.follow(By.linkText("All issues with stale approvals"));
        browser.until("the issue", () -> browser.text(By.tagName("body")).contains(key));

        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("owner");
        confluence.openWeeklySummaryUntilJiraAnswers();
        assertTrue(browser.text(WEEK), browser.text(WEEK).contains("Stale approvals: "));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", browser.see(WEEK));
        browser.picture("approvals-week-confluence");
        areOnAPageOfTheirOwn(confluence);
    }

    /** The macro tells who approved what, and that it is stale, on a wide screen and on a narrow one. */
    private void areOnAPageOfTheirOwn(ConfluencePages confluence) {
        confluence.write("Approvals of the refund", "<p>Live from Jira.</p><ac:structured-macro ac:name=\"decision-approvals\">"
                + "<ac:parameter ac:name=\"issues\">" + key + ", GONE-1</ac:parameter></ac:structured-macro>");
        for (int width : new int[] {1280, 380}) {
            browser.size(width, 900);
            confluence.awaitApprovals();
            String shown = browser.text(By.cssSelector(MACRO));
            assertTrue(shown, shown.contains("Refund within a year?") && shown.contains("Priya Nair approved")
                    && shown.contains("Changed since: summary and description") && shown.contains("GONE-1"));
            browser.picture("approvals-macro-" + width);
            assertEquals("at " + width, List.of(), Accessibility.complaints(browser, MACRO));
            assertTrue("nothing sticks out at " + width, (Boolean) browser.script(
                    "var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", MACRO));
        }
        browser.size(1280, 1050);
    }

    private void rename(String summary) {
        owner.put("/rest/api/2/issue/" + key, Map.of("fields", Map.of("summary", summary)));
    }

    private void press(String kind) {
        browser.click(button(kind));
    }

    private static By button(String kind) {
        return By.cssSelector(PANEL + " button[value='" + kind + "']");
    }

    private void said(String text) {
        browser.until(text, () -> browser.text(STATUS).equals(text));
    }

    /** How the approval stands, which fits a phone and is for everybody. */
    private void shown(String standing, String picture) {
        assertTrue(browser.text(By.cssSelector(PANEL)), browser.all(By.cssSelector(PANEL + " li li .aui-lozenge")).stream()
                .anyMatch(lozenge -> standing.equals(lozenge.getDomProperty("textContent"))));
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", PANEL);
        browser.picture(picture);
        assertAccessible(picture);
        assertTrue("nothing sticks out of the panel", (Boolean) browser.script(
                "var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", PANEL));
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, PANEL));
    }
}
