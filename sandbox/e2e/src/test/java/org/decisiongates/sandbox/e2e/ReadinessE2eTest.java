package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What is missing before a transition is seen, and supplied, on the page of the issue before anybody is refused. */
public class ReadinessE2eTest {

    private static final By COUNT = By.cssSelector(".decision-gates-readiness-count");
    private static final By ITEMS = By.cssSelector(".decision-gates-readiness-item");
    private static final By FIX = By.cssSelector(".decision-gates-readiness [data-action='fix']");
    private static final By VALUE = By.id("decision-gates-readiness-value");
    private static final By STATUS = By.cssSelector(".decision-gates-readiness-status");
    private static final By ERROR = By.id("decision-gates-readiness-error");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private JiraPages jira;
    private String key;

    @Before
    public void open() {
        jira = new JiraPages(browser, products.jira.address());
        key = new JiraRest(products.jira.address(), "owner")
                .post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"),
                        "issuetype", Map.of("name", "Decision"), "summary", "Refund before the parcel is back?")))
                .get("key").asText();
        jira.logIn("owner");
        jira.open(key);
    }

    @Test
    public void isSuppliedOnTheSpotUntilTheTransitionPasses() {
        assertEquals("0/4 met Score 0 of 100", browser.text(COUNT));
        assertEquals(3, browser.all(ITEMS).size());
        show();
        browser.picture("readiness-missing");
        assertAccessible("what is missing");

        browser.click(FIX);
        browser.see(VALUE).sendKeys("nobody-of-this-name", Keys.ENTER);
        browser.until("Jira's own words", () -> browser.has(ERROR) && browser.driver().findElement(ERROR).isDisplayed()
                && !browser.driver().findElement(ERROR).getText().isEmpty());
        show();
        browser.picture("readiness-error");
        assertAccessible("a value that Jira does not take");
        browser.click(By.cssSelector(".decision-gates-readiness [data-action='me']"));
        met("1/4 met Score 27 of 100");

        browser.click(FIX);
        browser.type(VALUE, TestTime.day(7));
        browser.click(By.cssSelector(".decision-gates-readiness [type='submit']"));
        met("2/4 met Score 45 of 100");

        browser.click(FIX);
        browser.see(VALUE).sendKeys("Refunds reach the customer within 3 days");
        browser.click(By.cssSelector(".decision-gates-readiness [type='submit']"));
        met("3/4 met Score 82 of 100");
        assertFalse(browser.has(FIX));
        assertTrue(browser.text(STATUS), browser.text(STATUS).startsWith("Saved."));
        browser.click(By.cssSelector(".decision-gates-readiness summary"));
        show();
        browser.picture("readiness-ready");
        assertAccessible("ready, with the score explained");

        jira.press("Send for review");
        jira.submitTransition();
        assertEquals("IN REVIEW", jira.status());
    }

    @Test
    public void isSuppliedByKeyboardAndLeftByEscape() {
        browser.see(FIX).sendKeys(Keys.ENTER);
        browser.see(VALUE).sendKeys("lead", Keys.ESCAPE);
        assertEquals("the focus is where it was", "fix", browser.driver().switchTo().activeElement().getDomAttribute("data-action"));
        assertFalse(browser.driver().findElement(VALUE).isDisplayed());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("nothing of before is left", "", browser.see(VALUE).getDomProperty("value"));
        browser.see(VALUE).sendKeys(Keys.ENTER);
        browser.until("nothing was typed", () -> browser.driver().findElement(ERROR).getText().equals("Type something first."));
        browser.see(VALUE).sendKeys("lead", Keys.ENTER);
        met("1/4 met Score 27 of 100");
    }

    @Test
    public void isReadableAtEveryWidthAndInTheDark() {
        for (int width : List.of(380, 1920)) {
            browser.size(width, 900);
            jira.open(key);
            show();
            browser.picture("readiness-" + width);
            assertEquals("nothing sticks out of the panel", Boolean.TRUE,
                    browser.script("var p = document.querySelector('.decision-gates-readiness'); return p.scrollWidth <= p.clientWidth;"));
        }
        browser.size(1280, 900);
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark');"
                + "document.documentElement.setAttribute('data-theme', 'dark:dark')");
        browser.style("html, body, .aui-page-panel, #content { background: #1d2125; color: #b6c2cf } :root { --ds-border: #454f59;"
                + "--ds-text-subtle: #9fadbc; --ds-surface-sunken: #161a1d; --ds-text-success: #7ee2b8; --ds-text-danger: #ff9c8f }");
        browser.click(FIX);
        show();
        browser.picture("readiness-dark");
    }

    @Test
    public void isAListWithLinksWithoutScript() {
        browser.script("document.documentElement.classList.remove('decision-gates-readiness-scripted')");
        assertFalse(browser.driver().findElement(FIX).isDisplayed());
        browser.follow(By.cssSelector(".decision-gates-readiness-fix a"));
        assertTrue(browser.address(), browser.address().contains("/secure/EditIssue!default.jspa?id="));
        assertTrue(browser.has(By.id("duedate")));
    }

    private void met(String count) {
        browser.until(count, () -> browser.has(COUNT) && browser.driver().findElement(COUNT).getText().equals(count));
    }

    private void show() {
        browser.script("document.querySelector('.decision-gates-readiness').scrollIntoView({block: 'center'})");
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, ".decision-gates-readiness"));
    }
}
