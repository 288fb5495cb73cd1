package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The record of an issue is written where it is read, without a mouse, by those who may; nobody overwrites what he has not seen. */
public class RecordE2eTest {

    private static final String TABLE_OF_EVIDENCE = ".decision-gates-record-matrix";
    private static final String MATRIX = TABLE_OF_EVIDENCE + " table";
    private static final String PANEL = ".decision-gates-record";
    private static final By ROWS = By.cssSelector(".decision-gates-record-row");
    private static final By FORM = By.cssSelector(PANEL + " form:not([hidden])");
    private static final By STATUS = By.cssSelector(".decision-gates-record .decision-gates-rows-status");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "owner");
    private JiraPages jira;
    private String key;

    @Before
    public void open() {
        jira = new JiraPages(browser, products.jira.address());
        key = created("Decision", "One page for delivery and payment?");
        jira.logIn("owner");
        jira.open(key);
    }

    @Test
    public void isWrittenChangedAndRemovedByKeyboardAlone() {
        show();
        browser.picture("record-empty");
        assertAccessible("a record with nothing in it");
        tabTo("criterion", "add");
        press(Keys.ENTER);
        type("Pages open fast on a phone", Keys.TAB, "1,400", Keys.TAB, "ms", Keys.TAB, Keys.TAB, Keys.TAB, "nobody", Keys.ENTER);
        browser.until("an error below its field", () -> browser.has(By.cssSelector(".error[data-field='target']:not([hidden])")));
        assertEquals("focus is where the fault is", "target", focus("name"));
        assertEquals(2, browser.all(By.cssSelector(PANEL + " .error:not([hidden])")).size());
        browser.picture("record-error");
        assertAccessible("a form with faults");
        type(Keys.chord(Keys.CONTROL, "a"), "1400", Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        type(Keys.chord(Keys.CONTROL, "a"), "lead", Keys.ENTER);
        said("Added.");
        assertEquals("focus is where the next one begins", "add", focus("data-action"));
        assertTrue(row(0), row(0).contains("Pages open fast on a phone") && row(0).contains("Target: 1,400 ms"));

        tabTo("criterion", "edit");
        press(Keys.ENTER);
        assertEquals("Pages open fast on a phone", browser.driver().switchTo().activeElement().getDomProperty("value"));
        press(Keys.ESCAPE);
        assertEquals("edit", focus("data-action"));
        press(Keys.ENTER);
        type(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ARROW_DOWN, Keys.TAB, Keys.ENTER);
        said("Saved.");
        assertTrue(row(0), row(0).startsWith("VERIFIED"));
        assertEquals("the table follows what was saved", List.of("Pages open fast on a phone GAP Verified without evidence"),
                browser.all(By.cssSelector(MATRIX + " tbody tr")).stream().map(row -> row.getText().replaceAll("\\s+", " ")).toList());

        press(Keys.TAB, Keys.ENTER, Keys.ENTER);
        assertEquals("the safe answer has the focus first", 1, browser.all(ROWS).size());
        assertEquals("remove", focus("data-action"));
        press(Keys.ENTER);
        new Actions(browser.driver()).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).sendKeys(Keys.ENTER).perform();
        said("Removed.");
        assertEquals(0, browser.all(ROWS).size());
        assertEquals(0, browser.all(By.cssSelector(MATRIX)).size());
        assertEquals(3, rest.get(path() + "/history").get("entries").size());
    }

    @Test
    public void takesSeveralLinesAndSavesThemByControlAndEnter() {
        tabTo("exception-state", "add");
        press(Keys.ENTER);
        type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.TAB, "Switch the old checkout on", Keys.ENTER, "Tell support",
                Keys.chord(Keys.CONTROL, Keys.ENTER));
        said("Added.");
        JsonNode row = rest.get(path()).get("rows").get(0);
        assertEquals("RECOVERY", row.get("path").asText());
        assertEquals("Switch the old checkout on\nTell support", row.get("text").asText());
    }

    @Test
    public void takesAHypothesisAndItsVerdictByKeyboardAlone() {
        tabTo("hypothesis", "add");
        press(Keys.ENTER);
        type("Guests leave", Keys.TAB, "20 of 100 guests finish", Keys.TAB, Keys.TAB, "lead", Keys.TAB, "2020-01-01", Keys.ENTER);
        said("Added.");
        assertTrue(row(0), row(0).startsWith("OPEN") && row(0).contains("OVERDUE"));
        tabTo("hypothesis", "edit");
        press(Keys.ENTER);
        type(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.ARROW_DOWN, Keys.TAB,
                Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.until("a verdict needs an outcome", () -> browser.has(By.cssSelector(".error[data-field='outcome']:not([hidden])")));
        assertEquals("focus is where the fault is", "outcome", focus("name"));
        assertAccessible("a verdict without an outcome");
        type("26 of 100 did", Keys.chord(Keys.CONTROL, Keys.ENTER));
        said("Saved.");
        assertTrue(row(0), row(0).startsWith("VALIDATED") && row(0).contains("26 of 100 did") && !row(0).contains("OVERDUE"));
        assertTrue(row(0), row(0).contains("VALIDATED WITHOUT EVIDENCE"));
    }

    @Test
    public void keepsWhatIsTypedAndSaysSoAboveIt() {
        tabTo("risk", "add");
        press(Keys.ENTER);
        type("Queues fill up");
        browser.click(By.cssSelector(PANEL + " [data-kind='criterion'] [data-action='add']"));
        browser.until("what to do first", () -> browser.text(STATUS).equals("Save or cancel what you are typing first."));
        assertEquals("above the form", Boolean.TRUE, browser.script("return document.querySelector(arguments[0]).nextElementSibling"
                + ".contains(document.activeElement);", PANEL + " .decision-gates-rows-status"));
        browser.picture("record-typing");
        assertAccessible("a form that is still open");
        type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        said("Added.");
        assertTrue(row(0), row(0).contains("Queues fill up"));
    }

    @Test
    public void opensTheFormThatALinkLeadsTo() {
        jira.open(key + "#decision-gates-record-criteria");
        browser.until("the form for a criterion", () -> browser.has(FORM)
                && "decision-gates-record-criterion-text".equals(focus("id")));
        press(Keys.ESCAPE);
        browser.script("location.hash = 'decision-gates-record-risks'");
        browser.until("the form for a risk", () -> browser.has(FORM) && "decision-gates-record-risk-text".equals(focus("id")));
    }

    @Test
    public void isNotOverwrittenUnseen() {
        JsonNode risk = rest.post(path() + "/risk", Map.of("text", "Queues fill up"));
        jira.open(key);
        tabTo("risk", "edit");
        press(Keys.ENTER);
        new JiraRest(products.jira.address(), "lead").put(path() + "/risk/" + risk.get("id").asText(),
                Map.of("text", "Queues overflow at noon", "version", 1));

        type(Keys.chord(Keys.CONTROL, "a"), "Mine", Keys.chord(Keys.CONTROL, Keys.ENTER));
        String message = browser.text(By.cssSelector(PANEL + " form:not([hidden]) .aui-message-error"));
        assertTrue(message, message.contains("Somebody else has changed this") && message.contains("Queues overflow at noon"));
        assertEquals("what was typed is still there", "Mine",
                browser.see(By.id("decision-gates-record-risk-text")).getDomProperty("value"));
        browser.picture("record-conflict");
        assertAccessible("a conflict");
        press(Keys.ESCAPE);
        browser.until("the other's row", () -> browser.all(ROWS).size() == 1 && row(0).contains("Queues overflow at noon"));
    }

    @Test
    public void isReadOnlyForThoseWhoMayNotEditAndAListWithoutScript() {
        fill();
        jira.open(key);
        browser.script("document.documentElement.classList.remove('decision-gates-rows-scripted')");
        assertFalse(browser.driver().findElement(By.cssSelector(PANEL + " [data-action]")).isDisplayed());
        jira.logIn("reader");
        jira.open(key);
        assertEquals(13, browser.all(ROWS).size());
        assertFalse(browser.has(By.cssSelector(PANEL + " button, " + PANEL + " form")));
        assertAccessible("a record to be read");
    }

    @Test
    public void isReadableAtEveryWidthAndInTheDark() {
        fill();
        for (int width : List.of(380, 1280)) {
            browser.size(width, 1600);
            jira.open(key);
            show();
            browser.picture("record-" + width);
            fits();
            browser.script("document.querySelector('" + MATRIX + "').scrollIntoView({block: 'start'})");
            browser.picture("record-matrix-" + width);
            assertAccessible("the table of evidence " + width + " wide");
        }
        assertAccessible("a record that can be edited");
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark');"
                + "document.documentElement.setAttribute('data-theme', 'dark:dark')");
        browser.style("html, body, .aui-page-panel, #content { background: #1d2125; color: #b6c2cf } :root { --ds-border: #454f59;"
                + "--ds-surface: #1d2125; --ds-text-subtle: #9fadbc; --ds-surface-sunken: #161a1d; "
                + "--ds-text-success: #7ee2b8; --ds-text-danger: #ff9c8f }");
        browser.click(By.cssSelector(PANEL + " [data-kind='criterion'] [data-action='edit']"));
        show();
        browser.picture("record-dark");
        browser.script("document.querySelector('" + MATRIX + "').scrollIntoView({block: 'start'})");
        browser.picture("record-matrix-dark");
    }

    @Test
    public void holdsTheLayoutWhateverItSays() {
        rest.post(path() + "/option", Map.of("text", "\u202E<b>gniht</b> \"'><img src=x onerror=alert(1)> " + "W".repeat(300)));
        rest.post(path() + "/evidence", Map.of("text", "\u05D4\u05D7\u05D6\u05E8\u05D5\u05EA", "reference",
                "https://ci.example.com/" + "7".repeat(400)));
        rest.post(path() + "/criterion", Map.of("text", "\u202E<b>gniht</b> " + "C".repeat(300), "state", "NOT_DEMONSTRABLE"));
        browser.size(380, 900);
        jira.open(key);
        assertEquals(3, browser.all(ROWS).size());
        assertEquals(2, browser.all(By.cssSelector(MATRIX + " tbody tr")).size());
        assertFalse(browser.has(By.cssSelector(PANEL + " img, " + PANEL + " b, " + MATRIX + " b")));
        fits();
        browser.script("document.documentElement.dir = 'rtl'");
        fits();
        browser.picture("record-hostile-rtl");
    }

    @Test
    public void asksOfABlockerWhatMattersThere() {
        key = created("Blocker", "Payments time out");
        rest.post(path() + "/communication-plan", Map.of("audience", "Merchants in Norway", "channel", "Status page", "nextUpdate",
                "2020-01-01"));
        jira.open(key);
        assertEquals(List.of("communication-plan", "risk", "exception-state", "criterion", "evidence"),
                browser.all(By.cssSelector(".decision-gates-record-section")).stream().map(one -> one.getDomAttribute("data-kind"))
                        .toList());
        assertTrue(row(0), row(0).contains("OVERDUE"));
        show();
        browser.picture("record-blocker");
    }

    private void fill() {
        rest.post(path() + "/option", Map.of("text", "One page", "reason", "Fewer clicks on a phone", "state", "CHOSEN"));
        rest.post(path() + "/option",
                Map.of("text", "Two pages, as today", "reason", "A third of all customers leave between them", "state",
                        "REJECTED"));
        String criterion = rest.post(path() + "/criterion", Map.of("text", "Pages open fast on a phone", "target", "1400", "unit", "ms",
                "verifier", "lead", "state", "VERIFIED")).get("id").asText();
        rest.post(path() + "/criterion", Map.of("text", "No card number is written into a log", "verifier", "owner"));
        String followUp = created("Decision", "Measure refunds once there are some");
        rest.post(path() + "/criterion", Map.of("text", "Refunds take three days", "state", "NOT_DEMONSTRABLE", "followUp", followUp));
        rest.post(path() + "/hypothesis", Map.of("text", "Guests leave because they have to register", "measure",
                "At least 20 of 100 guests finish in the pilot", "checkDate", "2020-01-01", "owner", "lead"));
        String belief = rest.post(path() + "/hypothesis", Map.of("text", "Shops want one page", "measure", "A vote of 12 shops", "exposure",
                "HIGHEST", "checkDate", "2020-01-02", "state", "VALIDATED", "outcome", "11 of 12 do")).get("id").asText();
        rest.post(path() + "/evidence", Map.of("text", "The vote", "reference", "https://example.com/vote", "hypothesis", belief));
        rest.post(path() + "/trade-off", Map.of("text", "Guest checkout in the first release", "acceptedBy", "lead"));
        rest.post(path() + "/exception-state", Map.of("path", "FAILURE", "text", "The payment provider does not answer in time"));
        rest.post(path() + "/exception-state", Map.of("path", "RECOVERY", "text", "Switch the old checkout on\nTell support", "owner",
                "owner"));
        rest.post(path() + "/risk", Map.of("text", "Saved addresses get lost", "state", "ACCEPTED", "approver", "lead", "expiry",
                "2020-01-01"));
        rest.post(path() + "/evidence",
                Map.of("text", "Load test with 200 users", "reference", "https://ci.example.com/runs/7", "criterion",
                        criterion));
    }

    private String created(String type, String summary) {
        Map<String, Object> fields = new HashMap<>(Map.of("project", Map.of("key", "SHOP"), "issuetype", Map.of("name", type), "summary",
                summary));
        if (type.equals("Blocker")) {
            fields.putAll(Map.of("duedate", TestTime.day(7), rest.field("Owner"), Map.of("name", "owner"),
                    rest.field("Fallback plan"), "Send paper invoices until it works again"));
        }
        return rest.post("/rest/api/2/issue", Map.of("fields", fields)).get("key").asText();
    }

    private String path() {
        return "/rest/decision-gates/1.0/issue/" + key + "/records";
    }

    private void show() {
        browser.script("document.querySelector('" + PANEL + "').scrollIntoView({block: 'start'})");
    }

    private void fits() {
        assertEquals("nothing sticks out of the panel or its table", Boolean.TRUE, browser.script("return [...document.querySelectorAll('"
                + PANEL + ", " + TABLE_OF_EVIDENCE + "')].every(part => part.scrollWidth <= part.clientWidth);"));
    }

    /** Presses Tab until a button of this section has the focus, as somebody without a mouse does. */
    private void tabTo(String kind, String action) {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE
                    .equals(browser.script("return document.activeElement.matches(\".decision-gates-record-section[data-kind='" + kind
                            + "'] [data-action='" + action + "']\");"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("Tab leads to no button for " + action + " of " + kind);
    }

    private void press(CharSequence... keys) {
        for (CharSequence one : keys) {
            new Actions(browser.driver()).sendKeys(one).perform();
        }
    }

    private void type(CharSequence... keys) {
        browser.see(FORM);
        for (CharSequence one : keys) {
            browser.driver().switchTo().activeElement().sendKeys(one);
        }
    }

    private String focus(String attribute) {
        return browser.driver().switchTo().activeElement().getDomAttribute(attribute);
    }

    private void said(String text) {
        browser.until(text, () -> browser.has(STATUS) && browser.driver().findElement(STATUS).getText().equals(text) && !browser.has(FORM));
        assertEquals("beside what has the focus", Boolean.TRUE, browser.script("return document.querySelector(arguments[0])"
                + ".previousElementSibling.contains(document.activeElement);", PANEL + " .decision-gates-rows-status"));
    }

    private String row(int index) {
        return browser.all(ROWS).get(index).getText().replace('\n', ' ');
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, PANEL + ", " + TABLE_OF_EVIDENCE));
    }
}
