package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** Who may ask the app what: every endpoint of the jar, every role, a project of one's own, one seen by few and one that is not there. */
public class AccessWiredTest {

    private static final String REST = "/rest/decision-gates/1.0";
    private static final String ADMIN_PAGE = "/plugins/servlet/decision-gates/admin";
    private static final List<String> OBJECTS = List.of("SHOP", "RISK", "GONE");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    /** The names of the projects that the caller may not browse, which no answer may hold. */
    private static final Map<String, List<String>> HIDDEN = Map.of("", List.of("Storefront"), "former", List.of("Storefront"), "outsider",
            List.of("Storefront"), "reader", List.of("Storefront risks"), "auditor", List.of("Storefront risks"), "stakeholder",
            List.of("Storefront risks"), "owner", List.of("Storefront risks"), "lead", List.of(), "admin", List.of());

    /**
     * The statuses expected of each role for SHOP, RISK and a project that is not there. {@code lead} administers the projects SHOP and
     * RISK, {@code admin} all of Jira; {@code former} is closed, and "" sends no password.
     */
    private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("GET /summary", Map.of("", "401 401 401", "former", "401 401 401", "outsider", "404 404 404", "reader", "200 404 404",
                "auditor", "200 404 404", "stakeholder", "200 404 404", "owner", "200 404 404", "lead", "200 200 404", "admin", "200 200 404"));
        // each question of a batch is answered on its own
        TABLE.put("GET /summary/batch", Map.of("", "401 401 401", "former", "401 401 401", "outsider", "200 200 200", "reader", "200 200 200",
                "auditor", "200 200 200", "stakeholder", "200 200 200", "owner", "200 200 200", "lead", "200 200 200", "admin", "200 200 200"));
        TABLE.put("GET /journal", Map.of("", "401 401 401", "former", "401 401 401", "outsider", "404 404 404", "reader", "403 404 404",
                "auditor", "403 404 404", "stakeholder", "403 404 404", "owner", "403 404 404", "lead", "200 200 404", "admin", "200 200 404"));
        for (String reading : List.of("", "/history", "/panel")) {
            TABLE.put("GET /issue/{key}/impact-lines" + reading, ofIssues("200 404 404", "200 404 404", "200 400 404"));
        }
        for (String writing : List.of("POST /issue/{key}/impact-lines", "PUT /issue/{key}/impact-lines/{id}", "DELETE /issue/{key}/impact-lines/{id}")) {
            // what is sent is no line: who may change lines is told what is wrong with it
            TABLE.put(writing, ofIssues("403 404 404", "400 404 404", "400 400 404"));
        }
        TABLE.put("GET /projects", onlyAdmin("200 200 200"));
        TABLE.put("POST /projects/{key}/enable", onlyAdmin("200 200 404"));
        TABLE.put("GET /self-check", onlyAdmin("200 200 200"));
    }

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final Map<String, String> ISSUES = new LinkedHashMap<>();

    private static WiredJira wired;

    private static Map<String, String> onlyAdmin(String admin) {
        String no = "403 403 403";
        return Map.of("", "401 401 401", "former", "401 401 401", "outsider", no, "reader", no, "auditor", no, "stakeholder", no, "owner", no,
                "lead", no, "admin", admin);
    }

    /** The first issues of the projects; the one of RISK is a task, which has no impact lines. */
    private static Map<String, String> ofIssues(String readers, String editors, String seesAll) {
        return Map.of("", "401 401 401", "former", "401 401 401", "outsider", "404 404 404", "reader", readers, "auditor", readers, "stakeholder", readers,
                "owner", editors, "lead", seesAll, "admin", seesAll);
    }

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        ISSUES.put("SHOP", wired.decision("Seen as the table says").key());
        ISSUES.put("RISK", wired.create("RISK", "Task", new IssueInput().set("summary", "Hidden from most")).key());
        ISSUES.put("GONE", "GONE-1");
    }

    @Test
    public void answersEveryoneAsTheTableSays() throws Exception {
        for (Map.Entry<String, Map<String, String>> endpoint : TABLE.entrySet()) {
            // the administrator last: enabling is what he alone may do
            List<String> roles = new ArrayList<>(endpoint.getValue().keySet());
            roles.sort((one, other) -> Boolean.compare(one.equals("admin"), other.equals("admin")));
            for (String role : roles) {
                List<?> before = state();
                List<String> statuses = new ArrayList<>();
                for (String object : OBJECTS) {
                    Reply reply = ask(endpoint.getKey(), role, object);
                    statuses.add(String.valueOf(reply.status()));
                    String cell = endpoint.getKey() + " " + object + " by " + role + ": " + reply.body();
                    HIDDEN.get(role).forEach(hidden -> assertFalse(cell, reply.body().contains(hidden)));
                    if (reply.status() >= 400) {
                        assertTrue(cell, reply.body().startsWith("{"));
                        WiredJira.assertReadable(cell, List.of(reply.body()));
                    }
                }
                assertEquals(endpoint.getKey() + " by " + role, endpoint.getValue().get(role), String.join(" ", statuses));
                if (!role.equals("admin")) {
                    assertEquals(endpoint.getKey() + " by " + role + " changed something", before, state());
                }
            }
        }
    }

    @Test
    public void tellsNoDifferenceBetweenAProjectThatIsHiddenAndOneThatIsNotThere() throws Exception {
        for (String endpoint : List.of("GET /summary", "GET /journal")) {
            for (String role : List.of("outsider", "reader", "owner")) {
                assertEquals(endpoint + " by " + role, ask(endpoint, role, "RISK").body().replace("RISK", "?"),
                        ask(endpoint, role, "GONE").body().replace("GONE", "?"));
            }
        }
    }

    @Test
    public void everyEndpointOfTheJarHasARow() throws Exception {
        assertEquals(endpointsOfTheJar(), new TreeSet<>(TABLE.keySet()));
        assertEquals("a servlet that no test here knows", List.of("/decision-gates/admin"), servletsOfTheJar());
    }

    @Test
    public void changesNothingForARequestThatAnotherSiteCouldForge() throws Exception {
        for (String type : List.of(WiredJira.FORM, "text/plain", "multipart/form-data; boundary=x")) {
            assertForged(415, wired.call("admin", "POST", REST + "/projects/OPS/enable", type, "a=b"), type);
        }
        assertForged(403, wired.call("admin", "POST", REST + "/projects/OPS/enable", null, null), "no type");
        assertForged(415, wired.call("admin", "POST", REST + "/projects/OPS/enable", WiredJira.FORM, "a=b", "X-Atlassian-Token", "no-check"), "a form");
        assertForged(415, wired.call("admin", "POST", REST + "/projects/OPS/enable", "application/xml", "<a/>", "X-Atlassian-Token", "no-check"), "XML");
        assertForged(405, wired.get("admin", REST + "/projects/OPS/enable"), "a link");
        assertForged(405, wired.call("admin", "PUT", REST + "/projects/OPS/enable", WiredJira.JSON, "{}"), "PUT");
        for (String form : List.of("project=OPS", "project=OPS&atl_token=", "project=OPS&atl_token=guessed", "set-up=1", "set-up=1&atl_token=guessed")) {
            assertForged(403, wired.call("admin", "POST", ADMIN_PAGE, WiredJira.FORM, form), form);
        }
        assertForged(405, wired.call("admin", "PUT", ADMIN_PAGE, WiredJira.JSON, "{}"), "PUT of the page");
        List<?> before = state();
        assertEquals("a link to the page does nothing", 200, wired.get("admin", ADMIN_PAGE + "?project=OPS&set-up=1").status());
        assertEquals(before, state());
    }

    private static void assertForged(int expected, Reply reply, String how) {
        assertEquals(how + ": " + reply.body(), expected, reply.status());
        assertFalse(how, wired.jira.issueTypes().ofProject(wired.jira.projects().byKey("OPS").orElseThrow()).stream()
                .anyMatch(type -> type.name().equals("Decision")));
    }

    @Test
    public void showsThePageOfTheAppToAdministratorsOnly() throws Exception {
        Reply nobody = wired.get(null, ADMIN_PAGE);
        assertEquals(302, nobody.status());
        assertTrue(nobody.location(), nobody.location().contains("/login"));
        assertEquals(401, wired.get("former", ADMIN_PAGE).status());
        for (String role : List.of("outsider", "reader", "owner", "lead")) {
            Reply reply = wired.get(role, ADMIN_PAGE);
            assertEquals(role, 403, reply.status());
            WiredJira.assertReadable(role, List.of(Jsoup.parse(reply.body()).text()));
            HIDDEN.get(role).forEach(hidden -> assertFalse(role, reply.body().contains(hidden)));
        }
        assertEquals(200, wired.get("admin", ADMIN_PAGE).status());
    }

    @Test
    public void letsAdministratorsWithoutApplicationAccessIn() throws Exception {
        wired.jira.users().create("keeper", "Keeper", "keeper@example.com", "keeper");
        wired.jira.users().join("keeper", "jira-administrators");
        assertEquals(200, wired.get("keeper", ADMIN_PAGE).status());
        assertEquals(200, wired.get("keeper", REST + "/projects").status());
        assertEquals("has an account only", 403, wired.get("unlicensed", ADMIN_PAGE).status());
    }

    @Test
    public void takesFormsOfThePageFromAdministratorsWithTheTokenOnly() throws Exception {
        for (String role : List.of("outsider", "reader", "owner", "lead")) {
            Browser browser = Browser.as(wired.box.baseUrl(), role);
            List<?> before = state();
            String token = browser.page.selectFirst("input[name=atl_token]").attr("value");
            assertEquals(role, 403, browser.post(ADMIN_PAGE, "project=SHOP&atl_token=" + token));
            assertEquals(role, 403, browser.post(ADMIN_PAGE, "set-up=1&atl_token=" + token));
            assertEquals(role, before, state());
        }
        Browser browser = Browser.as(wired.box.baseUrl(), "admin");
        browser.open(ADMIN_PAGE);
        String token = browser.page.selectFirst("input[name=atl_token]").attr("value");
        assertEquals(200, browser.post(ADMIN_PAGE, "project=GONE&atl_token=" + token));
        assertEquals(200, browser.post(ADMIN_PAGE, "project=SHOP&atl_token=" + token));
        assertEquals(403, browser.post(ADMIN_PAGE, "project=SHOP"));
    }

    private static Reply ask(String endpoint, String role, String object) throws Exception {
        String[] parts = endpoint.split(" ");
        String named = parts[1].startsWith("/issue/") ? ISSUES.get(object) : object;
        String asked = parts[1] + (parts[1].endsWith("/batch") ? "?q=project%3D" : "?project=") + object;
        String path = REST + (parts[1].contains("{key}") ? parts[1].replace("{key}", named).replace("{id}", "1") : asked);
        boolean sends = !parts[0].equals("GET");
        return wired.call(role.isEmpty() ? null : role, parts[0], path, sends ? WiredJira.JSON : null, sends ? "{}" : null);
    }

    /** What enabling and set-up change. */
    private static List<?> state() {
        return List.of(wired.jira.projects().all(), wired.jira.issueTypes().all(), wired.jira.screens().typeSchemes(), wired.jira.workflows().schemes(),
                wired.jira.projects().all().stream().map(project -> wired.jira.issueTypes().ofProject(project)).toList());
    }

    private static Set<String> endpointsOfTheJar() throws IOException {
        Set<String> endpoints = new TreeSet<>();
        try (JarFile jar = new JarFile(BuiltPlugin.jar().toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> one.getName().startsWith("org/decisiongates/") && one.getName().endsWith(".class")).toList()) {
                AnnotationMetadata type = metadata(jar, entry);
                if (type.hasAnnotation("jakarta.ws.rs.Path")) {
                    for (String verb : VERBS) {
                        for (MethodMetadata method : type.getAnnotatedMethods("jakarta.ws.rs." + verb)) {
                            endpoints.add(verb + " " + value(type.getAnnotationAttributes("jakarta.ws.rs.Path"))
                                    + value(method.getAnnotationAttributes("jakarta.ws.rs.Path")));
                        }
                    }
                }
            }
        }
        return endpoints;
    }

    private static String value(Map<String, Object> annotation) {
        return annotation == null ? "" : String.valueOf(annotation.get("value"));
    }

    private static AnnotationMetadata metadata(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new SimpleMetadataReaderFactory().getMetadataReader(new InputStreamResource(in)).getAnnotationMetadata();
        }
    }

    private static List<String> servletsOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(BuiltPlugin.jar().toFile()); InputStream in = jar.getInputStream(jar.getEntry("atlassian-plugin.xml"))) {
            return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser()).select("servlet[application=jira] > url-pattern").eachText();
        }
    }
}
