package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** Somebody who joined late reads how a Decision came about, in the activity of its page. */
public class TrailE2eTest {

    private static final By TRAIL = By.id("decision-gates-trail");
    private static final String PART = "#decision-gates-trail";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "owner");

    @Test
    public void isReadInTheActivityOfADecision() {
        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype",
                Map.of("name", "Decision"), "summary", "Which refunds do we pay at once?", "duedate", TestTime.day(7), rest.field("Owner"),
                Map.of("name", "owner")))).get("key").asText();
        String issue = "/rest/decision-gates/1.0/issue/" + key;
        rest.post(issue + "/records/option", Map.of("text", "Those below 20 euros"));
        rest.post(issue + "/threads", Map.of("section", "whole", "objective", "Agree on the scope", "text", "What about vouchers?"));
        JiraPages jira = new JiraPages(browser, products.jira.address());
        jira.logIn("reader");
        jira.open(key);
        browser.follow(By.id("decision-trail-tab"));
        String told = browser.text(TRAIL);
        for (String said : new String[] {"created this Decision", "added an option", "Those below 20 euros", "opened thread 1"}) {
            assertTrue(said + " in " + told, told.contains(said));
        }
        assertTrue(told, told.indexOf("created this Decision") < told.indexOf("opened thread 1"));
        JsonNode entries = new JiraRest(products.jira.address(), "reader").get(issue + "/trail").get("entries");
        assertEquals(browser.all(By.cssSelector(PART + " li")).size(), entries.size());
        for (Look look : Look.values()) {
            look.at(browser, PART);
            browser.picture("trail-" + look);
            assertEquals(List.of(), Accessibility.complaints(browser, PART));
            assertEquals("", new Layout(browser).sideways(PART));
        }
    }
}
