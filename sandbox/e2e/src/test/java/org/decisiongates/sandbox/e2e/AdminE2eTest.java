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

/** P4.2: an administrator puts a gate before a transition of another issue type, through the workflow editor alone. */
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
        browser.setOut();
        browser.go(products.jira.address() + "/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=live&workflowName="
                + WORKFLOW.replace(' ', '+'));
        browser.follow(By.id("create-draft"));
        browser.follow(By.cssSelector(FINISH));
        browser.follow(By.id("add-validator"));
        browser.tick(By.cssSelector("input[name='pluginModuleKey'][value$='gate-validator']"));
        browser.follow(By.id("validator-next"));

        browser.click(add("Owner assigned"));
        browser.choose(By.cssSelector("select[name='has-owner.field']"), "assignee");
        assertEquals("the sentence follows what is chosen", "Assignee names one active person who can be assigned work in the project.",
                browser.text(By.cssSelector("[data-list='chosen'] li:nth-child(1) .decision-gate-sentence")));
        browser.type(By.name("has-owner.message"), "Say who finishes this.");
        browser.click(add("Due date set"));
        browser.type(By.name("has-due-date.horizon-days"), "10");
        browser.document("gate-form");
        browser.type(By.name("has-due-date.horizon-days"), "soon");
        browser.click(By.id("validator-submit"));
        String fault = browser.text(By.cssSelector("[data-list='chosen'] li:nth-child(2) .decision-gate-setting .decision-gate-fault"));
        assertTrue(fault, fault.startsWith("\u201Csoon\u201D is not a whole number from 0 to "));
        assertEquals("has-due-date.horizon-days", browser.script("return document.activeElement.name"));
        browser.picture("gate-form-fault");
        browser.type(By.name("has-due-date.horizon-days"), "10");
        assertEquals("the sentence follows what is typed", "Due date holds a date that is not in the past when it is set. It is "
                + "at most 10"
                + " days ahead.",
                browser.text(By.cssSelector("[data-list='chosen'] li:nth-child(2) .decision-gate-sentence")));
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
        assertEquals("one click of them on a form that was wrong", "10 clicks, 8 pages", browser.taken());

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
        putDueDateOnTheScreen();
    }

    /** The form of the gate offers it; until then people could fill it in before the transition only. */
    private void putDueDateOnTheScreen() {
        jira.logIn("admin");
        String workflow = "&workflowName=" + WORKFLOW.replace(' ', '+');
        browser.go(products.jira.address() + "/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=live" + workflow);
        browser.follow(By.id("create-draft"));
        browser.follow(By.cssSelector(FINISH));
        String index = browser.see(By.cssSelector("[data-module$='gate-validator']")).getDomAttribute("data-validator");
        String form = products.jira.address()
                + "/secure/admin/workflows/EditWorkflowTransitionValidatorParams!default.jspa?workflowMode=draft"
                + workflow + "&workflowTransition=21&count=" + index;
        browser.go(form);
        browser.follow(By.cssSelector(".decision-gate-off-screen a"));
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        screenField("screen-field");
        browser.follow(By.cssSelector("#decision-gates-screen-field [type='submit']"));
        assertTrue(browser.page(), browser.page().contains("To undo this, open the screen under Issues, Screens"));
        screenField("screen-field-done");
        browser.go(form);
        assertFalse(browser.page(), browser.has(By.cssSelector(".decision-gate-off-screen")));
    }

    private void screenField(String name) {
        for (int width : List.of(380, 1280)) {
            browser.size(width, 900);
            browser.picture(name + "-" + width);
        }
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-screen-field"));
        browser.style(
                "* { transition: none !important } html, body { background: var(--ds-surface) !important; "
                        + "color: var(--ds-text) !important }");
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-screen-field"));
        browser.picture(name + "-dark");
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
        browser.style("");
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
