package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** No blocker exists without an owner, a due date and a fallback. */
public class BlockerE2eTest {

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private JiraPages jira;

    @Before
    public void logIn() {
        jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
    }

    @Test
    public void cannotBeCreatedWithoutOwnerDueDateAndFallback() {
        String owner = rest.field("Owner");
        String fallback = rest.field("Fallback plan");
        int before = rest.search("project = SHOP AND issuetype = Blocker").get("total").asInt();

        jira.startCreating("SHOP", "Blocker");
        jira.fill(Map.of("summary", "Payment provider has not confirmed the new webhook"));
        jira.submitCreation();
        assertEquals(Set.of(owner, "duedate", fallback), jira.fieldErrors().keySet());
        browser.document("refused-creation");
        assertEquals("nothing is half-saved", before, rest.search("project = SHOP AND issuetype = Blocker").get("total").asInt());

        jira.fill(Map.of(owner, "owner", "duedate", TestTime.day(5),
                fallback, "Launch with the present webhook and reconcile payments by hand each night"));
        jira.submitCreation();
        assertEquals("OPEN", jira.status());
        assertEquals(before + 1, rest.search("project = SHOP AND issuetype = Blocker").get("total").asInt());
    }
}
