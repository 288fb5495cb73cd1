package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openqa.selenium.By;

/** Takes out a project and imports a file into another, as administrators do on the two pages. */
public class TakeOutE2eTest {

    private static final String IMPORT = "/plugins/servlet/decision-gates/import";
    private static final String TAKE_OUT = "/plugins/servlet/decision-gates/take-out";
    private static final String PROJECT = "TAKEN";
    /** Issues that take longer to import than a page takes to load. */
    private static final int MANY = 300;
    private static final By FILE = By.id("decision-gates-import-document");
    private static final By CHECK = By.id("decision-gates-import-check");
    private static final By START = By.id("decision-gates-import-start");
    private static final By REPORT = By.id("decision-gates-import-report");
    private static final By FAULTS = By.id("decision-gates-import-document-error");
    private static final By PROBLEMS = By.cssSelector("#decision-gates-import-problems, #decision-gates-take-out-problems");
    private static final String STATUS = "const call = new XMLHttpRequest(); call.open('GET', arguments[0], false); call.send();"
            + "return call.status + ' ' + call.getResponseHeader('Content-Disposition')";

    @Rule
    public final Browser browser = new Browser();
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private final TwoProducts products = TwoProducts.running();
    private final JiraRest rest = new JiraRest(products.jira.address(), "admin");
    private final JiraPages jira = new JiraPages(browser, products.jira.address());

    @Before
    public void aProjectToImportInto() {
        if (!rest.get("/rest/api/2/project").findValuesAsText("key").contains(PROJECT)) {
            rest.post("/rest/api/2/project", Map.of("key", PROJECT, "name", "Taken over", "projectTypeKey", "business",
                    "projectTemplateKey", "com.atlassian.jira-core-project-templates:jira-core-project-management", "lead", "admin"));
            rest.post("/rest/decision-gates/1.0/projects/" + PROJECT + "/enable", Map.of());
        }
        jira.logIn("admin");
    }

    @Test
    public void leadsToAFileThatIsNamedAfterWhatItHolds() {
        browser.go(products.jira.address() + TAKE_OUT + "?project=" + PROJECT);
        PageLook.at(browser, "take-out", ".decision-gates-take-out");
        browser.follow(By.id("decision-gates-take-out-start"));
        browser.until("the file", Duration.ofMinutes(1), () -> browser.has(By.cssSelector(".decision-gates-take-out-file")));
        PageLook.at(browser, "take-out-done", ".decision-gates-take-out");
        String address = browser.see(By.cssSelector(".decision-gates-take-out-file")).getDomProperty("href");
        String answer = (String) browser.script(STATUS, address);
        assertTrue(answer, answer.matches("200 attachment; filename=\"decision-gates-TAKEN-2[0-9-]{9}\\.zip\""));
        assertEquals(address, browser.all(By.cssSelector("#decision-gates-take-out-kept a")).get(0).getDomProperty("href"));

        browser.go(products.jira.address() + TAKE_OUT + "?project=NOWHERE");
        assertTrue(browser.page(), browser.text(By.cssSelector(".decision-gates-refusal")).contains("NOWHERE"));
        PageLook.at(browser, "refusal", ".decision-gates-refusal");
    }

    @Test
    public void saysWhatIsWrongWithAFile() throws Exception {
        goToImport();
        PageLook.at(browser, "import", ".decision-gates-import");
        browser.click(CHECK);
        assertEquals("Choose a file first.", fault());
        send("PK\u0003\u0004");
        assertTrue(fault(), fault().startsWith("This is a ZIP file. Unpack it"));
        send("{\"a\":1}");
        assertTrue(fault(), fault().startsWith("This file did not come from a take-out of Decision Gates"));
        send("");
        assertTrue(fault(), fault().startsWith("This file is empty."));
        send("Dear all,");
        assertTrue(fault(), fault().startsWith("This is another kind of file"));
        send(file(1).replace("\"format\":1", "\"format\":2"));
        assertTrue(fault(), fault().startsWith("This file was taken out with a newer version of Decision Gates (format 2)."));
        assertTrue("the fault is told once", browser.all(PROBLEMS).stream().allMatch(box -> box.getText().isEmpty()));
        PageLook.at(browser, "import-wrong", ".decision-gates-import");
        browser.script("document.querySelector('.decision-gates-import-file').setAttribute('data-longest', '10')");
        send(file(1));
        assertTrue(fault(), fault().startsWith("The file is larger than 1,000 MB"));
        assertEquals("decision-gates-import-document", browser.script("return document.activeElement.id"));
        assertEquals("true", browser.see(FILE).getDomAttribute("aria-invalid"));
    }

    @Test
    public void importsWhatWasCheckedAndAsksWhoIsWho() throws Exception {
        goToImport();
        send(file(3));
        browser.until("the plan", Duration.ofMinutes(1), () -> browser.has(START));
        assertTrue(browser.page(), browser.text(By.id("decision-gates-import-plan")).contains("Decided (3)"));
        PageLook.at(browser, "import-plan", ".decision-gates-import");
        browser.type(By.name("person:there"), "nobody-of-this-name");
        browser.follow(START);
        assertTrue(problem(), problem().contains("There is no user \u201Cnobody-of-this-name\u201D here"));
        browser.type(By.name("person:there"), "owner");
        browser.follow(START);
        assertTrue(problem(), problem().contains("\u201Cowner\u201D cannot be assigned issues of TAKEN"));
        browser.type(By.name("person:there"), "admin");
        browser.follow(START);
        browser.until("the report", Duration.ofMinutes(1), () -> browser.has(REPORT));
        assertEquals(3, browser.all(By.cssSelector("#decision-gates-import-report tbody tr")).size());
        assertTrue(browser.page(), browser.text(REPORT).contains("Was: Decided since 2026-10-01T08:00:00Z"));
        PageLook.at(browser, "import-report", ".decision-gates-import");
        browser.document("import-report", By.cssSelector(".decision-gates-import"));
        browser.follow(By.cssSelector("#decision-gates-import-report a"));
        assertEquals("DRAFT", jira.status().toUpperCase(Locale.ROOT));
        assertTrue(browser.page(), browser.page().contains("Was: Decided since 2026-10-01T08:00:00Z"));
    }

    @Test
    public void tellsBeforehandWhatAGateWouldNotHaveLetBegin() throws Exception {
        goToImport();
        send(file(1).replace("old.example.com", "late.example.com").replace("\"type\":\"decision\"", "\"type\":\"blocker\"")
                .replace("\"Decided\",\"phase\":\"DECIDED\"", "\"Open\",\"phase\":\"OPEN\"")
                .replace("\"owner\":\"there\"", "\"owner\":\"reader\""));
        browser.until("the plan", Duration.ofMinutes(1), () -> browser.has(START));
        String address = browser.address();
        String plan = browser.text(By.id("decision-gates-import-plan"));
        assertTrue(plan, plan.contains("Issues that do not meet the gate of their creation here: 1."));
        assertTrue(plan, plan.contains("Owners who cannot be assigned issues of TAKEN: reader"));
        PageLook.at(browser, "import-plan-unmet", ".decision-gates-import");

        browser.follow(By.id("decision-gates-import-another"));
        browser.see(FILE);
        assertEquals("the plan is left", List.of(), browser.all(START));
        browser.go(address);
        browser.follow(By.id("decision-gates-import-leave"));
        assertTrue(browser.page(), browser.address().endsWith("/plugins/servlet/decision-gates/admin"));
        browser.go(address);
        browser.follow(START);
        browser.until("the report", Duration.ofMinutes(1), () -> browser.has(REPORT));
        assertTrue(browser.page(), browser.text(REPORT).contains("That was recorded and not enforced, because it was imported"));
        PageLook.at(browser, "import-report-unmet", ".decision-gates-import");
    }

    @Test
    public void refusesAFileOfTheVeryProject() throws Exception {
        goToImport();
        send(file(1).replace("https://old.example.com", products.jira.address()).replace("\"key\":\"OLD\"", "\"key\":\"" + PROJECT + "\""));
        assertTrue(fault(), fault().startsWith("This file was taken out of this very project: " + PROJECT));
    }

    @Test
    public void showsHowFarAnImportIs() throws Exception {
        goToImport();
        send(file(MANY).replace("old.example.com", "large.example.com"));
        browser.until("the plan", Duration.ofMinutes(2), () -> browser.has(START));
        browser.follow(START);
        // the page asks how far it is, and goes when it is over: not while it is looked at
        browser.script("window.fetch = () => new Promise(() => {})");
        browser.see(By.cssSelector(".decision-gates-task-running progress"));
        PageLook.at(browser, "import-running", ".decision-gates-import");
        browser.reload();
        browser.until("the report", Duration.ofMinutes(2), () -> browser.has(REPORT));
    }

    private void goToImport() {
        browser.go(products.jira.address() + IMPORT);
        if (browser.has(By.name("webSudoPassword"))) {
            browser.type(By.name("webSudoPassword"), "admin");
            browser.follow(By.cssSelector("#login-form button"));
        }
        browser.choose(By.id("decision-gates-import-project"), PROJECT);
    }

    private void send(String content) throws IOException {
        Path file = folder.newFile().toPath();
        Files.writeString(file, content);
        browser.script("document.getElementById('decision-gates-import-document-error').textContent = ''");
        browser.see(FILE).sendKeys(file.toString());
        browser.click(CHECK);
    }

    private String problem() {
        browser.until("a problem", () -> browser.all(PROBLEMS).stream().anyMatch(box -> !box.getText().isEmpty()));
        return browser.text(PROBLEMS);
    }

    /** What is wrong with the file, as it is told at its input. */
    private String fault() {
        browser.until("a fault", () -> browser.all(FAULTS).stream().anyMatch(box -> !box.getText().isEmpty()));
        return browser.text(FAULTS);
    }

    private static String file(int many) {
        return "{\"format\":1,\"key\":\"OLD\",\"name\":\"Old\",\"address\":\"https://old.example.com\",\"hidden\":0,"
                + "\"people\":{\"there\":{\"key\":\"JIRAUSER1\",\"name\":\"Robin There\"}},\"issues\":["
                + IntStream.rangeClosed(1, many).mapToObj(number -> "{\"id\":" + number + ",\"key\":\"OLD-" + number
                        + "\",\"type\":\"decision\",\"summary\":\"" + "Short " + number
                        + "\",\"description\":\"<b>=1+1\",\"status\":\"Decided\",\"phase\":\"DECIDED\","
                        + "\"statusSince\":\"2026-10-01T08:00:00Z\",\"created\":\"2026-09-01T08:00:00Z\","
                        + "\"updated\":\"2026-10-01T08:00:00Z\",\"fields\":{\"owner\":\"there\"},\"links\":[],\"hiddenLinks\":0,"
                        + "\"records\":[],\"impact\":[],\"waivers\":[],\"gates\":[]}").collect(Collectors.joining(","))
                + "]}";
    }
}
