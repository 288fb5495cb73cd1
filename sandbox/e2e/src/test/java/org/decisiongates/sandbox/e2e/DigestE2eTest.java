package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The week by e-mail, asked for, put on a list and ended by people who type what comes to their minds. */
public class DigestE2eTest {

    private static final String PAGE = "#decision-gates-digest";
    private static final By SEND = By.id("decision-gates-digest-send");
    private static final String NOTIFICATIONS = "#decision-gates-notifications";
    private static final By SAVE = By.id("decision-gates-notifications-save");
    private static final By OWN = By.id("decision-gates-digest-own");
    private static final By PERSON = By.id("decision-gates-digest-person");
    private static final By ADD = By.cssSelector("#decision-gates-digest-add input[type='submit']");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraPages jira = new JiraPages(browser, products.jira.address());

    @Test
    public void isAskedForListedAndStopped() {
        jira.logIn("lead");
        open("");
        browser.type(By.id("decision-gates-digest-project"), "SHIP");
        browser.choose(By.id("decision-gates-digest-day"), "5");
        browser.tick(By.id("decision-gates-digest-quiet-5"));
        browser.follow(SEND);
        assertEquals(List.of("There is no project \u201CSHIP\u201D, or you may not see it.",
                "The day on which the e-mail is sent cannot be a quiet day. Choose another day, or clear it here."), errors());
        assertEquals("SHIP", browser.see(By.id("decision-gates-digest-project")).getDomProperty("value"));
        PageLook.at(browser, "digest-refused", PAGE);
        browser.type(By.id("decision-gates-digest-project"), "SHOP");
        browser.tick(By.id("decision-gates-digest-quiet-5"));
        browser.follow(SEND);
        assertTrue(browser.text(OWN), browser.text(OWN).contains("Friday at 08:00, about the current week; quiet: Saturday, Sunday"));

        browser.type(PERSON, "rea");
        browser.until("names complete", () -> offered().contains("reader"));
        browser.type(PERSON, "reader");
        browser.follow(ADD);
        browser.size(1280, 1100);
        browser.document("digest");
        browser.size(1280, 900);
        PageLook.at(browser, "digest", PAGE);
        browser.type(PERSON, "reader");
        browser.follow(ADD);
        assertEquals(1, errors().size());
        assertTrue(errors().get(0), errors().get(0).endsWith(" is already on the list."));
        browser.follow(By.cssSelector("#decision-gates-digest-own button"));
        assertFalse(browser.page(), browser.has(OWN));

        browser.forget();
        jira.logIn("reader");
        // where the link of a mail leads
        open("?project=SHOP");
        assertFalse("the list is for administrators", browser.has(PERSON));
        browser.follow(By.cssSelector("#decision-gates-digest-own button"));
        assertTrue(browser.page(), browser.page().contains("The e-mails have been stopped."));
        assertFalse(browser.has(OWN));
    }

    @Test
    public void isNotTheOnlyEMailThatPeopleChoose() {
        jira.logIn("lead");
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/notifications");
        browser.choose(By.id("decision-gates-notifications-delivery"), "daily");
        browser.choose(By.id("decision-gates-notifications-hour"), "6");
        browser.follow(SAVE);
        assertEquals(List.of("The daily e-mail would be sent in your quiet hours. Choose another time, or other quiet hours."),
                browser.all(By.cssSelector(NOTIFICATIONS + " .error")).stream().map(WebElement::getText).toList());
        PageLook.at(browser, "notifications-refused", NOTIFICATIONS);
        browser.choose(By.id("decision-gates-notifications-hour"), "9");
        browser.tick(By.id("decision-gates-notifications-weekends"));
        browser.follow(SAVE);
        assertTrue(browser.page(), browser.page().contains("Your choice has been saved."));
        PageLook.at(browser, "notifications", NOTIFICATIONS);
        browser.reload();
        assertEquals("daily", browser.see(By.id("decision-gates-notifications-delivery")).getDomProperty("value"));
        assertEquals("9", browser.see(By.id("decision-gates-notifications-hour")).getDomProperty("value"));
        assertTrue(browser.see(By.id("decision-gates-notifications-weekends")).isSelected());
        browser.follow(By.cssSelector(NOTIFICATIONS + " a[href$='/decision-gates/digest']"));
        assertTrue(browser.has(SEND));
    }

    private void open(String query) {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/digest" + query);
    }

    private List<String> errors() {
        return browser.all(By.cssSelector(PAGE + " .error")).stream().map(WebElement::getText).toList();
    }

    /** User names; the values of the list are the names that people read. */
    private List<String> offered() {
        return browser.all(By.cssSelector(PAGE + " datalist option")).stream().map(option -> option.getDomAttribute("label")).toList();
    }
}
