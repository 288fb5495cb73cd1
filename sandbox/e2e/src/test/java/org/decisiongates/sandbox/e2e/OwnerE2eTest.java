package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** What a project says of its people and statuses: owner and assignee, and where they differ all the same; phases; the page of projects. */
public class OwnerE2eTest {

    private static final String PROJECT = "PEOPLE";
    private static final String PAGE = ".decision-gates-owner";
    private static final String SERVLETS = "/plugins/servlet/decision-gates/";
    private static final By DIFFERING = By.cssSelector("#decision-gates-owner-differing tbody a");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private final JiraPages jira = new JiraPages(browser, products.jira.address());

    @Before
    public void aProjectOfItsOwn() {
        if (rest.get("/rest/api/2/project").findValuesAsText("key").contains(PROJECT)) {
            return;
        }
        rest.post("/rest/api/2/project", Map.of("key", PROJECT, "name", "People", "projectTypeKey", "business",
                "projectTemplateKey", "com.atlassian.jira-core-project-templates:jira-core-project-management", "lead", "admin"));
        rest.post("/rest/decision-gates/1.0/projects/" + PROJECT + "/enable", Map.of());
        rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", PROJECT), "issuetype", Map.of("name", "Decision"),
                "summary", "Who answers for the price list?", rest.field("Owner"), Map.of("name", "lead"))));
    }

    @Test
    public void saysWhereTheyDifferOnTheirPageAndThatOfTheIssue() {
        jira.logIn("admin");
        browser.go(products.jira.address() + SERVLETS + "owner?project=" + PROJECT);
        browser.tick(By.id("decision-gates-owner-same"));
        browser.follow(By.id("decision-gates-owner-save"));
        assertTrue(browser.page(), browser.page().contains("Last changed by Admin on"));
        PageLook.at(browser, "owner", PAGE);
        String key = browser.text(DIFFERING);
        browser.follow(DIFFERING);
        assertEquals(key, jira.key());
        assertTrue(browser.page(), browser.page().contains("This project keeps the two the same."));
        PageLook.at(browser, "owner-panel", ".decision-gates-owner-panel");
        browser.go(products.jira.address() + SERVLETS + "phases?project=" + PROJECT);
        PageLook.at(browser, "phases", ".decision-gates-phases");
    }

    @Test
    public void fitsThePageOfProjectsOnAPhone() {
        jira.logIn("admin");
        browser.go(products.jira.address() + SERVLETS + "admin");
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        PageLook.at(browser, "admin", "#decision-gates-admin");
    }
}
