package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The impact lines of an issue are written without a mouse, by those who may; nobody overwrites what he has not seen. */
public class ImpactE2eTest {

    private static final By LINES = By.cssSelector(".decision-gates-impact-line");
    private static final By FORM = By.cssSelector(".decision-gates-impact form");
    private static final By WARNING = By.cssSelector(".decision-gates-impact-warning");
    private static final By STATUS = By.cssSelector(".decision-gates-impact .decision-gates-rows-status");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "owner");
    private JiraPages jira;
    private String key;

    @Before
    public void open() {
        jira = new JiraPages(browser, products.jira.address());
        key = rest.post("/rest/api/2/issue",
                Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "issuetype", Map.of("name", "Decision"),
                        "summary", "Show delivery costs before the basket")))
                .get("key").asText();
        jira.logIn("owner");
        jira.open(key);
    }

    @Test
    public void areAddedChangedAndRemovedByKeyboardAlone() {
        tabTo("add");
        press(Keys.ENTER);
        type("Checkout conversion", Keys.TAB, "%", Keys.TAB, Keys.TAB, "2.1", Keys.TAB, "2.4", Keys.TAB, "80", Keys.TAB);
        browser.see(By.cssSelector(".aui-datepicker-dialog[open] .ui-datepicker-calendar"));
        browser.picture("impact-calendar");
        type("31/Dec/26");
        assertFalse("what came of it is asked later", browser.driver().findElement(By.id("decision-gates-impact-actual")).isDisplayed());
        type(Keys.ENTER);
        said("Added.");
        assertEquals("focus is where the next line begins", "add", focus("data-action"));
        press(Keys.ENTER);
        type("checkout conversions", Keys.TAB);
        browser.until("a warning of a near duplicate",
                () -> warning().contains("\u201CCheckout conversion\u201D is in use already"));
        browser.picture("impact-warning");
        assertAccessible("a form with a warning");
        press(Keys.ESCAPE);
        press(Keys.ENTER);
        assertEquals("a warning is about what is typed", "", warning());
        type("Checkout conversion", Keys.TAB);
        browser.until("the unit of the metric in use", () -> value("unit").equals("%"));
        press(Keys.ESCAPE);
        press(Keys.ENTER);
        type("Time to first byte", Keys.TAB, "ms", Keys.TAB, Keys.ARROW_DOWN, Keys.TAB, "350", Keys.TAB, "three hundred", Keys.TAB, "0.5",
                Keys.ENTER);
        browser.until("an error below its field", () -> browser.has(By.cssSelector(".error[data-field='expected']:not([hidden])")));
        assertEquals(List.of("expected"), shownErrors());
        assertTrue(error("expected"), error("expected").contains("\u201Cthree hundred\u201D is not a plain number"));
        assertEquals("focus is where the fault is", "expected", focus("name"));
        assertEquals("true", browser.driver().switchTo().activeElement().getAttribute("aria-invalid"));
        browser.picture("impact-error");
        assertAccessible("a form with a fault");
        type(Keys.chord(Keys.CONTROL, "a"), "300", Keys.ENTER);
        said("Added.");
        assertEquals(2, browser.all(LINES).size());
        assertTrue(line(1),
                line(1).contains("350 \u2192 300 ms") && line(1).contains("50 BETTER") && line(1).contains("Could go either way (50%)"));
        script("document.querySelector('.decision-gates-impact').scrollIntoView({block: 'center'})");
        browser.picture("impact-lines");
        assertAccessible("lines that can be edited");

        tabTo("edit");
        press(Keys.ENTER);
        assertEquals("Checkout conversion", browser.driver().switchTo().activeElement().getAttribute("value"));
        assertEquals("2026-12-31", browser.see(By.id("decision-gates-impact-check")).getAttribute("value"));
        browser.see(By.id("decision-gates-impact-actual"));
        press(Keys.ESCAPE);
        assertEquals("edit", focus("data-action"));
        press(Keys.ENTER);
        type(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.chord(Keys.CONTROL, "a"), "2.3", Keys.ENTER);
        said("Saved.");
        assertEquals("edit", focus("data-action"));
        assertTrue(line(0), line(0).contains("2.1 \u2192 2.3 %"));

        press(Keys.TAB, Keys.ENTER, Keys.ENTER);
        assertEquals("the safe answer has the focus first", 2, browser.all(LINES).size());
        assertEquals("remove", focus("data-action"));
        press(Keys.ENTER);
        new Actions(browser.driver()).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).sendKeys(Keys.ENTER).perform();
        said("Removed.");
        assertEquals(1, browser.all(LINES).size());
        assertEquals(List.of("", "2.3", "2.4"), history());
    }

    @Test
    public void areNotOverwrittenUnseen() {
        JsonNode line = rest.post(path(), body("Checkout conversion", "2.4"));
        jira.open(key);
        tabTo("edit");
        press(Keys.ENTER);
        Map<String, Object> theirs = new java.util.HashMap<>(body("Checkout conversion", "2.2"));
        theirs.put("version", 1);
        new JiraRest(products.jira.address(), "lead").put(path() + "/" + line.get("id").asText(), theirs);

        type(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.chord(Keys.CONTROL, "a"), "2.6", Keys.ENTER);
        String message = browser.text(By.cssSelector(".decision-gates-impact form .aui-message-error"));
        assertTrue(message, message.contains("Somebody else has changed this line") && message.contains("2.1 \u2192 2.2 %"));
        assertEquals("what was typed is still there", "2.6", browser.see(By.id("decision-gates-impact-expected")).getAttribute("value"));
        assertEquals("2.2", rest.get(path()).get("lines").get(0).get("expected").asText());
        browser.picture("impact-conflict");
        assertAccessible("a conflict");
        browser.see(By.id("decision-gates-impact-expected")).sendKeys(Keys.ENTER);
        said("Saved.");
        assertEquals("2.6", rest.get(path()).get("lines").get(0).get("expected").asText());

        press(Keys.ENTER);
        theirs.put("expected", "2.7");
        theirs.put("version", 3);
        new JiraRest(products.jira.address(), "lead").put(path() + "/" + line.get("id").asText(), theirs);
        type(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.chord(Keys.CONTROL, "a"), "2.8", Keys.ENTER);
        browser.see(By.cssSelector(".decision-gates-impact form .aui-message-error"));
        press(Keys.ESCAPE);
        browser.until("the other's line", () -> browser.all(LINES).size() == 1 && line(0).contains("2.1 \u2192 2.7 %"));
    }

    @Test
    public void areReadOnlyForThoseWhoMayNotEdit() {
        rest.post(path(), body("Checkout conversion", "2.4"));
        jira.logIn("reader");
        jira.open(key);
        assertTrue(line(0), line(0).contains("2.1 \u2192 2.4 %") && line(0).contains("Likely (80%)"));
        assertFalse(browser.has(By.cssSelector(".decision-gates-impact button, .decision-gates-impact form")));
        browser.picture("impact-read-only");
        assertAccessible("lines to be read");
    }

    @Test
    public void holdTheLayoutWhateverTheyAreCalled() {
        rest.post(path(), body("\u202E<b>gniht</b> \"'><img src=x onerror=alert(1)> " + "W".repeat(50), "99999999.5"));
        rest.post(path(), body("\u05D4\u05D7\u05D6\u05E8\u05D5\u05EA \u05DC\u05E9\u05D1\u05D5\u05E2", "1.5"));
        jira.open(key);
        assertEquals(2, browser.all(LINES).size());
        assertFalse(browser.has(By.cssSelector(".decision-gates-impact img, .decision-gates-impact b")));
        assertEquals("nothing sticks out of the panel", Boolean.TRUE,
                script("var p = document.querySelector('.decision-gates-impact'); return p.scrollWidth <= p.clientWidth;"));
        script("document.documentElement.setAttribute('data-color-mode', 'dark');"
                + "document.documentElement.setAttribute('data-theme', 'dark:dark')");
        tabTo("edit");
        press(Keys.ENTER);
        browser.see(FORM);
        browser.picture("impact-dark");
        press(Keys.ESCAPE);
        script("document.documentElement.dir = 'rtl'");
        browser.picture("impact-hostile-rtl");
    }

    private String path() {
        return "/rest/decision-gates/1.0/issue/" + key + "/impact-lines";
    }

    private static Map<String, Object> body(String metric, String expected) {
        return Map.of("metric", metric, "unit", "%", "direction", "UP", "baseline", "2.1", "expected", expected, "confidence", "0.8");
    }

    private String warning() {
        return browser.driver().findElement(WARNING).getDomProperty("textContent");
    }

    private String value(String name) {
        return browser.driver().findElement(By.id("decision-gates-impact-" + name)).getDomProperty("value");
    }

    private List<String> history() {
        List<String> expected = new java.util.ArrayList<>();
        rest.get(path() + "/history").get("entries").forEach(entry -> {
            if (entry.get("line").asText().equals(firstLine())) {
                expected.add(entry.get("to").path("expected").asText());
            }
        });
        return expected;
    }

    private String firstLine() {
        JsonNode entries = rest.get(path() + "/history").get("entries");
        return entries.get(entries.size() - 1).get("line").asText();
    }

    /** Presses Tab until a button for this has the focus, as somebody without a mouse does. */
    private void tabTo(String action) {
        for (int i = 0; i < 200; i++) {
            if (action.equals(focus("data-action")) && Boolean.TRUE.equals(
                    script("return document.activeElement.closest('.decision-gates-impact') !== null;"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("Tab leads to no button for " + action);
    }

    private void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(browser.driver()).sendKeys(key).perform();
        }
    }

    private void type(CharSequence... keys) {
        browser.see(FORM);
        for (CharSequence key : keys) {
            browser.driver().switchTo().activeElement().sendKeys(key);
        }
    }

    private String focus(String attribute) {
        WebElement focused = browser.driver().switchTo().activeElement();
        return focused.getDomAttribute(attribute);
    }

    private void said(String text) {
        browser.until(text, () -> browser.has(STATUS) && browser.driver().findElement(STATUS).getText().equals(text)
                && !browser.driver().findElement(FORM).isDisplayed());
        assertEquals("beside what has the focus", Boolean.TRUE, browser.script("return document.querySelector(arguments[0])"
                + ".previousElementSibling.contains(document.activeElement);", ".decision-gates-impact .decision-gates-rows-status"));
    }

    private String line(int index) {
        return browser.all(LINES).get(index).getText().replace('\n', ' ');
    }

    private String error(String field) {
        return browser.text(By.cssSelector(".error[data-field='" + field + "']"));
    }

    private List<String> shownErrors() {
        return browser.all(By.cssSelector(".decision-gates-impact .error:not([hidden])")).stream()
                .map(error -> error.getDomAttribute("data-field")).toList();
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, ".decision-gates-impact"));
    }

    private Object script(String text) {
        return ((JavascriptExecutor) browser.driver()).executeScript(text);
    }
}
