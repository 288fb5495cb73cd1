package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** From the installed app to the first gate that refuses something, by somebody who has read nothing; and back. */
public class GetStartedE2eTest {

    /** Where Jira leads after an upload, as the descriptor says. */
    private static final String START = "/plugins/servlet/decision-gates/get-started";
    private static final String PROJECT = "BEGIN";
    private static final By TAKE_BACK = By.id("decision-gates-start-take-back");
    private static final String PAGE = "#decision-gates-start";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private final JiraPages jira = new JiraPages(browser, products.jira.address());

    @Before
    public void aProjectOnDefaultSchemes() {
        if (rest.get("/rest/api/2/project").findValuesAsText("key").contains(PROJECT)) {
            return;
        }
        rest.post("/rest/api/2/project", Map.of("key", PROJECT, "name", "Begin here", "projectTypeKey", "business",
                "projectTemplateKey", "com.atlassian.jira-core-project-templates:jira-core-project-management", "lead", "admin"));
    }

    @Test
    public void leadsToTheFirstRefusalAndTakesItAllBack() {
        jira.logIn("admin");
        browser.setOut();
        browser.go(products.jira.address() + START);
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        PageLook.at(browser, "get-started", PAGE);
        browser.type(By.name("query"), "begin");
        browser.follow(By.cssSelector(PAGE + " input[type='submit']"));
        browser.follow(By.cssSelector("#decision-gates-start-choices a"));
        assertEquals(PROJECT, browser.see(By.id("decision-gates-start-project")).getDomAttribute("data-project"));
        PageLook.at(browser, "get-started-preview", PAGE);
        browser.follow(By.id("decision-gates-start-enable"));
        browser.until("it is enabled", () -> browser.has(TAKE_BACK));
        PageLook.at(browser, "get-started-enabled", PAGE);
        browser.follow(By.id("decision-gates-start-make-sample"));
        PageLook.at(browser, "get-started-sample", PAGE);
        browser.follow(By.cssSelector("#decision-gates-start-sample a"));
        String decision = jira.key();
        assertTrue(browser.page(), browser.page().contains("Which payment provider do we start with?"));
        browser.picture("get-started-sample-decision");
        jira.press("Send for review");
        jira.submitTransition();

        assertEquals("owner, due date, acceptance criteria: " + jira.generalErrors(), 3, jira.fieldErrors().size());
        browser.picture("get-started-refused");
        assertEquals("from the page to the first refusal, one click to confirm the password", "8 clicks, 7 pages", browser.taken());
        assertEquals(1, rest.search("key = " + decision).get("total").asInt());

        browser.go(products.jira.address() + START + "?project=" + PROJECT);
        browser.follow(TAKE_BACK);
        browser.until("it is taken back", () -> browser.has(By.id("decision-gates-start-enable")));
        PageLook.at(browser, "get-started-taken-back", PAGE);
        assertTrue(browser.page(), browser.text(By.id("decision-gates-start-state")).startsWith("This is what enabling"));
        assertEquals("the sample is gone", 0, rest.search("project = " + PROJECT).get("total").asInt());
    }

    /** Seen first, then done, then taken back: the issues of the type are Decisions in between. */
    @Test
    public void usesATypeThatTheProjectHasAndGoesBack() {
        jira.logIn("admin");
        browser.go(products.jira.address() + START);
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        browser.go(products.jira.address() + START + "?project=" + PROJECT);
        browser.choose(By.id("decision-gates-start-type-decision"), browser
                .see(By.xpath("//select[@id='decision-gates-start-type-decision']/option[.='Task']")).getDomAttribute("value"));
        browser.follow(By.id("decision-gates-start-types-preview"));
        String effects = browser.text(By.id("decision-gates-start-types-effects"));
        assertTrue(effects, effects.contains("of the type Task") && effects.contains("is added to the context of 15 fields"));
        assertTrue(browser.page(), browser.text(By.id("decision-gates-start-types-remaining")).contains("stays as it is"));
        PageLook.at(browser, "get-started-types", PAGE);

        browser.follow(By.id("decision-gates-start-types-use"));
        browser.until("it is used", () -> browser.has(By.cssSelector(".decision-gates-start-success")));
        assertEquals("Decisions are issues of the type Task now.", browser.text(By.cssSelector(".decision-gates-start-success")));
        PageLook.at(browser, "get-started-types-used", PAGE);

        browser.follow(TAKE_BACK);
        browser.until("it is taken back", () -> !browser.has(TAKE_BACK) && browser.has(By.cssSelector(".decision-gates-start-success")));
        assertEquals("Decisions are no longer issues of the type Task. Those issues stay.",
                browser.text(By.cssSelector(".decision-gates-start-success")));
    }

    @Test
    public void isForAdministratorsAlone() {
        jira.logIn("lead");
        browser.go(products.jira.address() + START);
        assertFalse(browser.page(), browser.has(By.cssSelector(PAGE)));
    }
}
