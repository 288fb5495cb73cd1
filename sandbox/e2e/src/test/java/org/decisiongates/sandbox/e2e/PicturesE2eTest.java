package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.time.Duration;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/**
 * Pictures of the documents that no other test comes by: each still shows what it claims. The others are compared where tests have what
 * they show; {@link DocsPictures} takes the two that need time.
 */
public class PicturesE2eTest {

    private static final int WIDTH = 1180;

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraPages jira = new JiraPages(browser, products.jira.address());

    @Test
    public void haveTheirClaims() throws IOException {
        assertEquals(DocsPicture.taken(), DocsPicture.claimed());
    }

    @Test
    public void ofTheIssuePageShowItsPanels() {
        browser.size(1280, 4200);
        jira.logIn("lead");
        jira.open("SHOP-5");
        browser.document("decision-record", By.cssSelector("#panel-decision-record-panel .mod-content"));
        browser.document("impact-lines", By.cssSelector("#panel-impact-panel .mod-content"));
        jira.open("SHOP-14");
        browser.document("readiness", By.cssSelector("#panel-readiness-panel .mod-content"));
    }

    @Test
    public void ofPoliciesShowTheRulesAsSentences() {
        jira.logIn("admin");
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/policies");
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        browser.follow(By.linkText("Decision"));
        browser.document("policy-editor");
    }

    @Test
    public void ofTheWeekShowWhatIsRead() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        browser.size(WIDTH, 1050);
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        // the app looks for gate debt three minutes after its start, and Confluence keeps an answer for two
        browser.until("what is owed", Duration.ofMinutes(8), () -> {
            if (confluence.content().matches("(?s).*Gate debt: \\d.*")) {
                return true;
            }
            browser.reload();
            confluence.awaitJira();
            return false;
        });
        browser.size(WIDTH, ((Number) browser.script("return document.documentElement.scrollHeight")).intValue());
        browser.document("weekly-summary");
        browser.size(WIDTH, 1050);
        confluence.open("/display/SHOP/The+week+at+a+glance");
        confluence.awaitJira();
        browser.document("weekly-summary-executive");
    }
}
