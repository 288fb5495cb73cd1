package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** P1.2, something blocks us: from the More menu of an issue to a Blocker that is linked to it, without leaving the page. */
public class RaiseBlockerE2eTest {

    private static final String DIALOG = ".decision-gates-creation-dialog";
    private static final By SUBMIT = By.cssSelector(DIALOG + " [type=submit]");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private JiraPages jira;
    private String story;

    @Before
    public void openAStory() {
        Map<String, Object> task = Map.of("project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Task"), "summary", "Pay by card");
        story = rest.post("/rest/api/2/issue", Map.of("fields", task)).get("key").asText();
        jira = new JiraPages(browser, products.jira.address());
        jira.logIn("lead");
        jira.open(story);
    }

    @Test
    public void raisesABlockerInADialogThatTellsEveryReasonAtOnce() {
        String before = status();
        browser.setOut();
        browser.click(By.id("opsbar-operations_more"));
        browser.click(By.id("decision-gates-raise-blocker"));
        browser.see(By.cssSelector(DIALOG));
        assertEquals("Blocked: Pay by card", input("summary").getDomProperty("value"));
        assertFalse("the plan is asked for where customers notice", browser.all(By.cssSelector(".decision-gates-creation-more")).get(0)
                .isDisplayed());

        browser.click(SUBMIT);
        browser.until("every reason", () -> browser.all(By.cssSelector(DIALOG + " .error")).size() == 3);
        look("raise-blocker");

        browser.choose(field("cause"), cause());
        browser.type(field("owner"), "own");
        browser.until("names that Jira finds",
                () -> browser.all(By.cssSelector(DIALOG + " #decision-gates-creation-owner-people option")).stream()
                        .anyMatch(option -> "Tom Keller".equals(option.getDomProperty("value"))));
        browser.type(field("owner"), "Tom Keller");
        browser.type(field("due"), "soon");
        input("due").sendKeys(Keys.ENTER);
        browser.until("what is wrong with the day", () -> browser.all(By.cssSelector(DIALOG + " #decision-gates-creation-due-about .error"))
                .stream().anyMatch(error -> error.getText().contains("is not a day that this Jira can store")));
        assertEquals("what is no day stays to be seen", "soon", input("due").getDomProperty("value"));
        browser.until("the name of who was chosen, not the user name", () -> "Tom Keller".equals(input("owner").getDomProperty("value")));
        // whoever tabs through the form needs no click for it
        browser.script("document.activeElement.blur(); arguments[0].focus()", input("due"));
        browser.see(By.cssSelector(".aui-datepicker-dialog[open] .ui-datepicker-calendar"));
        browser.picture("raise-blocker-day");
        browser.type(field("due"), LocalDate.parse(TestTime.day(5)).format(DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH)));
        closeCalendarOf("due");
        browser.type(field("fallback"), "Sell on invoice until the test cards arrive");
        browser.choose(field("customer-facing"), "yes");
        browser.type(field("audience"), "Merchants");
        browser.type(field("channel"), "Status page");
        browser.type(field("writer"), "owner");
        browser.type(field("next-update"), TestTime.day(2));
        closeCalendarOf("next-update");
        browser.click(SUBMIT);
        assertEquals("the second send is for what was missing", "4 clicks, 0 pages", browser.taken());

        browser.see(By.cssSelector(".aui-flag .decision-gates-creation-created"));
        browser.picture("blocker-created");
        browser.see(By.cssSelector("#panel-blocked-by-panel a"));
        assertTrue(browser.address(), browser.address().endsWith("/browse/" + story));
        String blocker = rest.search("project = SHOP AND issuetype = Blocker AND summary ~ \"Pay by card\"").at("/issues/0/key").asText();
        assertEquals(blocker + " was created.", browser.text(By.cssSelector(".decision-gates-creation-created")));
        assertEquals("the user of that name", "owner",
                rest.get("/rest/api/2/issue/" + blocker).at("/fields/" + rest.field("Owner") + "/name").asText());
        assertEquals("the story stays where it is", before, status());
        assertEquals(List.of(), Accessibility.complaints(browser, "#panel-blocked-by-panel"));
        browser.picture("blocked-by");
    }

    @Test
    public void closesWithEscapeAndNotByAClickBesideIt() {
        browser.click(By.id("opsbar-operations_more"));
        browser.click(By.id("decision-gates-raise-blocker"));
        browser.see(By.cssSelector(DIALOG));
        browser.script("document.querySelector('.aui-blanket').click()");
        assertTrue(input("summary").isDisplayed());
        input("summary").sendKeys(Keys.ESCAPE);
        browser.until("no dialog", () -> browser.all(By.cssSelector(DIALOG)).isEmpty());
    }

    @Test
    public void isAPageOfItsOwnAtItsAddress() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/raise-blocker?issue=" + story);
        browser.see(By.id("decision-gates-creation"));
        assertEquals(List.of(), Accessibility.complaints(browser, "#decision-gates-creation"));
        browser.picture("raise-blocker-page");
    }

    /** In both themes, on a desk and on a phone. */
    private void look(String name) {
        for (String theme : List.of("light", "dark")) {
            browser.script("document.documentElement.setAttribute('data-color-mode', arguments[0])", theme);
            for (int width : List.of(1280, 380)) {
                browser.size(width, 640);
                assertEquals("the buttons are in sight", true, browser.script(
                        "return arguments[0].getBoundingClientRect().bottom <= window.innerHeight", browser.see(SUBMIT)));
                assertEquals(theme + width, List.of(), Accessibility.complaints(browser, DIALOG));
                browser.picture(name + "-" + width + "-" + theme);
            }
        }
        browser.script("document.documentElement.setAttribute('data-color-mode', 'light')");
        browser.size(1280, 900);
    }

    /** The value of the option that people read. */
    private String cause() {
        return browser.all(By.cssSelector(DIALOG + " [name=cause] option")).stream().filter(one -> one.getText().equals("Another team"))
                .findFirst().orElseThrow().getDomAttribute("value");
    }

    private String status() {
        return rest.get("/rest/api/2/issue/" + story).at("/fields/status/name").asText();
    }

    /** It lies over what is below its field. */
    private void closeCalendarOf(String name) {
        input(name).sendKeys(Keys.ESCAPE);
        browser.until("no calendar", () -> browser.all(By.cssSelector(".aui-datepicker-dialog[open]")).isEmpty());
    }

    private WebElement input(String name) {
        return browser.see(field(name));
    }

    private static By field(String name) {
        return By.cssSelector(DIALOG + " [name=" + name + "]");
    }
}
