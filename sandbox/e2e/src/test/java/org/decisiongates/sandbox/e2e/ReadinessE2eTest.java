package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What is missing before a transition is seen, and supplied, on the page of the issue before anybody is refused. */
public class ReadinessE2eTest {

    /** What sending for review takes, in the order in which it is supplied. */
    private static final List<String> SUPPLIED = List.of("has-owner", "has-due-date", "has-acceptance-criteria");
    private static final By COUNT = By.cssSelector(".decision-gates-readiness-count");
    private static final By ITEMS = By.cssSelector(".decision-gates-readiness-item");
    /** What an item is where it is nothing missing. */
    private static final By MARKS = By.cssSelector(".decision-gates-readiness-item .aui-lozenge");
    private static final By STATE = By.cssSelector(".decision-gates-readiness-transition h4 .aui-lozenge");
    private static final By FIX = By.cssSelector(".decision-gates-readiness [data-action='fix']");
    private static final By VALUE = By.id("decision-gates-readiness-value");
    private static final By STATUS = By.cssSelector(".decision-gates-readiness-status");
    private static final By SAID = By.cssSelector(".decision-gates-readiness-said");
    private static final By ERROR = By.id("decision-gates-readiness-error");

    private static final By OWED = By.cssSelector(".decision-gates-readiness-item[data-policies^='lenient'], "
            + ".decision-gates-readiness-item[data-latest]:not([data-latest=''])");
    private static final By WAIVE = By.cssSelector(".decision-gates-readiness [data-action='waiver']");
    private static final By REASON = By.id("decision-gates-readiness-reason");
    private static final By WAIVER_ERROR = By.id("decision-gates-readiness-waiver-error");

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private JiraPages jira;
    private JiraRest rest;
    private String key;
    private JsonNode before;

    @Before
    public void open() {
        jira = new JiraPages(browser, products.jira.address());
        rest = new JiraRest(products.jira.address(), "owner");
        key = rest
                .post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"),
                        "issuetype", Map.of("name", "Decision"), "summary", "Refund before the parcel is back?")))
                .get("key").asText();
        before = readiness();
        jira.logIn("owner");
        jira.open(key);
    }

    @Test
    public void isSuppliedOnTheSpotUntilTheTransitionPasses() {
        assertEquals(count(before), browser.text(COUNT));
        assertEquals("what refuses comes before advice", SUPPLIED, items().subList(0, SUPPLIED.size()));
        assertEquals("only what refuses bears no mark", items().size() - SUPPLIED.size(), browser.all(MARKS).size());
        assertEquals(findings(before), items());
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
        supplied(1);

        browser.click(FIX);
        browser.type(VALUE, "0026-12-31");
        browser.click(By.cssSelector(".decision-gates-readiness [type='submit']"));
        browser.until("that the year is one of antiquity", () -> browser.driver().findElement(ERROR).getText().contains("1970"));
        browser.type(VALUE, TestTime.day(7));
        browser.click(By.cssSelector(".decision-gates-readiness [type='submit']"));
        supplied(2);

        browser.click(FIX);
        browser.see(VALUE).sendKeys("Refunds reach the customer within 3 days");
        browser.click(By.cssSelector(".decision-gates-readiness [type='submit']"));
        supplied(3);
        assertEquals("nothing refuses any more", browser.all(MARKS).size(), items().size());
        assertEquals("Ready", browser.see(STATE).getDomProperty("textContent"));
        browser.until("that it is saved", () -> browser.text(STATUS).startsWith("Saved."));
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
        supplied(1);
        browser.until("that it is saved", () -> browser.text(STATUS).startsWith("Saved."));
        assertEquals("said where the item was, and the focus on the next", Boolean.TRUE, browser.script(
                "return document.querySelector('.decision-gates-readiness-said').nextElementSibling.contains(document.activeElement);"));
        assertEquals("in view", Boolean.TRUE, browser.script("var r = document.querySelector('.decision-gates-readiness-status')"
                + ".getBoundingClientRect(); return r.top >= 0 && r.bottom <= window.innerHeight;"));
        show();
        browser.picture("readiness-saved");
        assertAccessible("what is said in place of an item");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertTrue("what was said is over", browser.see(VALUE).isDisplayed() && browser.all(SAID).isEmpty());
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

    /** A member of the team asks, an administrator grants and takes back, and nobody leaves the page. */
    @Test
    public void isWaivedForAWhileOnThePage() {
        JiraRest admin = new JiraRest(products.jira.address(), "admin");
        admin.put("/rest/decision-gates/1.0/policies/lenient?basedOn=0&why=for+a+test",
                Map.of("format", 1, "key", "lenient", "name", "Lenient",
                        "issueType", "decision", "waivers", Map.of("groups", List.of("jira-administrators"), "longestDays", 14), "gates",
                        List.of(Map.of("key", "drafts", "name", "Drafts", "phase", "DRAFT", "enforcement", "enforce", "rules",
                                List.of(Map.of("rule", "has-fallback"))))));
        try {
            asksGrantsAndTakesBack();
        } finally {
            admin.post("/rest/decision-gates/1.0/policies/lenient/retire?basedOn=1&why=over", Map.of());
        }
    }

    private void asksGrantsAndTakesBack() {
        // an edit has the issue looked at; otherwise the sweep finds within a quarter of an hour what a new policy asks
        rest.put("/rest/api/2/issue/" + key, Map.of("fields", Map.of("summary", "Refund before the parcel arrives?")));
        browser.until("that it is found to be owed",
                () -> rest.get("/rest/decision-gates/1.0/debt?issue=" + key).path("issues").size() == 1);
        jira.open(key);
        assertEquals("By policy change", browser.see(By.cssSelector(".decision-gates-readiness-owed li .aui-lozenge"))
                .getDomProperty("textContent"));
        assertEquals("Owed in \u201CDraft\u201D", browser.text(By.cssSelector(".decision-gates-readiness-owed h4 bdi")));
        everyWay("readiness-owed", ".decision-gates-readiness-owed");
        browser.click(WAIVE);
        browser.click(By.cssSelector("[data-form='waiver'] [type='submit']"));
        browser.until("that a reason is needed", () -> browser.text(WAIVER_ERROR).contains("Say why"));
        assertAccessible("a request without a reason");
        browser.see(REASON).sendKeys("The vendor answers on Monday");
        browser.type(By.id("decision-gates-readiness-until"), TestTime.day(3));
        everyWay("waiver-form", "form[data-form='waiver']");
        browser.click(By.cssSelector("[data-form='waiver'] [type='submit']"));
        browser.until("that it was asked for", () -> browser.text(STATUS).startsWith("Asked."));
        assertSaidBesideWhatHasTheFocus(".decision-gates-readiness-item[data-rule='has-fallback']");
        assertEquals("Asked for", lozenge());
        assertFalse("what was asked for is not asked for again", browser.has(WAIVE));
        assertTrue("whom to turn to", browser.text(By.cssSelector(".decision-gates-readiness-waiver"))
                .contains("Anybody in jira-administrators may grant it"));
        assertEquals("who asked may only take it back", List.of("withdraw"), actions());
        everyWay("waiver-asked", ".decision-gates-readiness-waiver");

        browser.go(products.jira.address() + "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        browser.script("document.querySelectorAll('.decision-gates-week details').forEach(folded => folded.open = true)");
        String owed = browser.text(By.cssSelector(".decision-gates-week-debt"));
        assertTrue(owed, owed.contains(key));
        String waivers = browser.text(By.cssSelector(".decision-gates-week-waivers"));
        assertTrue(waivers, waivers.contains("The vendor answers on Monday"));
        // of which issues, only for the first ten: other tests of this sample leave more
        String week = browser.text(By.tagName("main"));
        assertTrue(week, week.contains("Fix gate debt: "));
        lookedAt("week-owed", ".decision-gates-week-debt", ".decision-gates-week");
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        confluence.openWeeklySummaryUntilJiraAnswers();
        confluence.refreshUntil("what is owed",
                said -> browser.see(By.id("main-content")).getDomProperty("textContent").contains("The vendor answers on Monday"));
        browser.script("document.querySelectorAll('.decision-gates-week details').forEach(folded => folded.open = true)");
        lookedAt("week-owed-confluence", ".decision-gates-week-debt", "#main-content");

        jira.logIn("admin");
        jira.open(key);
        assertEquals(List.of("grant", "decline", "withdraw"), actions());
        browser.click(By.cssSelector("[data-action='grant']"));
        browser.until("that it is granted", () -> browser.text(STATUS).startsWith("Granted."));
        assertSaidBesideWhatHasTheFocus(".decision-gates-readiness-waiver");
        assertEquals("Active", lozenge());
        assertFalse("what is waived is not owed", browser.has(OWED));
        everyWay("waiver-active", ".decision-gates-readiness-waiver");
        browser.click(By.cssSelector("[data-action='withdraw']"));
        browser.until("that it was withdrawn", () -> browser.text(STATUS).equals("Withdrawn."));
        assertFalse(browser.has(By.cssSelector(".decision-gates-readiness-waiver")));
        assertTrue("owed again", browser.has(OWED) && browser.has(WAIVE));

        rest.post("/rest/decision-gates/1.0/issue/" + key + "/waivers", Map.of("policy", "lenient", "rule", "has-fallback", "reason",
                "The vendor answers on Tuesday", "until", TestTime.day(4)));
        jira.open(key);
        browser.click(By.cssSelector("[data-action='decline']"));
        browser.until("that it was declined", () -> browser.text(STATUS).equals("Declined."));
        assertFalse(browser.has(By.cssSelector(".decision-gates-readiness-waiver")));
        assertTrue("owed all the same", browser.has(OWED) && browser.has(WAIVE));
    }

    private void assertSaidBesideWhatHasTheFocus(String place) {
        assertEquals(place, Boolean.TRUE, browser.script("var s = document.querySelector('.decision-gates-readiness-status')"
                + ".closest(arguments[0]); return Boolean(s) && s.contains(document.activeElement);", place));
    }

    private String lozenge() {
        return browser.see(By.cssSelector(".decision-gates-readiness-waiver .aui-lozenge")).getDomProperty("textContent");
    }

    private List<String> actions() {
        return browser.all(By.cssSelector(".decision-gates-readiness-waiver [data-action]")).stream()
                .map(button -> button.getDomAttribute("data-action")).toList();
    }

    /** Looked at in the light, on a phone and in the dark, each for everybody. */
    private void everyWay(String name, String place) {
        lookedAt(name, place, ".decision-gates-readiness");
    }

    private void lookedAt(String name, String place, String whole) {
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", place);
        assertEquals(name, List.of(), Accessibility.complaints(browser, whole));
        browser.picture(name);
        browser.size(380, 900);
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", place);
        assertEquals("nothing sticks out of the panel", Boolean.TRUE,
                browser.script("var p = document.querySelector(arguments[0]); return p.scrollWidth <= p.clientWidth;", whole));
        browser.picture(name + "-380");
        browser.size(1920, 900);
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", place);
        browser.picture(name + "-1920");
        browser.size(1280, 900);
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", place);
        browser.picture(name + "-dark");
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
    }

    @Test
    public void isAListWithLinksWithoutScript() {
        browser.script("document.documentElement.classList.remove('decision-gates-readiness-scripted')");
        assertFalse(browser.driver().findElement(FIX).isDisplayed());
        browser.follow(By.cssSelector(".decision-gates-readiness-fix a"));
        assertTrue(browser.address(), browser.address().contains("/secure/EditIssue!default.jspa?id="));
        assertTrue(browser.has(By.id("duedate")));
    }

    /** That many rules more are met than before, and the score has risen to what is answered over REST. */
    private void supplied(int more) {
        String met = before.path("met").asInt() + more + " of " + before.path("asked").asInt() + " requirements met, ";
        browser.until(met, () -> browser.has(COUNT) && browser.driver().findElement(COUNT).getText().startsWith(met));
        JsonNode after = readiness();
        assertEquals(count(after), browser.text(COUNT));
        assertEquals(findings(after), items());
        assertTrue(count(after), after.at("/score/points").asInt() > before.at("/score/points").asInt());
    }

    private JsonNode readiness() {
        return rest.get("/rest/decision-gates/1.0/issue/" + key + "/readiness");
    }

    private static String count(JsonNode answer) {
        int missing = answer.path("asked").asInt() - answer.path("met").asInt();
        return answer.path("met") + " of " + answer.path("asked") + " requirements met, " + missing + " missing Score "
                + answer.at("/score/points") + " of 100";
    }

    /** The rules of what is to be said: what is missing, then what is advised. */
    private static List<String> findings(JsonNode answer) {
        List<String> rules = new ArrayList<>();
        for (JsonNode transition : answer.path("transitions")) {
            for (boolean missing : List.of(true, false)) {
                transition.path("rules").forEach(rule -> rule.path("findings").forEach(finding -> {
                    if (rule.path("missing").asBoolean() == missing) {
                        rules.add(rule.path("rule").asText());
                    }
                }));
            }
        }
        return rules;
    }

    private List<String> items() {
        return browser.all(ITEMS).stream().map(item -> item.getDomAttribute("data-rule")).toList();
    }

    private void show() {
        browser.script("document.querySelector('.decision-gates-readiness').scrollIntoView({block: 'center'})");
    }

    private void assertAccessible(String what) {
        assertEquals(what, List.of(), Accessibility.complaints(browser, ".decision-gates-readiness"));
    }
}
