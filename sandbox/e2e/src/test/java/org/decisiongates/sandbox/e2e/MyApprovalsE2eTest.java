package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** An approver finds on a phone what waits, gives it with two clicks and a comment, sees that it changed, and has somebody stand in. */
public class MyApprovalsE2eTest {

    private static final String PAGE = "#decision-gates-my-approvals";
    private static final String PANEL = ".decision-gates-approvals";
    private static final String POLICY = "/rest/decision-gates/1.0/policies/approving-mine";
    private static final By STATUS = By.cssSelector(PANEL + "-status");
    private static final By WAITING = By.id("decision-gates-waiting");
    private static final By STALE = By.id("decision-gates-stale");
    private static final By MADE = By.id("decision-gates-delegations-made");
    private static final By PERSON = By.id("decision-gates-delegation-delegate");
    private static final By SEND = By.id("decision-gates-delegation-send");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraPages jira = new JiraPages(browser, products.jira.address());
    private final JiraRest admin = new JiraRest(products.jira.address(), "admin");
    private final JiraRest owner = new JiraRest(products.jira.address(), "owner");
    private String key;

    @Before
    public void somebodyAskedForAnApproval() {
        admin.put(POLICY + "?project=SHOP&basedOn=0&why=for+a+test",
                Map.of("format", 1, "key", "approving-mine", "name", "Approving", "issueType", "decision", "gates", List.of(), "approvals",
                        Map.of("requirements", List.of(Map.of("key", "support", "name", "Support", "people", List.of("stakeholder"),
                                "sections", List.of("scope"), "commentRequired", true)))));
        key = owner.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Refund without a receipt?", owner.field("Owner"), Map.of("name", "owner"))))
                .get("key").asText();
        String approvals = "/rest/decision-gates/1.0/issue/" + key + "/approvals";
        owner.post(approvals, Map.of("kind", "REQUESTED", "shown", owner.get(approvals).get("shown").asText()));
    }

    @After
    public void noPolicyDoes() {
        admin.post(POLICY + "/retire?project=SHOP&basedOn=1&why=over", Map.of());
    }

    @Test
    public void leadToAnApprovalWithTwoClicksAndAComment() {
        jira.logIn("stakeholder");
        browser.size(380, 900);
        open();
        assertTrue(browser.text(WAITING), browser.text(WAITING).contains("Refund without a receipt?"));
        browser.follow(By.linkText(key));
        browser.type(By.id("decision-gates-approvals-comment"), "Support can answer what it says");
        browser.click(By.cssSelector(PANEL + " button[value='APPROVED']"));
        browser.until("Saved.", () -> browser.text(STATUS).equals("Saved."));
        browser.size(1280, 900);
        open();
        assertFalse(browser.page(), browser.has(WAITING));

        owner.put("/rest/api/2/issue/" + key, Map.of("fields", Map.of("summary", "Refund with a receipt?")));
        browser.reload();
        assertTrue(browser.text(STALE), browser.text(STALE).contains("summary and description"));
        assertTrue("it waits again", browser.text(WAITING).contains(key));
        haveSomebodyStandIn();
    }

    private void haveSomebodyStandIn() {
        browser.type(PERSON, "stakeholder");
        browser.follow(SEND);
        assertEquals(3, browser.all(By.cssSelector(PAGE + " .error")).size());
        assertEquals("Nobody stands in for themselves. Choose another person.",
                browser.all(By.cssSelector(PAGE + " .error")).stream().map(WebElement::getText).findFirst().orElse(""));
        PageLook.at(browser, "my-approvals-refused", PAGE);
        browser.size(380, 800);
        browser.follow(SEND);
        assertEquals("on a phone the form stands below the fold", "delegate", browser.script("const at ="
                + " document.activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight"
                + " ? document.activeElement.name : 'out of sight'"));
        browser.picture("my-approvals-refused-phone");
        browser.size(1280, 900);
        browser.type(PERSON, "lead");
        for (String day : List.of("first", "last")) {
            browser.script("document.getElementById('decision-gates-delegation-' + arguments[0]).value = arguments[1]", day,
                    TestTime.day(day.equals("first") ? 0 : 9));
        }
        browser.type(By.id("decision-gates-delegation-projects"), "shop");
        browser.follow(SEND);
        assertTrue(browser.page(), browser.page().contains("The delegation has been saved."));
        browser.size(1280, 1600);
        browser.document("my-approvals", By.cssSelector(PAGE));
        browser.size(1280, 900);
        PageLook.at(browser, "my-approvals", PAGE);

        jira.logIn("lead");
        open();
        assertTrue(browser.text(WAITING), browser.text(WAITING).contains("Support, on behalf of "));
        browser.follow(By.linkText(key));
        browser.type(By.id("decision-gates-approvals-comment"), "Read for the one who is away");
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", PANEL);
        browser.picture("approvals-on-behalf");
        browser.click(By.cssSelector(PANEL + " button[value='APPROVED'][data-on-behalf-of]"));
        browser.until("Saved.", () -> browser.text(STATUS).equals("Saved."));
        assertTrue(browser.text(By.cssSelector(PANEL)), browser.text(By.cssSelector(PANEL)).contains(" on behalf of "));

        jira.logIn("stakeholder");
        open();
        browser.follow(By.cssSelector("#decision-gates-delegations-made button"));
        assertFalse(browser.page(), browser.has(MADE));
    }

    private void open() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/my-approvals");
    }
}
