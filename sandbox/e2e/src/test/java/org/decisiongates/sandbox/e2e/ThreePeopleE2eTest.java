package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/**
 * The way from a question about a Decision to the Decision, by three people: an approver on a phone, who asks, the owner, who answers, and
 * the lead, who decides.
 */
public class ThreePeopleE2eTest {

    private static final String FEEDBACK = ".decision-gates-feedback";
    private static final String APPROVALS = ".decision-gates-approvals";
    private static final String MINE = "#decision-gates-my-approvals";
    private static final By COMMENT = By.id("decision-gates-approvals-comment");
    private static final By STALE = By.id("decision-gates-stale");
    private static final String POLICY = "/rest/decision-gates/1.0/policies/three-people";
    private static final int PHONE = 380;

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraPages jira = new JiraPages(browser, products.jira.address());
    private final JiraRest admin = new JiraRest(products.jira.address(), "admin");
    private final JiraRest owner = new JiraRest(products.jira.address(), "owner");
    private final String fallback = owner.field("Fallback plan");
    private String key;

    @Before
    public void aDecisionIsInReview() {
        admin.put(POLICY + "?project=SHOP&basedOn=0&why=for+a+test", Map.of("format", 1, "key", "three-people", "name", "Three people",
                "issueType", "decision", "gates", List.of(Map.of("key", "decided", "name", "Decided", "phase", "DECIDED", "enforcement",
                        "enforce", "rules", List.of(Map.of("rule", "approvals-current")))),
                "approvals", Map.of("requirements", List.of(Map.of("key", "support", "name", "Support", "people", List.of("stakeholder"),
                        "sections", List.of("question", "fallback", "due-date"), "commentRequired", true)))));
        key = owner.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Deliver to parcel lockers?", "duedate", TestTime.day(10), owner.field("Owner"),
                Map.of("name", "owner")))).get("key").asText();
        owner.put(issue(), Map.of("fields", Map.of(fallback, "Deliver to the door as today", owner.field("Acceptance criteria"),
                "Nine of ten parcels fit a locker")));
        owner.post(issue() + "/transitions", Map.of("transition", Map.of("id", "11")));
    }

    @After
    public void noPolicyAsksForApprovals() {
        admin.post(POLICY + "/retire?project=SHOP&basedOn=1&why=over", Map.of());
    }

    @Test
    public void leadsFromAQuestionToADecisionThatIsApproved() {
        theApproverAsks();
        theOwnerAnswers();
        theApproverApproves("Support can explain it");
        theOwnerMovesTheDay();
        theLeadCannotDecide();
        theApproverReadsWhatChangedAndApprovesAgain();
        theLeadDecides();
    }

    private void theApproverAsks() {
        onAPhone("stakeholder");
        jira.open(key);
        browser.click(By.cssSelector(FEEDBACK + "-opening summary"));
        browser.choose(By.id("decision-gates-feedback-section"), "fallback");
        browser.type(By.id("decision-gates-feedback-objective"), "Know what happens to a parcel that does not fit");
        browser.type(By.id("decision-gates-feedback-text"), "Who tells the buyer?");
        press(FEEDBACK, "");
        press(FEEDBACK, "owner-action");
        browser.until("a countdown", () -> browser.text(By.id("decision-gates-feedback-1")).toLowerCase(Locale.ROOT).contains("min left"));
        isForEverybody("a thread that needs its owner", FEEDBACK);
    }

    private void theOwnerAnswers() {
        atADesk("owner");
        jira.open(key);
        browser.click(By.id("edit-issue"));
        browser.see(By.id("issue-edit"));
        jira.fill(Map.of(fallback, "Deliver to the door, and tell the buyer by text message"));
        saveForm();
        browser.type(By.id("decision-gates-feedback-text-1"), "The courier does, by text message");
        press(FEEDBACK, "resolve");
        browser.until("an end",
                () -> browser.text(By.id("decision-gates-feedback-1")).toLowerCase(Locale.ROOT).contains("settled in time"));
        press(APPROVALS, "REQUESTED");
        saved();
    }

    /** A click on the issue, a comment, and a click on the button. */
    private void theApproverApproves(String comment) {
        onAPhone("stakeholder");
        openMine();
        isForEverybody("what waits", MINE);
        browser.follow(By.linkText(key));
        assertTrue("what the click is about", browser.see(By.cssSelector(APPROVALS + "-content dl")).isDisplayed());
        isForEverybody("an approval that can be given", APPROVALS);
        fits(APPROVALS);
        browser.type(COMMENT, comment);
        press(APPROVALS, "APPROVED");
        saved();
        assertEquals(List.of("current"), standings());
        isForEverybody("an approval that was given", APPROVALS);
    }

    private void theOwnerMovesTheDay() {
        atADesk("owner");
        jira.open(key);
        browser.click(By.id("edit-issue"));
        String hint = "A change of this field makes current approvals stale: Support.";
        browser.until("what a change would do", () -> browser.all(By.cssSelector("#issue-edit .decision-gates-hint")).stream()
                .map(found -> found.getText()).filter(text -> text.contains(hint)).count() == 3);
        assertTrue("read out with its field",
                browser.see(By.id("duedate")).getDomAttribute("aria-describedby").contains("duedate-decision-gates-hint"));
        isForEverybody("a form that warns", "#issue-edit");
        browser.picture("approvals-edit-form");
        jira.fill(Map.of("duedate", TestTime.day(20)));
        saveForm();
        assertEquals(List.of("stale"), standings());
    }

    private void theLeadCannotDecide() {
        atADesk("lead");
        jira.open(key);
        browser.click(By.cssSelector(APPROVALS + " li li details summary"));
        browser.size(1280, 4200);
        browser.document("approvals", By.cssSelector("#panel-approvals-panel .mod-content"));
        browser.size(1280, 1050);
        decide();
        assertTrue(jira.generalErrors().toString(), jira.generalErrors().toString().contains("Support: 0 of 1 needed approvals"));
        assertEquals("nothing else is missing", Map.of(), jira.fieldErrors());
        assertEquals("IN REVIEW", jira.status());
    }

    private static String asJiraWrites(int days) {
        return DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH).format(LocalDate.parse(TestTime.day(days)));
    }

    private void theApproverReadsWhatChangedAndApprovesAgain() {
        onAPhone("stakeholder");
        openMine();
        assertTrue(browser.text(STALE), browser.text(STALE).contains(key) && browser.text(STALE).contains("due date"));
        isForEverybody("what changed", MINE);
        browser.follow(By.linkText(key));
        // whoever approved what it was need not open it
        assertEquals(asJiraWrites(10), browser.text(By.cssSelector(APPROVALS + " del")));
        assertEquals(asJiraWrites(20), browser.text(By.cssSelector(APPROVALS + " ins")));
        assertTrue("who did it", browser.text(By.cssSelector(APPROVALS + " li li details")).contains("Last changed by Tom Keller, "));
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", APPROVALS);
        browser.picture("approvals-phone-stale");
        isForEverybody("a difference", APPROVALS);
        fits(APPROVALS);
        browser.type(COMMENT, "The later day is fine");
        press(APPROVALS, "APPROVED");
        saved();
        assertEquals(List.of("current"), standings());
    }

    private void theLeadDecides() {
        atADesk("lead");
        jira.open(key);
        decide();
        assertEquals("DECIDED", jira.status());
        assertEquals("the fields of the dialog left it alone", List.of("current"), standings());
    }

    private void decide() {
        jira.press("Decide");
        jira.fill(Map.of(owner.field("Trade-offs"), "Nobody rings at the door any more", owner.field("Outcome"),
                "We deliver to parcel lockers in every town", owner.field("Reason for the outcome"),
                "Fewer parcels come back, and couriers save time", owner.field("Rejected options"),
                "Parcel shops, which close at six"));
        jira.submitTransition();
    }

    private void onAPhone(String user) {
        jira.logIn(user);
        browser.size(PHONE, 800);
    }

    private void atADesk(String user) {
        browser.size(1280, 1050);
        jira.logIn(user);
    }

    private void openMine() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/my-approvals");
    }

    private void saveForm() {
        browser.click(By.id("issue-edit-submit"));
        browser.until("the form is gone", () -> !browser.has(By.id("issue-edit")));
        browser.see(By.id("key-val"));
    }

    private void press(String panel, String value) {
        browser.click(By.cssSelector(panel + " button[value='" + value + "']"));
    }

    private void saved() {
        browser.until("Saved.", () -> browser.text(By.cssSelector(APPROVALS + "-status")).startsWith("Saved."));
    }

    private List<String> standings() {
        return browser.all(By.cssSelector(APPROVALS + " li li .aui-lozenge")).stream().map(lozenge -> lozenge.getDomProperty("textContent"))
                .toList();
    }

    private void isForEverybody(String what, String part) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, part));
    }

    private void fits(String panel) {
        assertTrue("nothing sticks out of the panel", (Boolean) browser.script(
                "var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", panel));
    }

    private String issue() {
        return "/rest/api/2/issue/" + key;
    }
}
