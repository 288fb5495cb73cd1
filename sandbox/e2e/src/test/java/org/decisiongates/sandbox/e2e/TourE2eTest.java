package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** Walks the two minutes that {@code sandbox/run} prints, by the names and addresses that are printed there. */
public class TourE2eTest {

    private static final Pattern LOGIN = Pattern.compile("(\\w+) \\((\\p{Lu}\\w+ \\p{Lu}\\w+)\\)");
    private static final Pattern STEP = Pattern.compile("\\s+(?=[1-9]\\. [A-Z])");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private final JiraPages jira = new JiraPages(browser, products.jira.address());
    private final String printed = printed();

    @Test
    public void logsInWhoeverIsNamedThere() {
        Map<String, String> named = new TreeMap<>();
        LOGIN.matcher(printed).results().forEach(login -> named.put(login.group(1), login.group(2)));
        assertEquals(6, named.size());
        named.forEach((login, name) -> assertEquals(name,
                new JiraRest(products.jira.address(), login).get("/rest/api/2/myself").get("displayName").asText()));
    }

    @Test
    public void isTrueStepByStep() {
        List<String> steps = List.of(STEP.split(printed.substring(printed.indexOf("Two minutes") + "Two minutes".length())));
        assertEquals(printed, 5, steps.size());

        jira.logIn(in(steps.get(1), "As (\\w+), open"));
        browser.go(address(steps.get(1)));
        String key = jira.key();
        jira.press(in(steps.get(1), "press \"([^\"]+)\""));
        jira.submitTransition();
        assertTrue("everything that is missing at once: " + jira.fieldErrors(), jira.fieldErrors().size() > 1);

        assertTrue(steps.get(2), steps.get(2).startsWith("2. Cancel."));
        browser.click(By.id("issue-workflow-transition-cancel"));
        browser.until("the dialog is closed", () -> !browser.has(By.cssSelector(".jira-dialog")));
        String panel = in(steps.get(2), "panel \"([^\"]+)\"");
        assertEquals(panel, browser.text(By.cssSelector("#panel-readiness-panel h2")));
        String fix = in(steps.get(2), "\"([^\"]+)\" supplies");
        supply(fix, "has-owner", "owner");
        supply(fix, "has-due-date", TestTime.day(7));
        supply(fix, "has-acceptance-criteria", "9 of 10 invoices are paid within 30 days");
        jira.press(in(steps.get(1), "press \"([^\"]+)\""));
        jira.submitTransition();
        assertEquals("IN REVIEW", jira.status());

        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn(in(steps.get(3), "As (\\w+), read"));
        browser.go(address(steps.get(3)));
        confluence.awaitJira();
        assertTrue(browser.has(By.cssSelector(".decision-gates-week-headline")));

        jira.logIn(in(steps.get(4), "As (\\w+), open"));
        browser.go(address(steps.get(4)));
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        browser.follow(By.linkText("Decision"));
        assertFalse(browser.all(By.cssSelector(".decision-gates-policy-claim")).isEmpty());
        assertEquals(1, rest.search("key = " + key + " AND status = \"In review\"").get("total").asInt());
    }

    /** Supplies in the panel what this rule asks. */
    private void supply(String fix, String rule, String value) {
        By item = By.cssSelector(".decision-gates-readiness-item[data-rule='" + rule + "'] [data-action='fix']");
        int before = browser.all(item).size();
        assertEquals(fix, browser.text(item).lines().findFirst().orElse(""));
        browser.click(item);
        browser.type(By.id("decision-gates-readiness-value"), value);
        browser.click(By.cssSelector(".decision-gates-readiness form:not([hidden]) [type='submit']"));
        browser.until(rule + " is met", () -> browser.all(item).size() < before);
    }

    private String address(String step) {
        return in(step, "(\\$\\w+_url/\\S+)").replace("$jira_url", products.jira.address())
                .replace("$confluence_url", products.confluence.address());
    }

    private static String in(String step, String pattern) {
        return Pattern.compile(pattern).matcher(step).results().map((MatchResult found) -> found.group(1)).findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in: " + step));
    }

    private static String printed() {
        try {
            String script = Files.readString(Path.of(System.getProperty("sandbox.host"), "../run"));
            return script.substring(script.indexOf("  Log in as"), script.indexOf("  Logs and data"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
