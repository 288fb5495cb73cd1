package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What gates said, and what they did over time, in the sidebar of a project: for everybody who can see a page, in the dark and on a phone.
 */
public class GatePagesE2eTest {

    private static final String PAGE = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:";
    private static final String HEALTH = "/plugins/servlet/decision-gates/health";
    private static final By ROWS = By.cssSelector(".decision-gates-audit-table tbody tr");
    private static final By RULES = By.cssSelector(".decision-gates-insight-rules tbody tr");
    private static final int MOST_ROWS = 50;
    private static final List<String> DOCUMENTS = List.of("gate-insight", "release-readiness");
    /** What the sandbox's own pages do not do: let the tokens of the design system decide. */
    private static final String SURFACE = "html, body { background: var(--ds-surface) !important; color: var(--ds-text) !important }"
            + "body :has(.decision-gates-audit, .decision-gates-insight, .decision-gates-release, .decision-gates-task, "
            + ".decision-gates-dry-run, .decision-gates-erasure, .decision-gates-health) "
            + "{ background: none !important; color: inherit !important }";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private JiraPages jira;

    @Before
    public void refuse() {
        jira = new JiraPages(browser, products.jira.address());
        JiraRest lead = new JiraRest(products.jira.address(), "lead");
        String key = lead.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Refund before the parcel is back?"))).get("key").asText();
        jira.logIn("lead");
        jira.open(key);
        jira.press("Send for review");
        jira.submitTransition();
    }

    @Test
    public void showsAnAuditorWhatGatesSaid() {
        open("project-audit-link");
        assertTrue(browser.all(ROWS).size() > 0);
        browser.driver().findElement(By.cssSelector("#decision-gates-filter-rule option[value='has-owner']")).click();
        browser.driver().findElement(By.cssSelector("#decision-gates-filter-outcome option[value='REFUSED']")).click();
        browser.follow(By.cssSelector(".decision-gates-filter [type='submit']"));
        assertEquals(List.of("REFUSED"), browser.all(By.cssSelector(".decision-gates-audit-table .aui-lozenge")).stream()
                .map(one -> one.getText().toUpperCase(java.util.Locale.ROOT)).distinct().toList());
        isForEverybody("gate-audit", ".decision-gates-audit", ".decision-gates-filter");
    }

    /** P6.1: filters a period, sees the version of the policy that was in force, verifies, and takes a file away. */
    @Test
    public void letsAnAuditorProveAControl() {
        open("project-audit-link");
        period(1, 0);
        assertTrue(browser.text(By.cssSelector(".decision-gates-filter-problems")).contains("Swap the two days."));
        isForEverybody("gate-audit-wrong", ".decision-gates-filter-problems", ".decision-gates-audit");
        period(0, 0);
        browser.driver().findElement(By.cssSelector("#decision-gates-filter-outcome option[value='REFUSED']")).click();
        browser.follow(By.cssSelector(".decision-gates-filter [type='submit']"));
        int rows = browser.all(ROWS).size();
        assertTrue(rows > 0);
        assertTrue(browser.page(), browser.text(By.cssSelector(".decision-gates-audit-table tbody tr")).contains("decision 1 / in-review"));

        browser.follow(By.cssSelector(".decision-gates-audit-verify"));
        // nothing is sealed in the first minute
        String found = browser.text(By.id("decision-gates-audit-verified"));
        assertTrue(found, found.startsWith("Unchanged") || found.startsWith("No entry of this project is sealed yet."));
        assertEquals("what was asked for is kept", rows, browser.all(ROWS).size());
        isForEverybody("gate-audit-verified", "#decision-gates-audit-verified", ".decision-gates-audit-links");

        String file = (String) browser.driver().executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "fetch(document.querySelector('.decision-gates-audit-csv').href).then(answer => answer.text()).then(done)");
        List<String> lines = file.lines().toList();
        assertTrue(lines.get(0), lines.get(0).startsWith("sequence,at,issue,") && lines.get(0).endsWith(",hash,projectHash"));
        List<String> entries = lines.stream().skip(1).filter(line -> !line.startsWith("hidden,")).toList();
        assertEquals("a line for each row of the page", rows, Math.min(MOST_ROWS, entries.size()));
        assertTrue(file, entries.stream().allMatch(line -> line.contains(",REFUSED,")));
    }

    private void period(int from, int until) {
        browser.type(By.id("decision-gates-filter-from"), TestTime.day(from));
        browser.type(By.id("decision-gates-filter-until"), TestTime.day(until));
        browser.follow(By.cssSelector(".decision-gates-filter [type='submit']"));
    }

    @Test
    public void showsATeamWhatItsGatesDid() {
        open("project-insight-link");
        assertTrue(browser.all(RULES).size() > 0);
        isForEverybody("gate-insight", ".decision-gates-insight", ".decision-gates-filter");
        browser.follow(By.cssSelector(".decision-gates-insight-entries"));
        assertTrue(browser.all(ROWS).size() > 0);
    }

    @Test
    public void showsWhoeverCommitsAReleaseWhatLacksMost() {
        open("project-readiness-link");
        browser.driver().findElement(By.cssSelector("#decision-gates-release option[value='Spring']")).click();
        browser.follow(By.cssSelector(".decision-gates-release-choice [type='submit']"));
        List<WebElement> rows = browser.all(By.cssSelector(".decision-gates-release-table tbody tr"));
        assertTrue(rows.get(0).getText(), !rows.get(0).getText().endsWith("Nothing"));
        assertTrue("one lacks nothing", rows.get(rows.size() - 1).getText().endsWith("Nothing"));
        isForEverybody("release-readiness", ".decision-gates-release");
        browser.follow(By.cssSelector(".decision-gates-release-table tbody li a"));
        assertTrue(browser.address(), browser.address().endsWith("#decision-gates-readiness"));
        assertTrue(browser.has(By.id("decision-gates-readiness")));
    }

    @Test
    public void checksAllIssuesOfAQueryInTheBackground() {
        open("project-readiness-link");
        browser.follow(By.cssSelector(".decision-gates-release-check"));
        for (int width : List.of(380, 1280)) {
            browser.size(width, 900);
            browser.picture("bulk-check-" + width);
        }
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-bulk-check"));
        browser.type(By.id("decision-gates-check-jql"), "colour = red");
        browser.follow(By.cssSelector("#decision-gates-bulk-check [type='submit']"));
        assertTrue(browser.text(By.id("decision-gates-check-problems")).contains("colour"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-bulk-check"));
        browser.type(By.id("decision-gates-check-jql"), "project = SHOP");
        browser.follow(By.cssSelector("#decision-gates-bulk-check [type='submit']"));
        browser.until("the check is done", () -> browser.has(By.cssSelector(".decision-gates-task-entries tbody tr")));
        assertTrue(browser.text(By.cssSelector(".decision-gates-task h2")).contains("issues would be refused"));
        isForEverybody("bulk-check-done", ".decision-gates-task");
    }

    @Test
    public void saysWhatThereIsToDoWhereAnAddressLeadsToNothing() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/tasks?id=gone");
        isForEverybody("task-none", ".decision-gates-task");
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/dry-run?project=SHOP");
        isForEverybody("dry-run-no-key", ".decision-gates-dry-run");
        browser.follow(By.cssSelector(".decision-gates-dry-run a"));
        assertTrue(browser.has(By.cssSelector(".decision-gates-policies")));
    }

    @Test
    public void erasesNobodyByNamesThatItHasNotLookedFor() {
        jira.logIn("admin");
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/erasures");
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        browser.see(By.id("decision-gates-erasure-person")).sendKeys("lead", Keys.ENTER);
        browser.see(By.id("decision-gates-erasure-names")).sendKeys(Keys.END, Keys.ENTER, "Another Name");
        browser.tick(By.id("decision-gates-erasure-confirmed"));
        browser.follow(By.name("erase"));
        assertTrue(browser.text(By.cssSelector(".decision-gates-erasure-error")).contains("the names were changed"));
        isForEverybody("erasure-names-changed", ".decision-gates-erasure");
        assertTrue("what was typed is looked for now", browser.see(By.id("decision-gates-erasure-names")).getDomProperty("value")
                .contains("Another Name") && browser.has(By.name("erase")));
    }

    /** Whoever administers sees what is wrong before somebody is refused, and takes the file for support away. */
    @Test
    public void showsWhoeverAdministersWhatIsWrong() {
        JiraRest lead = new JiraRest(products.jira.address(), "lead");
        lead.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Decision"),
                "summary", "Who answers for returns?", lead.field("Owner"), Map.of("name", "owner"))));
        jira.logIn("admin");
        activate("owner", false);
        try {
            browser.go(products.jira.address() + HEALTH);
            browser.type(By.name("webSudoPassword"), "admin");
            browser.follow(By.cssSelector("#login-form button"));
            assertTrue(browser.page(),
                    browser.text(By.cssSelector(".decision-gates-health-table tbody")).contains("is deactivated and owns"));
            assertTrue(browser.all(By.cssSelector("table[aria-labelledby='decision-gates-health-jobs'] tbody tr")).size() > 0);
            assertTrue(browser.has(By.id("decision-gates-health-support")));
            isForEverybody("health", ".decision-gates-health");
            jira.logIn("lead");
            browser.go(products.jira.address() + HEALTH + "?project=SHOP");
            assertTrue(browser.page(),
                    browser.text(By.cssSelector(".decision-gates-health-table tbody")).contains("is deactivated and owns"));
            assertFalse(browser.has(By.id("decision-gates-health-support")));
            isForEverybody("health-project", ".decision-gates-health");
        } finally {
            jira.logIn("admin");
            activate("owner", true);
        }
    }

    private void activate(String name, boolean active) {
        browser.go(products.jira.address() + "/secure/admin/user/UserBrowser.jspa");
        browser.follow(By.cssSelector("tr[data-user='" + name + "'] button." + (active ? "activate" : "deactivate")));
    }

    private void open(String item) {
        browser.go(products.jira.address() + PAGE + item);
    }

    private void isForEverybody(String name, String... parts) {
        for (boolean dark : List.of(false, true)) {
            if (dark) {
                browser.style(SURFACE);
                browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
            }
            for (int width : List.of(380, 1280)) {
                String what = name + "-" + width + (dark ? "-dark" : "");
                browser.size(width, 900);
                browser.script("scrollTo(0, 0)");
                if (DOCUMENTS.contains(name) && what.equals(name + "-1280")) {
                    browser.document(name);
                }
                browser.picture(what);
                new Layout(browser).fits(what, "main");
                for (String part : parts) {
                    assertEquals(what, List.of(), Accessibility.complaints(browser, part));
                }
            }
        }
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
        browser.style("");
        browser.size(380, 900);
        new Layout(browser).stacks(name);
        browser.size(1280, 900);
    }
}
