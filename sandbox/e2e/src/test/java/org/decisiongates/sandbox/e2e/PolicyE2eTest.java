package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A project administrator makes a policy, tries it on an issue, saves it and looks at its history. */
public class PolicyE2eTest {

    /** Colours that are still changing have no contrast to speak of. */
    private static final String SURFACE = "* { transition: none !important }"
            + " html, body { background: var(--ds-surface) !important; color: var(--ds-text) !important }";

    private static final String POLICIES = "/plugins/servlet/decision-gates/policies";
    private static final int LONG_TEXTS = 20;

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();

    @Before
    public void logIn() {
        new JiraPages(browser, products.jira.address()).logIn("lead");
    }

    @Test
    public void aPolicyIsMadeTriedAndSaved() {
        sendForReview("Which vendor for the pilot?");
        browser.go(products.jira.address() + "/projects/SHOP");
        browser.follow(By.id("decision-gates-project-policies"));
        browser.type(By.name("key"), "pilot");
        browser.follow(By.cssSelector(".decision-gates-policies form[method='get'] [type='submit']"));
        press("add-gate");
        browser.type(By.name("g0.name"), "Send for review");
        browser.type(By.name("g0.key"), "in-review");
        browser.type(By.cssSelector(".decision-gates-policy [type='search']"), "criteria");
        int found = browser.all(By.cssSelector(".decision-gates-policy-offer:not([hidden])")).size();
        assertTrue(found + " rules are found", found > 0 && found < 5);
        browser.see(By.cssSelector(".decision-gates-policy [type='search']")).sendKeys(Keys.ARROW_DOWN);
        assertTrue("the arrow leads to the first rule found",
                (Boolean) browser.script("return document.activeElement.value.startsWith('add-rule:0:')"));
        press("add-rule:0:has-acceptance-criteria");
        browser.type(By.name("g0.r0.s.minimum"), "2");
        press("close:0:0");
        press("adding:0");
        press("add-rule:0:has-owner");
        browser.type(By.name("issue"), "SHOP-1");
        press("preview");
        int said = browser.all(By.cssSelector(".decision-gates-policy-box:has([name=issue]) > p > .aui-lozenge")).size();
        assertTrue("each rule says something, those of other policies for the phase as well: " + said, said >= 2);
        press("take-case");
        press("close:test:0");
        assertTrue(browser.page(), browser.text(By.cssSelector(".decision-gates-policy-tests")).contains("AS EXPECTED")
                || browser.text(By.cssSelector(".decision-gates-policy-tests")).contains("As expected"));
        press("preview");
        browser.script("document.querySelector('.decision-gates-policy-gate').scrollIntoView()");
        browser.picture("policy-gates");
        browser.script("document.querySelector('.decision-gates-policy-tests').scrollIntoView({block: 'end'})");
        browser.picture("policy-tests");
        shown("policy-editor");
        tryOnAllIssues();
        browser.type(By.name("why"), "The pilot begins");
        press("save");
        assertTrue(browser.page(), browser.page().contains("Saved as version 1"));
        replayTheLastWeeks(browser.driver().getCurrentUrl());
        browser.follow(By.linkText("History"));
        assertTrue(browser.page(), browser.page().contains("The pilot begins"));
        shown("policy-history");
        browser.follow(By.cssSelector(".decision-gates-policy p a"));
        shown("policies");
    }

    @Test
    public void rulesAreAddedMovedRemovedAndBroughtBackByKeyboard() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/policies?project=SHOP&key=keys&from=new");
        browser.tabTo("add-gate");
        browser.enter(Keys.ENTER);
        browser.enter("owns the issue", Keys.ENTER);
        assertEquals("the settings of what was added are next", "g0.r0.s.field", focused("name"));
        browser.tabTo("close:0:0");
        browser.enter(Keys.ENTER);
        assertEquals("edit:0:0", focused("value"));
        browser.tabTo("adding:0");
        browser.enter(Keys.ENTER);
        browser.enter("not too far ahead", Keys.ENTER);
        browser.tabTo("close:0:1");
        browser.enter(Keys.ENTER);
        browser.tabTo("up:0:1");
        browser.enter(Keys.ENTER);
        assertEquals("up:0:0", focused("value"));
        assertTrue(claims().toString(), claims().get(0).startsWith("Due date") && claims().get(1).startsWith("Owner"));
        browser.tabTo("remove:0:0");
        browser.enter(Keys.ENTER);
        assertEquals("edit:0:0", focused("value"));
        assertEquals(1, claims().size());
        browser.tabTo("undo");
        browser.enter(Keys.ENTER);
        assertEquals(2, claims().size());
        assertEquals("there is more to undo", "undo", focused("value"));
    }

    /** What an administrator asks for in the editor is asked for on the page of an issue. */
    @Test
    public void anApprovalIsAskedForOnceItsPolicyIsSaved() {
        JiraRest rest = new JiraRest(products.jira.address(), "lead");
        String issue = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "summary",
                "May we refund at once?", "issuetype", Map.of("name", "Decision")))).path("key").asText();
        browser.go(products.jira.address() + POLICIES + "?project=SHOP&key=counsel&from=new");
        browser.type(By.name("name"), "Counsel");
        press("add-gate");
        press("add-rule:0:approvals-current");
        press("close:0:0");
        press("add-approval");
        assertEquals("what was added is next", "a0.name", focused("name"));
        browser.type(By.name("a0.name"), "Counsel");
        browser.type(By.name("a0.key"), "counsel");
        By picker = By.cssSelector("label:has([name='a0.people']) + .decision-gates-picker");
        browser.type(picker, "stakehol");
        browser.until("people are found", () -> browser.has(By.cssSelector("datalist option[value='stakeholder']")));
        browser.see(picker).sendKeys("der", Keys.ENTER);
        assertEquals("stakeholder", browser.see(By.name("a0.people")).getDomProperty("value"));
        browser.click(By.cssSelector("[name='a0.sections'][value='due-date']"));
        shownApprovals("policy-approval-open");
        browser.type(By.name("a0.groups"), "nobody-of-that-name");
        press("close:approval:0");
        browser.click(By.cssSelector(".decision-gates-policy-said a[href='#decision-gates-policy-a0.groups']"));
        assertEquals("a0.groups", focused("name"));
        shownApprovals("policy-approval-wrong");
        browser.see(By.name("a0.groups")).clear();
        press("close:approval:0");
        assertEquals("edit-approval:0", focused("value"));
        shownApprovals("policy-approvals");
        browser.type(By.name("why"), "Counsel has to agree");
        press("save");
        assertTrue(browser.page(), browser.page().contains("Saved as version 1"));
        try {
            new JiraPages(browser, products.jira.address()).open(issue);
            String panel = browser.text(By.cssSelector(".decision-gates-approvals"));
            assertTrue(panel, panel.contains("Counsel") && panel.contains("summary and description") && !panel.contains("due date"));
        } finally {
            rest.post("/rest/decision-gates/1.0/policies/counsel/retire?project=SHOP&basedOn=1&why=over", Map.of());
        }
    }

    private void shownApprovals(String name) {
        shown(name);
        browser.script("document.getElementById('decision-gates-policy-approvals').scrollIntoView()");
        browser.picture(name + "-section");
        browser.size(380, 900);
        browser.script("document.getElementById('decision-gates-policy-approvals').scrollIntoView()");
        browser.picture(name + "-section-380");
        browser.size(1280, 900);
    }

    /** Five steps back, and what was typed meanwhile is there at each. */
    @Test
    public void severalStepsAreTakenBackOneByOne() {
        browser.go(products.jira.address() + POLICIES + "?project=SHOP&key=steps&from=new");
        press("add-gate");
        for (String rule : List.of("has-owner", "has-fallback", "has-acceptance-criteria")) {
            if (!rule.equals("has-owner")) {
                press("adding:0");
            }
            press("add-rule:0:" + rule);
            press("close:0:" + (claims().size() - 1));
        }
        press("remove:0:0");
        browser.type(By.name("name"), "Typed later");
        press("up:0:1");
        List<Integer> left = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            press("undo");
            left.add(claims().size());
            assertEquals("steps left", 4 - step, browser.all(By.cssSelector("[name='undo']")).size());
        }
        assertEquals(List.of(2, 3, 2, 1, 0), left);
        assertTrue("what is older than five steps is kept", browser.has(By.name("g0.key")));
    }

    /** Of what is wrong each thing is told where it is typed, and reached from the top. */
    @Test
    public void whatIsWrongIsReachedFromTheTop() {
        browser.go(products.jira.address() + POLICIES + "?project=SHOP&key=faulty&from=new");
        press("add-gate");
        press("add-rule:0:has-acceptance-criteria");
        browser.type(By.name("g0.r0.s.minimum"), "0");
        browser.type(By.name("g0.key"), "No key");
        // as a browser without its own check sends it
        browser.script("document.querySelector('form.decision-gates-policy').noValidate = true");
        browser.script("document.querySelector('[name=waiverDays]').type = 'text'");
        browser.type(By.name("waiverDays"), "two weeks");
        press("save");
        assertEquals("two weeks", browser.see(By.name("waiverDays")).getDomProperty("value"));
        for (String input : List.of("waiverDays", "g0.key", "g0.r0.s.minimum", "why")) {
            browser.click(By.cssSelector(".decision-gates-policy-said a[href='#decision-gates-policy-" + input + "']"));
            assertEquals(input, focused("name"));
        }
        shown("policy-faults");
        browser.script("document.querySelector('.decision-gates-policy-gate').scrollIntoView()");
        browser.picture("policy-faults-gate");
        browser.click(By.cssSelector("[name='do'][value='dry-run']"));
        browser.until("a second tab", () -> browser.driver().getWindowHandles().size() == 2);
        browser.driver().switchTo().window(browser.driver().getWindowHandles().stream()
                .filter(tab -> !tab.equals(browser.driver().getWindowHandle())).findFirst().orElseThrow());
        browser.see(By.cssSelector(".decision-gates-dry-run"));
        assertTrue(browser.page(), browser.page().contains("Longest waiver, in days: \u201Ctwo weeks\u201D is not a whole number")
                && !browser.page().contains("gates["));
        browser.picture("policy-faults-dry-run");
    }

    /** Two fields of one name, an option that is none here, and words that are no policy. */
    @Test
    public void anImportAsksWhichFieldIsMeant() {
        JiraRest admin = new JiraRest(products.jira.address(), "admin");
        for (int i = 0; i < 2; i++) {
            admin.post("/rest/api/2/field",
                    Map.of("name", "Hazard", "type", "com.atlassian.jira.plugin.system.customfieldtypes:textfield"));
        }
        String file = """
                {"format": 1, "key": "brought", "name": "Brought along", "issueType": "decision",
                 "names": {"field": {"customfield_90001": "Hazard"}, "group": {"cab": "Change board"}},
                 "gates": [{"key": "start", "name": "Start", "enforcement": "enforce", "rules": [{"rule": "field-required",
                   "settings": {"field": "customfield_90001"}, "when": [{"kind": "actor-group", "values": ["cab"]}]}]}]}
                """;
        browser.go(products.jira.address() + POLICIES + "?project=SHOP");
        bring(file.replace("\"field-required\"", "\"has-luck\""), "To try");
        assertTrue(browser.page(), browser.page().contains("Line 3, gates[0].rules[0].rule: "));
        bring("no policy at all", "To try");
        assertTrue(browser.page(), browser.text(By.cssSelector(".aui-message-error")).contains("Line 1"));
        shown("policy-import-wrong", ".decision-gates-policies");
        bring(file, "To try");
        WebElement field = browser.see(By.name("map:field:customfield_90001"));
        assertTrue(browser.page(), browser.page().contains("Field \u201CHazard\u201D: several here have this name. Choose the one "
                + "to use."));
        assertEquals("what is asked is what is seen", "map:field:customfield_90001", focused("name"));
        browser.picture("policy-import-asked");
        shown("policy-import-question", ".decision-gates-policies-import");
        browser.click(By.cssSelector(".decision-gates-policies-import [type='submit']"));
        assertEquals("nothing is sent before one is chosen", false, browser.script("return arguments[0].validity.valid", field));
        List<String> hazards = browser.all(By.cssSelector("[name='map:field:customfield_90001'] "
                + "option")).stream().map(WebElement::getText)
                .filter(option -> option.startsWith("Hazard (customfield_")).toList();
        assertEquals("each with its id", 2, hazards.stream().distinct().count());
        browser.type(By.name("map:field:customfield_90001"), hazards.get(1));
        assertEquals("groups are typed, as there may be thousands", "Change board",
                browser.see(By.name("map:group:cab")).getDomProperty("value"));
        browser.type(By.name("map:group:cab"), "storefront-leads");
        browser.follow(By.cssSelector(".decision-gates-policies-import [type='submit']"));
        assertTrue(browser.page(), browser.page().contains("\u201CBrought along\u201D was imported as version 1."));
        browser.follow(By.linkText("Brought along"));
        press("edit:0:0");
        String id = hazards.get(1).replaceAll(".*\\(|\\)", "");
        assertEquals(id, browser.see(By.name("g0.r0.s.field")).getDomProperty("value"));
    }

    private void bring(String file, String why) {
        browser.script("document.querySelector('[name=file]').value = arguments[0]", file);
        browser.type(By.name("why"), why);
        browser.follow(By.cssSelector(".decision-gates-policies-import [type='submit']"));
    }

    @Test
    public void theWaysRoundAGateAreListed() {
        new JiraRest(products.jira.address(), "lead").put(
                "/rest/decision-gates/1.0/policies/guarding?project=SHOP&why=To%20guard&basedOn=0",
                Map.of("format", 1, "key", "guarding", "name", "Guarding", "issueType", "blocker", "gates",
                        List.of(Map.of("key", "drop", "name", "Drop", "phase", "FALLBACK_INVOKED", "enforcement", "enforce", "rules",
                                List.of(Map.of("rule", "has-owner"))))));
        browser.go(products.jira.address() + POLICIES + "?project=SHOP&key=guarding");
        assertTrue(browser.page(), browser.all(By.cssSelector(".decision-gates-policy-bypass")).size() > 0);
        shown("policy-bypasses");
    }

    /** Of five hundred groups twenty are shown, and the one that is sought is found by its letters. */
    @Test
    public void oneOfFiveHundredGroupsIsFoundByTyping() {
        JiraRest admin = new JiraRest(products.jira.address(), "admin");
        for (int i = 100; i < 600; i++) {
            admin.post("/rest/api/2/group", Map.of("name", "region-" + i));
        }
        browser.go(products.jira.address() + POLICIES + "?project=SHOP&key=many&from=new");
        By picker = By.cssSelector("label:has([name='waiverGroups']) + .decision-gates-picker");
        browser.type(picker, "region");
        By said = By.cssSelector(".decision-gates-policy-head [role='status']");
        browser.until("it says that there are more",
                () -> browser.see(said).getText().equals("More names match. Type more of the name."));
        assertEquals(20, browser.all(By.cssSelector(".decision-gates-policy-head datalist option")).size());
        shown("policy-many-groups");
        browser.see(picker).sendKeys("-47");
        browser.until("ten are left", () -> browser.all(By.cssSelector(".decision-gates-policy-head datalist option")).size() == 10);
        assertEquals("",
                browser.see(By.cssSelector(".decision-gates-policy-head")).findElement(By.cssSelector("[role='status']")).getText());
        browser.see(picker).sendKeys("3", Keys.ENTER);
        assertEquals("region-473", browser.see(By.name("waiverGroups")).getDomProperty("value"));
    }

    @Test
    public void whoMayWaiveIsFoundByName() {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/policies?project=SHOP&key=waiving&from=new");
        By picker = By.cssSelector("label:has([name='waiverGroups']) + .decision-gates-picker");
        browser.type(picker, "storefront-lea");
        assertEquals("one for the groups", 1, browser.all(By.cssSelector(".decision-gates-picker:not([hidden])")).size());
        browser.until("groups are found", () -> browser.has(By.cssSelector("datalist option[value='storefront-leads']")));
        browser.see(picker).sendKeys("ds", Keys.ENTER);
        assertEquals("storefront-leads", browser.see(By.name("waiverGroups")).getDomProperty("value"));
        assertEquals("", browser.see(picker).getDomProperty("value"));
        assertEquals(List.of(), Accessibility.complaints(browser, ".decision-gates-policy"));
    }

    /** Long texts take their time, one issue after another: long enough to see that it goes on, and to change one's mind. */
    @Test
    public void aDryRunTellsHowFarItIsAndIsCancelled() {
        JiraRest rest = new JiraRest(products.jira.address(), "admin");
        List<String> issues = new ArrayList<>();
        try {
            for (int i = 0; i < LONG_TEXTS; i++) {
                issues.add(rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "summary",
                        "Readslowly", "description", "ab ".repeat(10_000),
                        "issuetype", Map.of("name", "Decision")))).path("key").asText());
            }
            List<Map<String, Object>> rules = Stream.of("c", "d", "e", "f").map(end -> Map.<String, Object>of("rule", "field-matches",
                    "settings", Map.of("field", "description", "pattern", "(?:[ab ]*a){150}" + end))).toList();
            JsonNode started = new JiraRest(products.jira.address(), "lead").post(
                    "/rest/decision-gates/1.0/dry-run?project=SHOP&jql=summary+~+Readslowly",
                    Map.of("format", 1, "key", "slow", "name", "Slow", "issueType", "decision", "gates", List.of(Map.of("key", "in-review",
                            "name", "In review", "phase", "IN_REVIEW", "enforcement", "enforce", "rules", rules))));
            cancelsWhileItGoesOn(products.jira.address() + "/plugins/servlet/decision-gates/tasks?id=" + started.path("task").asText());
        } finally {
            issues.forEach(issue -> rest.delete("/rest/api/2/issue/" + issue));
        }
    }

    private void cancelsWhileItGoesOn(String page) {
        browser.go(page);
        browser.until("the bar begins", () -> done() > 0);
        long before = done();
        browser.until("the bar goes on, on the same page", () -> done() > before);
        assertEquals("the words go with it", Boolean.TRUE, browser.script("return document.querySelector(arguments[0]).textContent"
                + " === document.querySelector('progress').value + arguments[1];", ".decision-gates-task-told", " of 20 done"));
        browser.picture("task-running");
        browser.click(By.cssSelector(".decision-gates-task-running button"));
        browser.until("it is over", () -> !browser.has(By.tagName("progress")));
        assertEquals("Cancelled. Nothing was changed.", browser.text(By.cssSelector(".decision-gates-task .aui-message")));
        assertEquals("and nothing came of it", 0, browser.all(By.cssSelector(".decision-gates-task h2")).size());
        shown("task-cancelled", ".decision-gates-task");
    }

    private long done() {
        return browser.has(By.tagName("progress"))
                ? ((Number) browser.script("return document.querySelector('progress').value")).longValue()
                : 0;
    }

    private String focused(String property) {
        return (String) browser.script("return document.activeElement[arguments[0]] || ''", property);
    }

    private List<String> claims() {
        return browser.all(By.cssSelector(".decision-gates-policy-claim")).stream().map(WebElement::getText).toList();
    }

    /** In a tab of its own; the policy that is being edited stays as it is. */
    private void tryOnAllIssues() {
        String editor = browser.driver().getWindowHandle();
        browser.click(By.cssSelector("[name='do'][value='dry-run']"));
        browser.until("a second tab", () -> browser.driver().getWindowHandles().size() == 2);
        browser.driver().switchTo().window(browser.driver().getWindowHandles().stream().filter(tab -> !tab.equals(editor)).findFirst()
                .orElseThrow());
        browser.size(1280, 900);
        browser.type(By.name("jql"), "project = SHOP AND nobody = 1");
        browser.follow(By.cssSelector(".decision-gates-dry-run [type='submit']"));
        assertTrue(browser.page(), browser.page().contains("nobody"));
        shown("dry-run-start", ".decision-gates-dry-run");
        browser.type(By.name("jql"), "project = SHOP");
        browser.follow(By.cssSelector(".decision-gates-dry-run [type='submit']"));
        browser.see(By.cssSelector(".decision-gates-task-entries"));
        assertTrue(browser.page(), browser.page().contains("issues would be refused"));
        browser.script("scrollTo(0, 0)");
        browser.document("dry-run");
        shown("dry-run", ".decision-gates-task");
        browser.driver().close();
        browser.driver().switchTo().window(editor);
        assertEquals("Send for review", browser.see(By.name("g0.name")).getDomProperty("value"));
    }

    /** With one criterion, which was enough for the gates of that time. */
    private void sendForReview(String question) {
        JiraRest rest = new JiraRest(products.jira.address(), "lead");
        String issue = rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "SHOP"), "summary", question,
                "issuetype", Map.of("name", "Decision")))).path("key").asText();
        rest.post("/rest/api/2/issue/" + issue + "/transitions", Map.of("transition", Map.of("id", "11"), "fields",
                Map.of(rest.field("Owner"), Map.of("name", "lead"), "duedate", rest.inDays(5), rest.field("Acceptance criteria"),
                        "Refunds reach the customer within 3 days")));
    }

    private void replayTheLastWeeks(String editor) {
        browser.go(products.jira.address() + "/plugins/servlet/decision-gates/dry-run?key=pilot&project=SHOP");
        browser.type(By.name("weeks"), "2");
        browser.follow(By.cssSelector("[name='do'][value='replay']"));
        browser.see(By.cssSelector(".decision-gates-task-entries"));
        assertTrue(browser.page(), browser.page().contains("Send for review"));
        shown("replay", ".decision-gates-task");
        browser.go(editor);
    }

    private void press(String operation) {
        browser.follow(By.cssSelector("[name='do'][value='" + operation + "']"));
    }

    /** In the light, in the dark, and on a narrow page, for everybody. */
    private void shown(String name) {
        shown(name, name.equals("policies") ? ".decision-gates-policies" : ".decision-gates-policy");
    }

    private void shown(String name, String page) {
        browser.script("scrollTo(0, 0)");
        browser.picture(name);
        assertEquals(name, List.of(), Accessibility.complaints(browser, page));
        browser.style(SURFACE);
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
        assertEquals(name + " in the dark", List.of(), Accessibility.complaints(browser, page));
        browser.picture(name + "-dark");
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
        browser.style("");
        browser.size(380, 900);
        browser.picture(name + "-380");
        new Layout(browser).fits(name, page);
        if (browser.has(By.cssSelector(".decision-gates-table"))) {
            new Layout(browser).stacks(name);
            assertEquals(name + " on a phone", List.of(), Accessibility.complaints(browser, page));
        }
        browser.size(1280, 900);
    }
}
