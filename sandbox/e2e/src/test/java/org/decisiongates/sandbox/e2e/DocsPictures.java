package org.decisiongates.sandbox.e2e;

import java.time.Duration;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Takes the pictures of docs/images that need time, those of a sealed journal and of a week without Jira; no test of the suite. */
public class DocsPictures {

    private static final int WIDTH = 1180;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(3);
    /** The last cell of a row names its link of the chain. */
    private static final String ALL_ARE_SEALED = "const rows = [...document.querySelectorAll('.decision-gates-audit-table tbody tr')];"
            + "return rows.length > 0 && rows.every(row => row.lastElementChild.textContent.trim())";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private ConfluencePages confluence;

    @Before
    public void logIn() {
        confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
    }

    /** The suite does not wait for the minute in which entries are sealed. */
    @Test
    public void ofTheAuditAreTakenWithSeals() {
        JiraPages jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
        browser.go(products.jira.address() + "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-audit-link"
                + "&rule=has-owner&outcome=REFUSED");
        browser.until("that the entries are sealed", SEALED_WITHIN, () -> {
            browser.reload();
            return (Boolean) browser.script(ALL_ARE_SEALED);
        });
        browser.document("gate-audit");
    }

    @Test
    public void ofTheWeekAreTakenWhileJiraIsStopped() {
        browser.size(WIDTH, 1000);
        confluence.openWeeklySummaryUntilJiraAnswers();
        products.jira.stop();
        try {
            confluence.refreshUntil("the last good copy", content -> content.contains("This is the last good copy"));
            browser.document("summary-without-jira");
        } finally {
            products.jira.start();
        }
    }
}
