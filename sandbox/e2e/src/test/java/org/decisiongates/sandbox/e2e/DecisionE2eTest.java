package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** Somebody tries to decide something nobody owns, is told everything that is missing, fills it in, and passes. */
public class DecisionE2eTest {

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private JiraPages jira;
    private String owner;
    private String criteria;
    private String fallback;

    @Before
    public void logIn() {
        jira = new JiraPages(browser, products.jira.address());
        owner = rest.field("Owner");
        criteria = rest.field("Acceptance criteria");
        fallback = rest.field("Fallback plan");
        jira.logIn("lead");
    }

    @Test
    public void everyReasonIsShownUnderItsFieldUntilAllAreGone() {
        create("One-page checkout for returning buyers");
        String key = jira.key();
        assertEquals("DRAFT", jira.status());

        jira.press("Send for review");
        jira.submitTransition();
        assertEquals(Set.of(owner, "duedate", criteria), jira.fieldErrors().keySet());
        assertTrue(jira.fieldErrors().get(owner), jira.fieldErrors().get(owner).contains("Nobody owns this"));
        browser.document("refused-transition");

        jira.fill(Map.of(owner, "owner"));
        jira.submitTransition();
        assertEquals(Set.of("duedate", criteria), jira.fieldErrors().keySet());

        jira.fill(Map.of("duedate", inDays(7), criteria, "TBD"));
        jira.submitTransition();
        assertEquals(Set.of(criteria), jira.fieldErrors().keySet());
        assertTrue(jira.fieldErrors().get(criteria).contains("only headings, markup or placeholders"));

        jira.fill(Map.of(criteria, "Checkout completes in three steps for 95 % of returning buyers"));
        jira.submitTransition();
        assertEquals(key, jira.key());
        assertEquals("IN REVIEW", jira.status());
    }

    @Test
    public void aDecisionCannotGoIntoDeliveryWithoutAFallback() {
        create("Free returns during the promotion");
        String key = jira.key();
        jira.press("Send for review");
        jira.fill(Map.of(owner, "owner", "duedate", inDays(3), criteria, "Refund rate stays under 8 %"));
        jira.submitTransition();
        jira.press("Decide");
        jira.fill(Map.of(rest.field("Trade-offs"), "Returns from abroad stay paid", rest.field("Outcome"),
                "We pay returns within the country", rest.field("Reason for the outcome"), "They cost less than lost buyers",
                rest.field("Rejected options"), "Free returns from everywhere"));
        jira.submitTransition();
        assertEquals("DECIDED", jira.status());
        linkAndRecord(key);

        jira.press("Start delivery");
        jira.submitTransition();
        assertEquals(Set.of(fallback), jira.fieldErrors().keySet());
        jira.fill(Map.of(fallback, "Keep paid returns and announce the change in the next promotion"));
        jira.submitTransition();
        assertEquals(key, jira.key());
        assertEquals("IN DELIVERY", jira.status());
    }

    @Test
    public void aSupersededDecisionLeadsToTheOneThatHoldsInstead() {
        create("Refunds by card");
        String successor = jira.key();
        create("Refunds by voucher");
        String key = jira.key();
        String by = rest.field("Superseded by");
        jira.press("Supersede");
        jira.submitTransition();
        assertEquals(Set.of(by, rest.field("Reason")), jira.fieldErrors().keySet());
        browser.until("the key completes",
                () -> browser.has(By.cssSelector("datalist option[value='" + successor + "'][label='Refunds by card']")));
        assertEquals("itself is not offered", List.of(),
                browser.script("return [...document.querySelectorAll('datalist option[value=\"" + key + "\"]')]"));
        assertEquals("completes the field", Boolean.TRUE, browser.script(
                "const field = document.getElementById(arguments[0]); return field.list.querySelector('option') !== null", by));
        jira.fill(Map.of(by, key, rest.field("Reason"), "Buyers refuse vouchers"));
        jira.submitTransition();
        assertTrue(jira.fieldErrors().get(by), jira.fieldErrors().get(by).contains("cannot supersede itself"));
        browser.picture("refused-supersede");
        jira.fill(Map.of(by, successor, rest.field("Reason"), "Buyers refuse vouchers"));
        jira.submitTransition();
        assertEquals("SUPERSEDED", jira.status());
        assertTrue(rest.get("/rest/api/2/issue/" + key).at("/fields/issuelinks").toString().contains(successor));
        assertTrue(rest.get("/rest/api/2/issue/" + successor).at("/fields/issuelinks").toString().contains(key));
    }

    @Test
    public void adviceStandsUnderItsFieldOnTheScreenOfTheTransition() {
        create("Which refunds are paid at once");
        jira.press("Send for review");
        String question = rest.field("Question and options");
        By hint = By.id(question + "-decision-gates-hint");
        browser.until("advice under the field", () -> browser.has(hint));
        String advice = browser.text(hint);
        assertTrue(advice, advice.contains("Question and options stated"));
        assertEquals("read out with the field", Boolean.TRUE, browser.script(
                "return document.getElementById(arguments[0]).getAttribute('aria-describedby').split(' ')"
                        + ".includes(arguments[0] + '-decision-gates-hint')",
                question));
        browser.picture("advice-on-a-transition");
        for (String mode : List.of("light", "dark")) {
            browser.script("document.documentElement.setAttribute('data-color-mode', arguments[0]);"
                    + "document.documentElement.setAttribute('data-theme', arguments[0] + ':' + arguments[0])", mode);
            for (int width : new int[] {1280, 380}) {
                browser.size(width, 900);
                assertEquals(mode + " " + width, List.of(),
                        Accessibility.complaints(browser, ".decision-gates-hints, .decision-gates-hint"));
                assertTrue(mode + " " + width, (Boolean) browser.script("const form = document.getElementById('issue-workflow-transition');"
                        + " return [...form.querySelectorAll('.decision-gates-hints, .decision-gates-hint')]"
                        + ".every(hint => hint.scrollWidth <= hint.clientWidth + 1)"));
                browser.picture("advice-on-a-transition-" + mode + "-" + width);
            }
        }
        browser.size(1280, 900);
        jira.fill(Map.of(owner, "owner", "duedate", inDays(3), criteria, "Refund rate stays under 8 %"));
        jira.submitTransition();
        assertEquals("advice refuses nothing", "IN REVIEW", jira.status());
    }

    /** What starting delivery asks for besides its fields: what it answers and serves, and what happens when it fails. */
    private void linkAndRecord(String key) {
        for (String summary : List.of("Fewer calls about returns", "Returns are paid by the shop")) {
            String other = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                    Map.of("name", "Task"), "summary", summary))).get("key").asText();
            rest.post("/rest/api/2/issueLink", Map.of("type", Map.of("name", "Relates"), "inwardIssue", Map.of("key", key),
                    "outwardIssue", Map.of("key", other)));
        }
        for (String path : List.of("EXPECTED", "FAILURE", "RECOVERY")) {
            rest.post("/rest/decision-gates/1.0/issue/" + key + "/records/exception-state",
                    Map.of("path", path, "text", "Returns are paid for as the page of the shop says", "owner", "owner"));
        }
        jira.open(key);
    }

    @Test
    public void aDueDateInThePastAndAnOwnerWhoLeftAreRefused() {
        create("Price badges on catalogue pages");
        jira.press("Send for review");
        jira.fill(Map.of("duedate", inDays(-1), criteria, "Badges show on 100 % of discounted items"));
        jira.submitTransition();
        assertTrue(jira.fieldErrors().get("duedate"), jira.fieldErrors().get("duedate").contains("is in the past"));
        jira.fill(Map.of("duedate", inDays(40)));
        jira.submitTransition();
        assertTrue(jira.fieldErrors().get("duedate"), jira.fieldErrors().get("duedate").contains("too far ahead"));
    }

    private void create(String summary) {
        jira.startCreating("SHOP", "Decision");
        jira.fill(Map.of("summary", summary));
        jira.submitCreation();
    }

    private static String inDays(int days) {
        return TestTime.day(days);
    }
}
