package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * Journeys through several pages, each with something wrong on the way, and what they take. P1.2, P3.3, P4.1, P4.2 and P5.2 have tests of
 * their own: {@link RaiseBlockerE2eTest}, {@link WeekJourneysE2eTest}, {@link GetStartedE2eTest}, {@link AdminE2eTest}.
 */
public class JourneysE2eTest {

    private static final String FINDING = ".decision-gates-health-table tbody tr";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private final JiraPages jira = new JiraPages(browser, products.jira.address());
    private final ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());

    /** P1.1: from the sidebar to the week, to what is due, escalated with a reason, and back. */
    @Test
    public void reviewsTheWeekOnMonday() {
        String blocker = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Blocker"), "summary", "Sizes are missing in the feed", "duedate", TestTime.day(1), rest.field("Owner"),
                Map.of("name", "owner"), rest.field("Fallback plan"), "Send the feed of last week"))).get("key").asText();
        jira.logIn("lead");
        browser.setOut();
        browser.go(products.jira.address() + "/projects/SHOP");
        browser.follow(By.id("decision-gates-project-week-link"));
        assertTrue(browser.has(By.cssSelector(".decision-gates-week-headline")));
        assertTrue("three to five actions",
                List.of(3, 4, 5).contains(browser.all(By.cssSelector(".decision-gates-week-actions tbody tr")).size()));
        browser.follow(By.cssSelector(".decision-gates-week-blockers tbody a[href$='/browse/" + blocker + "']"));
        jira.press("Escalate");
        jira.submitTransition();
        String reason = rest.field("Reason");
        assertEquals(Set.of(reason), jira.fieldErrors().keySet());
        jira.fill(Map.of(reason, "The supplier has not answered for a week"));
        jira.submitTransition();
        assertEquals("ESCALATED", jira.status());
        browser.follow(By.id("decision-gates-project-week-link"));
        assertTrue(row(blocker).getText().toUpperCase(java.util.Locale.ROOT).contains("ESCALATED"));
        assertEquals("one click of them on a screen that lacked its reason", "6 clicks, 4 pages", browser.taken());
    }

    /** P4.3: sees what is wrong before anybody meets it, goes where it is corrected, and takes the file for support away. */
    @Test
    public void keepsTheAppHealthy() {
        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Who pays for returns?", rest.field("Owner"), Map.of("name", "auditor"))))
                .get("key").asText();
        jira.logIn("admin");
        activate(false);
        try {
            browser.setOut();
            browser.go(products.jira.address() + "/secure/admin");
            browser.follow(By.id("decision-gates-health-link"));
            browser.type(By.name("webSudoPassword"), "wrong");
            browser.follow(By.cssSelector("#login-form button"));
            assertFalse("nothing is shown for a wrong password", browser.has(By.cssSelector(".decision-gates-health")));
            browser.type(By.name("webSudoPassword"), "admin");
            browser.follow(By.cssSelector("#login-form button"));
            WebElement finding = browser.all(By.cssSelector(FINDING)).stream().filter(row -> row.getText().contains("Elena Rossi"))
                    .findFirst().orElseThrow(() -> new AssertionError(browser.page()));
            assertTrue(finding.getText(), finding.getText().contains("is deactivated and owns"));
            browser.script("arguments[0].querySelector('td:last-child a').id = 'e2e-fix'", finding);
            browser.follow(By.id("e2e-fix"));
            assertTrue(browser.page(), browser.page().contains(key));
            assertEquals("one click of them for a wrong password", "4 clicks, 5 pages", browser.taken());
            browser.go(products.jira.address() + "/plugins/servlet/decision-gates/health");
            assertEquals("a file", "200 true",
                    browser.driver().executeAsyncScript("const done = arguments[arguments.length - 1];"
                            + "fetch(document.getElementById('decision-gates-health-support').href)"
                            + ".then(file => done(file.status + ' ' + file.headers.get('Content-Type').startsWith('application/zip')))"));
        } finally {
            jira.logIn("admin");
            activate(true);
        }
    }

    /** P5.1 and P5.3: an executive finds the week in its space, reads it, and takes it away; somebody who may not see it takes nothing. */
    @Test
    public void readsTheWeekAndTakesItAway() {
        confluence.logIn("stakeholder");
        browser.setOut();
        confluence.open("/display/SHOP");
        browser.follow(By.linkText("The week at a glance"));
        assertEquals("1 clicks, 2 pages", browser.taken());
        confluence.awaitJira();
        assertTrue(browser.see(By.cssSelector(".decision-gates-week-headline")).isDisplayed());
        assertEquals(4, browser.all(By.cssSelector(".decision-gates-week-tiles > li")).size());
        assertTrue(confluence.content(), confluence.content().contains("as of ") || confluence.content().contains("Live"));
        // what is shown first may be a copy from before what other tests did
        browser.follow(By.linkText("Refresh"));
        confluence.awaitJira();
        List<String> blockers = keys();
        browser.setOut();
        browser.click(By.id("action-menu-link"));
        browser.follow(By.id("action-export-pdf-link"));
        assertEquals("2 clicks, 1 pages", browser.taken());
        confluence.awaitJira();
        assertTrue("all that the page says", keys().containsAll(blockers) && !blockers.isEmpty());

        confluence.logIn("outsider");
        confluence.open("/display/SHOP/The+week+at+a+glance");
        browser.click(By.id("action-menu-link"));
        browser.follow(By.id("action-export-pdf-link"));
        browser.until("a word to whoever may not see it", () -> {
            browser.reload();
            return confluence.content().contains("You cannot see project SHOP in Jira");
        });
        assertEquals("neither an issue nor a number", List.of(), keys());
        assertFalse(browser.has(By.cssSelector(".decision-gates-week-tiles")));
    }

    private List<String> keys() {
        return browser.all(By.cssSelector(".decision-gates-week-blockers a.decision-gates-week-issue")).stream().map(WebElement::getText)
                .toList();
    }

    private WebElement row(String key) {
        return browser.all(By.cssSelector(".decision-gates-week-blockers tbody tr")).stream().filter(row -> row.getText().contains(key))
                .findFirst().orElseThrow(() -> new AssertionError(browser.page()));
    }

    private void activate(boolean active) {
        browser.go(products.jira.address() + "/secure/admin/user/UserBrowser.jspa");
        browser.follow(By.cssSelector("tr[data-user='auditor'] button." + (active ? "activate" : "deactivate")));
    }
}
