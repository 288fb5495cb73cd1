package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jsoup.Jsoup;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import org.decisiongates.sandbox.host.AccessTable;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.Users;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * Who may ask the app what, and with what: every address of the jar's REST and servlets, each role, each method, with the header against
 * forgery and without it, for a project that some may browse (SHOP), one that few may (RISK) and one that is not there (GONE). The table
 * in {@code access.txt} says what is answered; {@code -Dgolden=accept} writes it anew. Addresses are found in the jar, so a new one
 * changes the table. The state of things after all of it is the state before.
 */
public class AccessWiredTest {

    private static final String REST = "/rest/decision-gates/1.0";
    private static final String SERVLETS = "/plugins/servlet";
    private static final String ADMIN_PAGE = SERVLETS + "/decision-gates/admin";
    /** What is about no project and refuses the parameter. */
    private static final Set<String> OF_NO_PROJECT = Set.of("/approvals/delegations", "/erasures", "/erasures/preview", "/health",
            "/projects", "/rules",
            "/self-check", "/take-out", "/upgrade", "/upgrade/undo");
    private static final List<String> OBJECTS = List.of("SHOP", "RISK", "GONE");
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "FROBNICATE");
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    /**
     * Logins by role. {@code unlicensed} is granted to browse and has no application access; {@code keeper} administers Jira and browses
     * nothing; {@code admin} administers the system as well.
     */
    private static final Map<String, String> ROLES = roles();
    /** The names of the projects that a role may not browse, which no answer may hold. */
    private static final Map<String, List<String>> HIDDEN = Map.of("anonymous", List.of("Storefront"), "unlicensed", List.of("Storefront"),
            "no-browse", List.of("Storefront"), "reader", List.of("Storefront risks"), "member", List.of("Storefront risks"));

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final Map<String, String> ISSUES = new LinkedHashMap<>();

    private static WiredJira wired;

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("anonymous", null);
        roles.put("unlicensed", "unlicensed");
        roles.put("no-browse", "outsider");
        roles.put("reader", "reader");
        roles.put("member", "owner");
        roles.put("project-admin", "lead");
        roles.put("jira-admin", "keeper");
        roles.put("system-admin", "admin");
        return roles;
    }

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.jira.users().create("keeper", "Keeper", "keeper@example.com", "keeper");
        wired.jira.users().join("keeper", "keepers");
        wired.jira.permissions().grantGlobal("ADMINISTER", "keepers");
        ISSUES.put("SHOP", wired.decision("Seen as the table says").key());
        ISSUES.put("RISK", wired.create("RISK", "Task", new IssueInput().set("summary", "Hidden from most")).key());
        ISSUES.put("GONE", "GONE-1");
        // what the table's only successes do
        for (String project : List.of("SHOP", "RISK")) {
            wired.enable(project);
            WiredJira.assertStatus(project, 200, wired.post("admin", REST + "/projects/" + project + "/sample", "{}"));
        }
        // while there is one, nothing is taken back
        wired.create("RISK", "Decision", new IssueInput().set("summary", "Keeps the schemes of its project"));
    }

    @Test
    public void answersEveryoneAsTheTableSays() throws Exception {
        List<?> before = state();
        AccessTable table = new AccessTable(ROLES.keySet());
        for (Map.Entry<String, Set<String>> address : addressesOfTheJar().entrySet()) {
            for (String method : address.getValue()) {
                for (String token : READING.contains(method) ? List.of("") : List.of(" with header", " without")) {
                    rows(method, address.getKey(), token).forEach(table::add);
                }
            }
            List<String> others = METHODS.stream().filter(method -> !address.getValue().contains(method) && !READING.contains(method))
                    .toList();
            List<String> cells = new ArrayList<>();
            for (String role : ROLES.keySet()) {
                Set<String> answers = new LinkedHashSet<>();
                for (String method : others) {
                    answers.add(status(method, address.getKey(), "SHOP", role, " with header"));
                }
                cells.add(String.join("/", answers));
            }
            table.add("other methods of " + address.getKey(), cells);
        }
        table.assertIs("access.txt");
        assertEquals("something was changed", before, state());
    }

    /** One row for each object, or one for all when it makes no difference. */
    private static Map<String, List<String>> rows(String method, String address, String token) throws Exception {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String object : OBJECTS) {
            List<String> cells = new ArrayList<>();
            for (String role : ROLES.keySet()) {
                cells.add(status(method, address, object, role, token));
            }
            rows.put(method + " " + address + " " + object + token, cells);
        }
        return new HashSet<>(rows.values()).size() > 1 ? rows : Map.of(method + " " + address + token, rows.values().iterator().next());
    }

    private static String status(String method, String address, String object, String role, String token) throws Exception {
        String login = ROLES.get(role);
        String cell = method + " " + address + " " + object + token + " by " + role;
        boolean sends = !READING.contains(method);
        String named = address.startsWith("/issue/") ? ISSUES.get(object) : object;
        String query = address.equals("/approvals") ? "?issue=" + ISSUES.get(object)
                : address.contains("{") || OF_NO_PROJECT.contains(address) ? ""
                : (address.endsWith("/batch") ? "?q=project%3D" : "?project=") + object;
        boolean rest = !address.startsWith(SERVLETS);
        Reply reply = wired.call(login, method,
                (rest ? REST : "")
                        + address.replace("{key}", named).replace("{kind}", "risk").replace("{id}", "1").replace("{digest}", "1")
                                .replace("{number}", "1")
                        + query,
                sends ? rest ? WiredJira.JSON : WiredJira.FORM : null, sends ? rest ? "{}" : "project=" + object : null,
                WiredJira.TOKEN, token.equals(" with header") ? "no-check" : "");
        HIDDEN.getOrDefault(role, List.of()).forEach(hidden -> assertFalse(cell, reply.body().contains(hidden)));
        if (rest && reply.status() >= 400 && !method.equals("HEAD") && !method.equals("TRACE")) {
            assertTrue(cell + ": " + reply.body(), reply.body().startsWith("{"));
            WiredJira.assertReadable(cell, List.of(reply.body()));
        }
        assertTrue(cell + ": " + reply.body(), reply.status() < 500);
        return String.valueOf(reply.status());
    }

    @Test
    public void tellsNoDifferenceBetweenAProjectThatIsHiddenAndOneThatIsNotThere() throws Exception {
        for (String endpoint : List.of("/summary", "/journal")) {
            for (String login : List.of("outsider", "reader", "owner")) {
                assertEquals(endpoint + " by " + login, wired.get(login, REST + endpoint + "?project=RISK").body().replace("RISK", "?"),
                        wired.get(login, REST + endpoint + "?project=GONE").body().replace("GONE", "?"));
            }
        }
    }

    @Test
    public void changesNothingForARequestThatAnotherSiteCouldForge() throws Exception {
        String enable = REST + "/projects/OPS/enable";
        String line = REST + "/issue/" + ISSUES.get("SHOP") + "/impact-lines";
        String record = REST + "/issue/" + ISSUES.get("SHOP") + "/records/risk";
        for (String type : Arrays.asList(WiredJira.FORM, "text/plain", "multipart/form-data; boundary=x", WiredJira.JSON, "application/xml",
                null)) {
            for (String origin : List.of("https://elsewhere.example", "null", wired.box.baseUrl())) {
                assertForged(403, wired.call("admin", "POST", enable, type, "{}", WiredJira.TOKEN, "", "Origin", origin),
                        type + " from " + origin);
                assertEquals(403, wired.call("owner", "POST", line, type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
                assertEquals(403, wired.call("owner", "PUT", line + "/1", type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
                assertEquals(403,
                        wired.call("owner", "DELETE", line + "/1?version=1", type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
                assertEquals(403, wired.call("owner", "POST", record, type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
                assertEquals(403, wired.call("owner", "PUT", record + "/1", type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
                assertEquals(403,
                        wired.call("owner", "DELETE", record + "/1?version=1", type, "{}", WiredJira.TOKEN, "", "Origin", origin).status());
            }
        }
        for (String type : Arrays.asList(WiredJira.FORM, "text/plain", "application/xml", null)) {
            assertForged(415, wired.call("admin", "POST", enable, type, "a=b"), type);
        }
        assertForged(405, wired.get("admin", enable), "a link");
        assertForged(405, wired.call("admin", "PUT", enable, WiredJira.JSON, "{}"), "PUT");
        for (String form : List.of("project=OPS", "project=OPS&atl_token=", "project=OPS&atl_token=guessed", "set-up=1",
                "set-up=1&atl_token=guessed")) {
            assertForged(403, wired.call("admin", "POST", ADMIN_PAGE, WiredJira.FORM, form, WiredJira.TOKEN, ""), form);
        }
        List<?> before = state();
        assertEquals("a link to the page does nothing", 200, wired.get("admin", ADMIN_PAGE + "?project=OPS&set-up=1").status());
        assertEquals(before, state());
    }

    @Test
    public void saysNotJsonToWhateverElseIsSent() throws Exception {
        String line = REST + "/issue/" + ISSUES.get("SHOP") + "/impact-lines";
        List<byte[]> bodies = new ArrayList<>();
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE", "UTF-32BE")) {
            byte[] encoded = "{\"metric\":\"x\"}".getBytes(Charset.forName(charset));
            bodies.add(encoded);
            bodies.add(Arrays.copyOf(encoded, encoded.length - 1));
        }
        bodies.addAll(List.of(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 0, 0, 0, '{'},
                new byte[] {(byte) 0xfe, (byte) 0xff, 0, 0, 0, 0, '{', 0},
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{', '}'}, new byte[] {0},
                new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}, new byte[] {'{', '"'}));
        for (byte[] body : bodies) {
            for (String call : List.of("POST " + line, "PUT " + line + "/1", "POST " + REST + "/projects/OPS/enable")) {
                Reply reply = wired.send("admin", call.split(" ")[0], call.split(" ")[1], WiredJira.JSON, body);
                String what = call + " " + HexFormat.of().formatHex(body);
                assertEquals(what + ": " + reply.body(), 400, reply.status());
                assertTrue(what + ": " + reply.body(), reply.body().contains("not JSON"));
            }
        }
    }

    @Test
    public void asksASessionForItsPasswordBeforeSchemesChange() throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "keeper");
        String enable = REST + "/projects/SHOP/enable";
        assertEquals(403, browser.postJson(enable, "{}"));
        assertTrue("the page asks first", browser.open(ADMIN_PAGE).title().equals("Administrator Access"));
        browser.submit("#login-form", "webSudoPassword", "wrong");
        assertEquals(403, browser.postJson(enable, "{}"));
        browser.submit("#login-form", "webSudoPassword", "keeper");
        assertEquals("and leads on", 1, browser.page.select("#decision-gates-admin").size());
        assertEquals(200, browser.postJson(enable, "{}"));
        assertEquals("a call with its own credentials has no session", 200, wired.post("keeper", enable, "{}").status());
        assertEquals("a cookie is one", 403, wired.call("keeper", "POST", enable, WiredJira.JSON, "{}", "Cookie", "a=b").status());
    }

    private static void assertForged(int expected, Reply reply, String how) {
        assertEquals(how + ": " + reply.body(), expected, reply.status());
        assertFalse(how, wired.jira.issueTypes().ofProject(wired.jira.projects().byKey("OPS").orElseThrow()).stream()
                .anyMatch(type -> type.name().equals("Decision")));
    }

    @Test
    public void showsThePageOfTheAppToAdministratorsOnly() throws Exception {
        Reply nobody = wired.get(null, ADMIN_PAGE);
        assertTrue(nobody.header("Location"), nobody.header("Location").contains("/login"));
        for (String login : List.of("unlicensed", "outsider", "reader", "owner", "lead")) {
            Reply reply = wired.get(login, ADMIN_PAGE);
            assertEquals(login, 403, reply.status());
            WiredJira.assertReadable(login, List.of(Jsoup.parse(reply.body()).text()));
        }
        assertTrue(wired.get("keeper", ADMIN_PAGE).body().contains("decision-gates-projects"));
        assertEquals("the template calls what is listed only", List.of(), wired.box.blockedCalls());
    }

    @Test
    public void takesFormsOfThePageFromAdministratorsWithTheTokenOnly() throws Exception {
        for (String login : List.of("outsider", "reader", "owner", "lead")) {
            Browser browser = Browser.as(wired.box.baseUrl(), login);
            List<?> before = state();
            String token = browser.page.selectFirst("input[name=atl_token]").attr("value");
            assertEquals(login, 403, browser.post(ADMIN_PAGE, "project=SHOP&atl_token=" + token));
            assertEquals(login, 403, browser.post(ADMIN_PAGE, "set-up=1&atl_token=" + token));
            assertEquals(login, before, state());
        }
        Browser browser = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        browser.open(ADMIN_PAGE);
        String token = browser.page.selectFirst("input[name=atl_token]").attr("value");
        assertEquals(200, browser.post(ADMIN_PAGE, "project=GONE&atl_token=" + token));
        assertEquals(200, browser.post(ADMIN_PAGE, "project=SHOP&atl_token=" + token));
        assertEquals(403, browser.post(ADMIN_PAGE, "project=SHOP"));
    }

    @Test
    public void erasesNobodyByNamesThatThePageHasNotLookedFor() throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        browser.open(SERVLETS + "/decision-gates/erasures");
        browser.submit(".decision-gates-erasure form", "person", "lead");
        assertTrue(browser.page.text(), browser.page.select("[name=erase]").size() == 1);
        browser.submit(".decision-gates-erasure form", "names", "Lead\nSomebody else", "confirmed", "on");
        assertTrue(browser.page.text(), browser.page.select(".decision-gates-erasure-error").text().startsWith("Nothing was erased: the "
                + "names were changed"));
        assertEquals("Lead\nSomebody else", browser.page.selectFirst("[name=previewed]").attr("value"));
        assertEquals(0, wired.get("admin", REST + "/erasures").json().path("erasures").size());
    }

    /** A page holds what its reader may see, and the token of his session; the rules are everybody's. */
    @Test
    public void letsNobodyKeepAPageOfSomebodyElse() throws Exception {
        for (String address : addressesOfTheJar().keySet()) {
            if (address.startsWith(SERVLETS) && !address.endsWith("/rules")) {
                Reply page = wired.get("admin", address);
                assertTrue(address + " is " + page.header("Content-Type"), address.endsWith("/support-zip")
                        ? page.header("Content-Type").startsWith("application/zip")
                        : page.header("Content-Type").replace(" ", "").equalsIgnoreCase("text/html;charset=UTF-8"));
                assertEquals(address, "no-store", page.header("Cache-Control"));
            }
        }
    }

    @Test
    public void letsAdministratorsWithoutApplicationAccessIn() throws Exception {
        assertFalse(wired.jira.users().groups("keeper").contains(Users.LICENSED));
        assertEquals(200, wired.get("keeper", ADMIN_PAGE).status());
        assertEquals(200, wired.get("keeper", REST + "/projects").status());
        String task = BackgroundTasks.start(wired, "keeper", "{}");
        assertEquals(200, wired.get("keeper", "/plugins/servlet/decision-gates/tasks?id=" + task).status());
        assertEquals("what the page asks for", 200, wired.get("keeper", REST + "/tasks/" + task).status());
    }

    /** What enabling and set-up change. */
    private static List<?> state() {
        return List.of(wired.jira.projects().all(), wired.jira.issueTypes().all(), wired.jira.screens().typeSchemes(),
                wired.jira.workflows().schemes(),
                wired.jira.projects().all().stream().map(project -> wired.jira.issueTypes().ofProject(project)).toList());
    }

    /** Addresses and the methods they take: REST below its root, servlets below the context path. */
    private static Map<String, Set<String>> addressesOfTheJar() throws IOException {
        Map<String, Set<String>> addresses = new TreeMap<>();
        try (JarFile jar = new JarFile(BuiltPlugin.jar().toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(one -> one.getName().startsWith("org/decisiongates/") && one.getName().endsWith(".class")).toList()) {
                AnnotationMetadata type = metadata(jar, entry);
                if (type.hasAnnotation("jakarta.ws.rs.Path")) {
                    for (String method : METHODS) {
                        for (MethodMetadata call : type.getAnnotatedMethods("jakarta.ws.rs." + method)) {
                            addresses.computeIfAbsent(value(type.getAnnotationAttributes("jakarta.ws.rs.Path"))
                                    + value(call.getAnnotationAttributes("jakarta.ws.rs.Path")), address -> new TreeSet<>()).add(method);
                        }
                    }
                }
            }
        }
        AccessTable.servletsOf("jira").forEach(pattern -> addresses.put(SERVLETS + pattern, new TreeSet<>(List.of("GET", "POST"))));
        addresses.values().stream().filter(methods -> methods.contains("GET")).forEach(methods -> methods.add("HEAD"));
        addresses.values().forEach(methods -> methods.add("OPTIONS"));
        return addresses;
    }

    private static String value(Map<String, Object> annotation) {
        return annotation == null ? "" : String.valueOf(annotation.get("value"));
    }

    private static AnnotationMetadata metadata(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new SimpleMetadataReaderFactory().getMetadataReader(new InputStreamResource(in)).getAnnotationMetadata();
        }
    }
}
