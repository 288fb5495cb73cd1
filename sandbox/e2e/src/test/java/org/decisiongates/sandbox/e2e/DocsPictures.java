package org.decisiongates.sandbox.e2e;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Takes the pictures of the weekly summary in docs/images, as docs/testing.md says; no test of the suite. */
public class DocsPictures {

    private static final int WIDTH = 1180;

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private ConfluencePages confluence;

    @Before
    public void logIn() {
        confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
    }

    @Test
    public void areTaken() {
        browser.size(WIDTH, 1050);
        confluence.open("/display/SHOP/The+week+at+a+glance");
        confluence.awaitJira();
        browser.picture("weekly-summary-executive");
        confluence.openWeeklySummaryUntilJiraAnswers();
        browser.size(WIDTH, ((Number) browser.script("return document.documentElement.scrollHeight")).intValue());
        browser.picture("weekly-summary");
        products.jira.stop();
        try {
            browser.size(WIDTH, 1000);
            confluence.refreshUntil("the last good copy", content -> content.contains("This is the last good copy"));
            browser.picture("summary-without-jira");
        } finally {
            products.jira.start();
        }
    }
}
