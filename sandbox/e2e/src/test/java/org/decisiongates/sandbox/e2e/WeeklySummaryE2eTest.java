package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openqa.selenium.By;

/** The page people already read shows what is open, and says so when it cannot know. */
public class WeeklySummaryE2eTest {

    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "lead");
    private Browser browser;

    @Before
    public void open() {
        browser = Browser.open();
    }

    @After
    public void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    public void showsANewBlockerAndLosesItOnceItIsResolved() {
        String summary = "Catalogue export misses the size charts";
        String key = rest.post("/rest/api/2/issue", Map.of("fields", Map.of(
                "project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Blocker"), "summary", summary,
                "duedate", LocalDate.now(ZoneOffset.UTC).plusDays(4).toString(),
                rest.field("Decision owner"), Map.of("name", "owner"),
                rest.field("Fallback plan"), "Show the old size charts with a note"))).get("key").asText();

        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        assertTrue(confluence.content(), confluence.content().contains(summary));
        assertTrue(browser.has(By.cssSelector("#main-content a[href$='/browse/" + key + "']")));
        browser.picture("weekly-summary");

        JiraPages jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
        jira.open(key);
        jira.press("Resolve");
        jira.submitTransition();

        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        assertFalse(confluence.content(), confluence.content().contains(summary));
    }

    @Test
    public void saysSoWhenJiraIsStopped() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        products.jira.stop();
        try {
            confluence.openWeeklySummary();
            assertTrue(confluence.content(), confluence.content().contains("Jira"));
            assertFalse("no table that reads as nothing open", browser.has(By.cssSelector("#main-content table")));
            browser.picture("weekly-summary-without-jira");
        } finally {
            products.jira.start();
        }
        confluence.openWeeklySummaryUntilJiraAnswers();
    }

    @Test
    public void tellsAReaderWhoMayNotSeeTheProject() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("outsider");
        confluence.openWeeklySummary();
        assertFalse(confluence.content(), browser.has(By.cssSelector("#main-content table")));
        browser.picture("weekly-summary-no-permission");
    }
}
