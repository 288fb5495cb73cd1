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

/** An administrator puts a gate before a transition of another issue type, through the workflow editor alone. */
public class AdminE2eTest {

    private static final String WORKFLOW = "Operations task workflow";
    private static final String FINISH = "a.transition-link[data-transition='21']";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "lead");
    private JiraPages jira;

    @Before
    public void logIn() {
        jira = new JiraPages(browser, products.jira.address());
        jira.logIn("admin");
    }

    @Test
    public void aGateAddedThroughTheFormRefusesATask() {
        browser.go(products.jira.address() + "/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=live&workflowName="
                + WORKFLOW.replace(' ', '+'));
        browser.follow(By.id("create-draft"));
        browser.follow(By.cssSelector(FINISH));
        browser.follow(By.id("add-validator"));
        browser.tick(By.cssSelector("input[name='pluginModuleKey'][value$='gate-validator']"));
        browser.follow(By.id("validator-next"));

        browser.click(add("Has owner"));
        browser.choose(By.cssSelector("select[name='has-owner.field']"), "assignee");
        assertEquals("the sentence follows what is chosen", "Assignee names one active person who can be assigned work in the project.",
                browser.text(By.cssSelector("[data-list='chosen'] li:nth-child(1) .decision-gate-sentence")));
        browser.type(By.name("has-owner.message"), "Say who finishes this.");
        browser.click(add("Has due date"));
        browser.type(By.name("has-due-date.horizon-days"), "10");
        assertEquals("the sentence follows what is typed", "Due date holds a date that is not in the past when it is set. It is at most 10"
                + " days ahead.",
                browser.text(By.cssSelector("[data-list='chosen'] li:nth-child(2) .decision-gate-sentence")));
        browser.picture("gate-form");
        assertEquals(List.of(), Accessibility.complaints(browser, ".decision-gate-form"));
        browser.size(380, 900);
        browser.script("document.querySelector('.decision-gate-form').scrollIntoView()");
        new Layout(browser).fits("the form of a gate", ".decision-gate-form");
        browser.picture("gate-form-380");
        browser.size(1280, 900);
        browser.follow(By.id("validator-submit"));
        String sentence = browser.text(By.cssSelector("[data-module$='gate-validator'] .rule-text"));
        assertTrue(sentence,
                sentence.contains("Assignee") && sentence.contains("10 days ahead") && sentence.contains("Say who finishes this."));

        browser.go(products.jira.address() + "/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=draft&workflowName="
                + WORKFLOW.replace(' ', '+'));
        browser.follow(By.id("publish-draft"));

        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "OPS"),
                "issuetype", Map.of("name", "Task"), "summary", "Rotate the keys of the payment service"))).get("key").asText();
        jira.logIn("lead");
        jira.open(key);
        jira.press("Finish");
        jira.submitTransition();
        String refusal = jira.fieldErrors() + " " + jira.generalErrors();
        assertTrue(refusal, refusal.contains("Say who finishes this."));
        assertTrue(refusal, refusal.contains("There is no due date"));

        rest.put("/rest/api/2/issue/" + key, Map.of("fields", Map.of("assignee", Map.of("name", "lead"),
                "duedate", TestTime.day(2))));
        jira.open(key);
        jira.press("Finish");
        jira.submitTransition();
        assertEquals("DONE", jira.status());
    }

    private static By add(String rule) {
        return By.cssSelector("[data-action='add'][aria-label='Add: " + rule + "']");
    }

    @Test
    public void thePageOfTheAppEnablesAProjectAndRefusesStrangers() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/admin");
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        String before = browser.page();
        assertTrue(before, before.contains("RISK") && before.contains("SHOP"));
        browser.follow(By.cssSelector("tr[data-project='RISK'] input[type='submit']"));
        browser.picture("admin-page");
        assertTrue(browser.has(By.cssSelector("tr[data-project='RISK'] .aui-lozenge-success")));
        assertFalse("an enabled project offers no button", browser.has(By.cssSelector("tr[data-project='RISK'] input[type='submit']")));

        jira.logIn("lead");
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/admin");
        assertFalse(browser.page(), browser.page().contains("RISK"));
    }
}
