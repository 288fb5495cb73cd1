package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A thread turns into a decision: from a comment on an issue to a Decision that quotes it. */
public class CreateDecisionE2eTest {

    private static final String DIALOG = ".decision-gates-creation-dialog";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private String story;
    private String comment;

    @Before
    public void openAStory() {
        Map<String, Object> task = Map.of("project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Task"), "summary",
                "Pay by card from abroad");
        story = rest.post("/rest/api/2/issue", Map.of("fields", task)).get("key").asText();
        comment = rest.post("/rest/api/2/issue/" + story + "/comment", Map.of("body", "Do we take American cards? Fees are at 3 %."))
                .get("id").asText();
        JiraPages jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
        jira.open(story);
    }

    @Test
    public void createsADecisionFromACommentInADialog() {
        openTheDialog();
        assertEquals("Pay by card from abroad", question());
        browser.choose(field("comment"), comment);
        browser.until("the first sentence of the comment", () -> "Do we take American cards?".equals(question()));
        look("create-decision");

        browser.type(field("due"), "soon");
        browser.see(field("due")).sendKeys(Keys.ENTER);
        browser.until("the reason", () -> browser.all(By.cssSelector(DIALOG + " .error")).size() == 1);
        browser.type(field("due"), "31/Dec/26");
        browser.type(field("owner"), "owner");
        browser.see(field("owner")).sendKeys(Keys.ENTER);

        browser.until("the issue again", () -> browser.all(By.cssSelector(DIALOG)).isEmpty());
        assertTrue(browser.address(), browser.address().endsWith("/browse/" + story));
        String found = "issuetype = Decision AND summary ~ \"American cards\"";
        assertEquals(1, rest.search(found).get("total").asInt());
        assertTrue(rest.search(found).toString().contains("Fees are at 3 %."));
    }

    @Test
    public void keepsAQuestionThatSomebodyTypedWhateverCommentIsChosenThen() {
        openTheDialog();
        browser.type(field("question"), "Typed by hand?");
        browser.type(field("due"), "soon");
        browser.see(field("due")).sendKeys(Keys.ENTER);
        browser.until("the reason", () -> browser.all(By.cssSelector(DIALOG + " .error")).size() == 1);
        assertNothingBeginsTheQuestion();

        browser.type(field("due"), "31/Dec/26");
        browser.see(field("due")).sendKeys(Keys.ENTER);
        browser.until("the issue again", () -> browser.all(By.cssSelector(DIALOG)).isEmpty());
        openTheDialog();
        browser.type(field("question"), "Typed by hand?");
        browser.see(field("owner")).sendKeys(Keys.ENTER);
        browser.see(By.cssSelector(DIALOG + " .decision-gates-creation-found"));
        assertNothingBeginsTheQuestion();
    }

    @Test
    public void isAPageOfItsOwnAtItsAddress() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/create-decision?issue=" + story + "&comment=" + comment);
        browser.see(By.id("decision-gates-creation"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-creation"));
        browser.picture("create-decision-page");
    }

    private void openTheDialog() {
        browser.click(By.id("opsbar-operations_more"));
        browser.click(By.id("decision-gates-create-decision"));
        browser.see(By.cssSelector(DIALOG));
    }

    /** A question is begun by a call that the choice makes before it is over. */
    private void assertNothingBeginsTheQuestion() {
        browser.script("const real = window.fetch; window.calls = 0;"
                + "window.fetch = function () { window.calls++; return real.apply(window, arguments); }");
        browser.choose(field("comment"), comment);
        browser.choose(field("comment"), "");
        assertEquals(0, ((Number) browser.script("return window.calls")).intValue());
        assertEquals("Typed by hand?", question());
    }

    /** In both themes, on a desk and on a phone. */
    private void look(String name) {
        for (String theme : List.of("light", "dark")) {
            browser.script("document.documentElement.setAttribute('data-color-mode', arguments[0])", theme);
            for (int width : List.of(1280, 380)) {
                browser.size(width, 900);
                assertEquals(theme + width, List.of(), Accessibility.complaints(browser, DIALOG));
                browser.picture(name + "-" + width + "-" + theme);
            }
        }
        browser.script("document.documentElement.setAttribute('data-color-mode', 'light')");
        browser.size(1280, 900);
    }

    private String question() {
        return browser.see(field("question")).getDomProperty("value");
    }

    private static By field(String name) {
        return By.cssSelector(DIALOG + " [name=" + name + "]");
    }
}
