package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** The week in Jira's own sidebar keeps its shape, too, with what people really typed into issues. */
public class ProjectWeekE2eTest {

    private static final String PROJECT = "WIDE";
    private static final String WORD = "Entscheidungsverantwortung".repeat(9);
    private static final String RIGHT = "\u05d4\u05d7\u05dc\u05d8\u05d4: \u05e1\u05e4\u05e7 (SHOP-7) 3-D Secure, 50% \u05e2\u05d3 2026! "
            .repeat(5).strip();

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");

    @Test
    public void holdsWhateverPeopleTyped() {
        rest.post("/rest/api/2/project", Map.of("key", PROJECT, "name", "W".repeat(80), "projectTypeKey", "business",
                "projectTemplateKey", "com.atlassian.jira-core-project-templates:jira-core-project-management", "lead", "admin"));
        rest.post("/rest/decision-gates/1.0/projects/" + PROJECT + "/enable", Map.of());
        for (String text : new String[] {WORD, RIGHT, "<b>'\"&amp; " + "W".repeat(200)}) {
            Map<String, Object> blocker = Map.of("project", Map.of("key", PROJECT), "issuetype", Map.of("name", "Blocker"), "summary", text,
                    "duedate", rest.inDays(4), rest.field("Owner"), Map.of("name", "admin"), rest.field("Fallback plan"),
                    "Show the old price list to everybody, and say so: " + text);
            rest.post("/rest/api/2/issue", Map.of("fields", blocker));
            String key = rest.post("/rest/api/2/issue",
                    Map.of("fields", Map.of("project", Map.of("key", PROJECT), "issuetype", Map.of("name", "Decision"),
                            "summary", text)))
                    .get("key").asText();
            rest.post("/rest/decision-gates/1.0/issue/" + key + "/impact-lines",
                    Map.of("metric", text.substring(0, 60), "unit", "%", "direction", "UP",
                            "baseline", "2.1", "expected", "99999999.5", "confidence", "0.8"));
        }
        new JiraPages(browser, products.jira.address()).logIn("admin");
        browser.go(products.jira.address() + "/projects/" + PROJECT + "?selectedItem=org.decisiongates.decision-gates:project-week-link");
        browser.until("the numbers", () -> {
            if (browser.has(By.cssSelector(".decision-gates-week-movement li"))) {
                return true;
            }
            browser.reload();
            return false;
        });
        assertEquals(3, browser.all(By.cssSelector(".decision-gates-week-blockers tbody tr")).size());
        new Layout(browser).holds("sidebar", "main");
    }
}
