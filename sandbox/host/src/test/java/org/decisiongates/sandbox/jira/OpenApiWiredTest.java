package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import kong.unirest.core.Headers;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;
import org.junit.runner.OrderWith;

import org.decisiongates.sandbox.host.AnyOrder;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Permission;

/** What the shipped jar answers over HTTP is what docs/guide/openapi.yaml describes: every status, every member, and none besides. */
@OrderWith(AnyOrder.class)
public class OpenApiWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String LINE = "'metric':'Checkout conversion','unit':'%','direction':'UP','baseline':2.1,'expected':2.4,"
            + "'confidence':0.8,'check':'2026-12-31'";
    private static final String LINES = "/issue/{key}/impact-lines";
    private static final String BLOCKERS = "/issue/{key}/blockers";
    private static final String DECISIONS = "/issue/{key}/decisions";
    private static final String WAIVERS = "/issue/{key}/waivers";
    private static final String THREADS = "/issue/{key}/threads";
    private static final String APPROVALS = "/issue/{key}/approvals";
    private static final String TRAIL = "/issue/{key}/trail";
    private static final String POLICIES = "/policies";
    private static final String ONE = LINES + "/{id}";
    /** Two that are being done, and ten that wait. */
    private static final int TASKS_OF_A_NODE = 12;
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4,
            factory -> factory.metaSchema(OpenApi30.getInstance()).defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    private static final Set<String> SEEN = new TreeSet<>();

    private static final Set<String> PASSED = new HashSet<>();

    @Rule
    public final TestWatcher passed = new TestWatcher() {
        @Override
        protected void succeeded(Description test) {
            PASSED.add(test.getMethodName());
        }
    };

    private static JsonNode described;
    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        described = closed(new YAMLMapper().readTree(Path.of("..", "..", "docs", "guide", "openapi.yaml").toFile()));
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    /** Whoever runs one test alone asks for its answers only. */
    @AfterClass
    public static void everyAnswerThatIsDescribedWasSeen() {
        Set<String> tests = Arrays.stream(OpenApiWiredTest.class.getMethods()).filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName()).collect(Collectors.toSet());
        if (PASSED.equals(tests)) {
            Set<String> all = new TreeSet<>();
            described.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> verb.getValue()
                    .get("responses").fieldNames()
                    .forEachRemaining(status -> all.add(verb.getKey() + " " + path.getKey() + " " + status))));
            assertEquals(all, SEEN);
        }
    }

    @Test
    public void aSummaryIsWhatIsDescribed() throws Exception {
        IssueRow estimated = wired.decision("Moves a number");
        assertEquals(201, wired.post("lead", BASE + "/issue/" + estimated.key() + "/impact-lines", "{" + LINE + "}").status());
        assertEquals(201, wired.post("lead", BASE + "/issue/" + estimated.key() + "/records/risk",
                "{'text':'Queues fill up','state':'OPEN'}").status());
        wired.jira.projects().create("BARE", "Bare", "", "lead");
        for (String who : List.of("lead", "reader")) {
            for (String question : List.of("project=SHOP", "project=SHOP&week=last", "project=OPS", "jql=" + encoded("project = SHOP"),
                    "week=last&jql=" + encoded("project = SHOP"), "jql=" + encoded("project = SHOP and summary ~ \"nothinglikeit\""))) {
                summary(200, who, question);
            }
        }
        JsonNode now = wired.get("lead", BASE + "/summary?project=SHOP").json();
        JsonNode item = row(now.at("/decisions/rows"), estimated.key());
        assertEquals("Checkout conversion", item.at("/impact/0/metric").asText());
        assertEquals("Queues fill up", row(now.at("/risks/rows"), estimated.key()).at("/risk").asText());
        List.of("questions", "movement", "figures").forEach(section -> assertNotEquals(section + " tells nothing", 0,
                now.get(section).isArray() ? now.get(section).size() : now.at("/" + section + "/rows").size()));
        List.of("blockers", "decisions", "owners")
                .forEach(section -> assertNotEquals(section + " is empty", 0, now.at("/" + section + "/rows").size()));
        assertTrue("a frozen week", wired.get("lead", BASE + "/summary?project=SHOP&week=last").json().at("/header").has("frozenAt"));
        assertFalse("not enabled", wired.get("lead", BASE + "/summary?project=OPS").json().at("/header/enabled").asBoolean());

        summary(400, "lead", "");
        summary(400, "lead", "project=SHOP&week=soon");
        summary(400, "lead", "jql=" + encoded("colour = red"));
        summary(401, null, "project=SHOP");
        summary(404, "outsider", "project=SHOP");
        summary(410, "lead", "week=2026-W01&project=SHOP");
        Reply first = wired.call("lead", "GET", BASE + "/summary?project=SHOP&week=last", null, null);
        assertEquals(200, first.status());
        assertDescribed("get", "/summary", 304,
                wired.call("lead", "GET", BASE + "/summary?project=SHOP&week=last", null, null, "If-None-Match", "*"));
        String table = wired.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        replace(table, "\"evaluated\":", "\"evaluated\":1");
        summary(409, "lead", "project=SHOP&week=last");
        replace(table, "\"evaluated\":1", "\"evaluated\":");
        summary(200, "lead", "project=SHOP&week=last");
    }

    @Test
    public void aComparisonIsWhatIsDescribed() throws Exception {
        String path = "/summary/comparison";
        Reply now = wired.get("lead", BASE + path + "?project=SHOP");
        assertDescribed("get", path, 200, now);
        assertEquals("a week from history lists nothing", "false", now.json().at("/comparison/decisions/complete").asText());
        assertDescribed("get", path, 200, wired.get("reader", BASE + path + "?project=SHOP&from=previous&to=last"));
        assertDescribed("get", "/summary", 200, wired.get("lead", BASE + "/summary?project=SHOP&compare=previous"));
        assertDescribed("get", "/summary", 200, wired.get("lead", BASE + "/summary?project=SHOP&compare=2026-W01"));
        assertDescribed("get", path, 400, wired.get("lead", BASE + path + "?project=SHOP&from=last&to=last"));
        assertDescribed("get", path, 401, wired.get(null, BASE + path + "?project=SHOP"));
        assertDescribed("get", path, 404, wired.get("outsider", BASE + path + "?project=SHOP"));
        assertDescribed("get", path, 410, wired.get("lead", BASE + path + "?project=SHOP&from=2026-W01"));
        String table = wired.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        replace(table, "\"evaluated\":", "\"evaluated\":1");
        assertDescribed("get", path, 409, wired.get("lead", BASE + path + "?project=SHOP"));
        replace(table, "\"evaluated\":1", "\"evaluated\":");
    }

    private static void replace(String table, String text, String by) {
        wired.box.box().jdbc().sql("update \"" + table + "\" set \"BODY\" = replace(\"BODY\", '" + text + "', '" + by + "')").update();
    }

    private static void owner() throws Exception {
        String path = "/projects/{key}/owner";
        String call = BASE + "/projects/SHOP/owner";
        assertDescribed("get", path, 200, wired.get("lead", call));
        assertDescribed("get", path, 400, wired.get("lead", call + "?unknown=1"));
        assertDescribed("get", path, 401, wired.get(null, call));
        assertDescribed("get", path, 403, wired.get("reader", call));
        assertDescribed("get", path, 404, wired.get("outsider", call));
        for (String choice : List.of("{\"owner\":\"same\"}", "{\"owner\":\"apart\"}")) {
            assertDescribed("put", path, 200, wired.call("lead", "PUT", call, WiredJira.JSON, choice));
        }
        for (String wrong : List.of("{}", "{\"owner\":true}", "{\"owner\":\"apart\",\"more\":1}")) {
            assertDescribed("put", path, 400, wired.call("lead", "PUT", call, WiredJira.JSON, wrong));
        }
        assertDescribed("put", path, 401, wired.call(null, "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 403, wired.call("reader", "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 404, wired.call("outsider", "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 413, wired.call("lead", "PUT", call, WiredJira.JSON, "{\"a\":\"" + "x".repeat(9_000) + "\"}"));
        assertDescribed("put", path, 415, wired.call("lead", "PUT", call, "text/plain", "{}"));
    }

    private static void ownerActionHours() throws Exception {
        String path = "/projects/{key}/owner-action-hours";
        String call = BASE + "/projects/SHOP/owner-action-hours";
        assertDescribed("get", path, 200, wired.get("lead", call));
        assertDescribed("get", path, 400, wired.get("lead", call + "?unknown=1"));
        assertDescribed("get", path, 401, wired.get(null, call));
        assertDescribed("get", path, 403, wired.get("reader", call));
        assertDescribed("get", path, 404, wired.get("outsider", call));
        for (String choice : List.of("{\"hours\":\"business\",\"from\":\"09:00\",\"to\":\"17:00\"}", "{\"hours\":\"all\"}")) {
            assertDescribed("put", path, 200, wired.call("lead", "PUT", call, WiredJira.JSON, choice));
        }
        for (String wrong : List.of("{}", "{\"hours\":\"all\",\"from\":\"09:00\"}",
                "{\"hours\":\"business\",\"from\":\"17:00\",\"to\":\"09:00\"}")) {
            assertDescribed("put", path, 400, wired.call("lead", "PUT", call, WiredJira.JSON, wrong));
        }
        assertDescribed("put", path, 401, wired.call(null, "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 403, wired.call("reader", "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 404, wired.call("outsider", "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 413, wired.call("lead", "PUT", call, WiredJira.JSON, "{\"a\":\"" + "x".repeat(9_000) + "\"}"));
        assertDescribed("put", path, 415, wired.call("lead", "PUT", call, "text/plain", "{}"));
    }

    private static void phaseMap() throws Exception {
        String path = "/projects/{key}/phase-map";
        String call = BASE + "/projects/SHOP/phase-map";
        Reply map = wired.get("lead", call);
        assertDescribed("get", path, 200, map);
        assertDescribed("get", path, 400, wired.get("lead", call + "?unknown=1"));
        assertDescribed("get", path, 401, wired.get(null, call));
        assertDescribed("get", path, 403, wired.get("reader", call));
        assertDescribed("get", path, 404, wired.get("outsider", call));
        assertDescribed("put", path, 200, wired.call("lead", "PUT", call, WiredJira.JSON, map.body()));
        assertDescribed("put", path, 400, wired.call("lead", "PUT", call, WiredJira.JSON, "{}"));
        assertDescribed("put", path, 401, wired.call(null, "PUT", call, WiredJira.JSON, map.body()));
        assertDescribed("put", path, 403, wired.call("reader", "PUT", call, WiredJira.JSON, map.body()));
        assertDescribed("put", path, 404, wired.call("outsider", "PUT", call, WiredJira.JSON, map.body()));
        assertDescribed("put", path, 409, wired.call("lead", "PUT", call, WiredJira.JSON, "{\"revision\":9,\"statuses\":[]}"));
        assertDescribed("put", path, 413, wired.call("lead", "PUT", call, WiredJira.JSON, "{\"a\":\"" + "x".repeat(1_100_000) + "\"}"));
        assertDescribed("put", path, 415, wired.call("lead", "PUT", call, "text/plain", map.body()));
    }

    @Test
    public void aTableOfTheWeekIsWhatIsDescribed() throws Exception {
        String path = "/summary/export";
        String call = BASE + path + "?project=SHOP&table=";
        for (String table : List.of("blockers", "decisions", "owners", "movement", "closures", "reopened", "gates", "figures", "asks",
                "debt",
                "waivers", "risks", "series", "changes&compare=previous")) {
            Reply csv = wired.get("lead", call + table);
            assertEquals(table, 200, csv.status());
            assertTrue(csv.body(), csv.body().contains("\r\n"));
            assertDescribed("get", path, 200, wired.get("lead", call + table + "&format=json"));
        }
        assertDescribed("get", "/summary", 200, wired.get("lead", BASE + "/summary?project=SHOP&owner=-"));
        assertDescribed("get", path, 400, wired.get("lead", call + "none"));
        assertDescribed("get", path, 401, wired.get(null, call + "asks"));
        assertDescribed("get", path, 404, wired.get("outsider", call + "asks"));
        assertDescribed("get", path, 410, wired.get("lead", call + "changes"));
        String table = wired.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        replace(table, "\"evaluated\":", "\"evaluated\":1");
        assertDescribed("get", path, 409, wired.get("lead", call + "asks&week=last"));
        replace(table, "\"evaluated\":1", "\"evaluated\":");
    }

    private static JsonNode row(JsonNode rows, String key) {
        for (JsonNode row : rows) {
            if (row.get("key").asText().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key + " is not in " + rows);
    }

    private static void summary(int status, String who, String question) throws Exception {
        assertDescribed("get", "/summary", status, wired.get(who, BASE + "/summary?" + question));
        if (status != 401) {
            Reply batch = wired.get(who, BASE + "/summary/batch?q=" + encoded(question) + "&q=project%3DSHOP");
            assertDescribed("get", "/summary/batch", 200, batch);
            assertEquals(status, batch.json().at("/answers/0/status").asInt());
        }
    }

    @Test
    public void aBatchIsWhatIsDescribed() throws Exception {
        Reply none = wired.get("lead", BASE + "/summary/batch");
        assertDescribed("get", "/summary/batch", 200, none);
        assertEquals(0, none.json().at("/answers").size());
        assertDescribed("get", "/summary/batch", 400,
                wired.get("lead", BASE + "/summary/batch?q=" + "project%3DSHOP&q=".repeat(20) + "project%3DSHOP"));
        assertDescribed("get", "/summary/batch", 401, wired.get(null, BASE + "/summary/batch?q=project%3DSHOP"));
    }

    @Test
    public void theJournalIsWhatIsDescribed() throws Exception {
        IssueRow decision = wired.decision("Refused");
        assertEquals(400, wired.jira.issues().transition("lead", decision.id(), 11, new IssueInput()).reason());
        Reply journal = wired.get("lead", BASE + "/journal?project=SHOP&limit=1");
        assertDescribed("get", "/journal", 200, journal);
        assertEquals(decision.id(), journal.json().at("/entries/0/issueId").asLong());
        assertTrue(journal.json().get("next").isNumber() || journal.json().get("next").isNull());
        assertDescribed("get", "/journal", 200, wired.get("lead", BASE + "/journal?project=SHOP&limit=200"));
        assertDescribed("get", "/journal", 400, wired.get("lead", BASE + "/journal?project=SHOP&limit=0"));
        assertDescribed("get", "/journal", 401, wired.get(null, BASE + "/journal?project=SHOP"));
        assertDescribed("get", "/journal", 403, wired.get("reader", BASE + "/journal?project=SHOP"));
        assertDescribed("get", "/journal", 404, wired.get("lead", BASE + "/journal?project=GONE"));
    }

    @Test
    public void theAuditIsWhatIsDescribed() throws Exception {
        IssueRow decision = wired.decision("Audited");
        assertEquals(400, wired.jira.issues().transition("lead", decision.id(), 11, new IssueInput()).reason());
        for (String path : List.of("/audit", "/audit/export")) {
            String call = BASE + path + (path.endsWith("/export") ? "?format=json&project=" : "?project=");
            Reply found = wired.get("lead", call + "SHOP&outcome=refused&rule=has-acceptance-criteria");
            if (path.endsWith("/export")) {
                assertEquals(200, found.status());
                assertEquals(Set.of(), faults(new ObjectMapper().readTree("{\"$ref\":\"#/components/schemas/Audit\"}"),
                        ((ObjectNode) found.json()).set("next", null)));
                SEEN.add("get " + path + " 200");
            } else {
                assertDescribed("get", path, 200, found);
            }
            assertEquals(decision.key(), found.json().at("/entries/0/issue").asText());
            assertDescribed("get", path, 400, wired.get("lead", call + "SHOP&from=soon"));
            assertDescribed("get", path, 401, wired.get(null, call + "SHOP"));
            assertDescribed("get", path, 403, wired.get("reader", call + "SHOP"));
            assertDescribed("get", path, 404, wired.get("lead", call + "GONE"));
        }
    }

    @Test
    public void theInsightIsWhatIsDescribed() throws Exception {
        assertDescribed("get", "/insight", 200, wired.get("admin", BASE + "/insight"));
        for (String path : List.of("/insight", "/insight/export")) {
            Reply found = wired.get("reader", BASE + path + "?project=SHOP");
            assertEquals(200, found.status());
            SEEN.add("get " + path + " 200");
            assertDescribed("get", path, 400, wired.get("lead", BASE + path + "?project=SHOP&until=soon"));
            assertDescribed("get", path, 401, wired.get(null, BASE + path + "?project=SHOP"));
            assertDescribed("get", path, 403, wired.get("lead", BASE + path));
            assertDescribed("get", path, 404, wired.get("lead", BASE + path + "?project=GONE"));
        }
    }

    @Test
    public void theVerificationOfTheJournalIsWhatIsDescribed() throws Exception {
        IssueRow decision = wired.decision("Sealed");
        assertEquals(400, wired.jira.issues().transition("lead", decision.id(), 11, new IssueInput()).reason());
        String path = "/journal/verification";
        String call = BASE + path + "?project=SHOP";
        await("the entries are sealed").atMost(Duration.ofMinutes(3)).until(() -> {
            wired.runJob("sealJob");
            return wired.get("lead", call).json().get("unsealed").asLong() == 0;
        });
        Reply whole = wired.get("lead", call);
        assertDescribed("get", path, 200, whole);
        JsonNode head = whole.json().get("head");
        assertTrue(whole.body(), whole.json().get("intact").asBoolean() && whole.json().get("checked").asLong() > 0);
        assertDescribed("get", path, 200, wired.get("lead", BASE + path + "?issue=" + decision.key() + "&limit=1"));
        String another = "0".repeat(64);
        for (String hash : List.of(head.get("hash").asText(), another)) {
            Reply compared = wired.get("lead", call + "&position=" + head.get("position").asLong() + "&hash=" + hash);
            assertDescribed("get", path, 200, compared);
            assertEquals(!hash.equals(another), compared.json().get("intact").asBoolean());
        }
        assertDescribed("get", path, 400, wired.get("lead", BASE + path + "?project=SHOP&issue=SHOP-1"));
        assertDescribed("get", path, 400, wired.get("lead", call + "&limit=501"));
        assertDescribed("get", path, 400, wired.get("lead", call + "&position=1&hash=abc"));
        assertDescribed("get", path, 401, wired.get(null, call));
        assertDescribed("get", path, 403, wired.get("reader", call));
        assertDescribed("get", path, 404, wired.get("lead", BASE + path + "?issue=GONE-1"));
    }

    @Test
    public void anErasureIsWhatIsDescribed() throws Exception {
        String path = "/erasures";
        IssueRow decision = wired.decision("Refused to somebody who leaves");
        assertEquals(400, wired.jira.issues().transition("owner", decision.id(), 11, new IssueInput()).reason());
        String before = wired.get("lead", BASE + "/journal?project=SHOP&limit=1").json().at("/entries/0/actor").asText();
        int[] statuses = {400, 401, 403, 413, 415};
        String[] people = {"admin", null, "lead", "admin", "admin"};
        for (int i = 0; i < statuses.length; i++) {
            String body = statuses[i] == 413 ? "{\"userKey\":\"" + "x".repeat(9000) + "\"}" : "{\"userKey\":\" \",\"names\":\"x\"}";
            for (String each : List.of(path, path + "/preview")) {
                assertDescribed("post", each, statuses[i], wired.call(people[i], "POST", BASE + each,
                        statuses[i] == 415 ? "text/plain" : WiredJira.JSON, body));
            }
        }
        String body = "{\"userKey\":\"" + before + "\"}";
        assertDescribed("post", path, 403, wired.call("admin", "POST", BASE + path, WiredJira.JSON, body, WiredJira.TOKEN, ""));
        Reply preview = wired.post("admin", BASE + path + "/preview", body);
        assertDescribed("post", path + "/preview", 200, preview);
        assertTrue(preview.body(), preview.json().at("/parts/GATES").asLong() > 0);
        Reply erased = wired.post("admin", BASE + path, body);
        assertDescribed("post", path, 200, erased);
        assertTrue(erased.body(), erased.json().get("erased").asLong() > 0);
        assertEquals(erased.body(), 0, erased.json().get("remaining").asLong());
        assertDescribed("post", path, 200, wired.post("admin", BASE + path, body));
        Reply former = wired.get("admin", BASE + path);
        assertDescribed("get", path, 200, former);
        assertEquals(erased.json().get("erasure"), former.json().at("/erasures/0/key"));
        assertDescribed("get", path, 401, wired.get(null, BASE + path));
        assertDescribed("get", path, 403, wired.get("lead", BASE + path));
        Reply journal = wired.get("lead", BASE + "/journal?project=SHOP&limit=200");
        assertDescribed("get", "/journal", 200, journal);
        assertEquals("(erased)", journal.json().at("/entries/0/actor").asText());
        assertFalse(journal.body().contains("\"actor\":\"" + before + "\""));
        assertTrue(wired.get("lead", BASE + "/journal/verification?project=SHOP").json().get("intact").asBoolean());
    }

    @Test
    public void projectsAndTheSelfCheckAreWhatIsDescribed() throws Exception {
        wired.jira.projects().create("NEW", "New", "", "lead");
        long shared = wired.jira.issueTypes().createScheme("Shared by two", "", List.of(wired.type("Task"))).id();
        for (String key : List.of("ONE", "TWO")) {
            wired.jira.projects().useIssueTypeScheme(wired.jira.projects().create(key, key, "", "lead").id(), shared);
        }
        assertDescribed("get", "/projects", 200, wired.get("admin", BASE + "/projects"));
        assertDescribed("get", "/projects", 200, wired.get("admin", BASE + "/projects?limit=1&query=O"));
        assertDescribed("get", "/projects", 400, wired.get("admin", BASE + "/projects?limit=0"));
        for (String path : List.of("/health", "/projects", "/self-check")) {
            assertDescribed("get", path, 401, wired.get(null, BASE + path));
            assertDescribed("get", path, 403, wired.get("lead", BASE + path));
        }
        assertDescribed("get", "/self-check", 200, wired.get("admin", BASE + "/self-check"));
        String plan = "/projects/{key}/set-up-plan";
        assertDescribed("get", plan, 200, wired.get("admin", BASE + "/projects/ONE/set-up-plan"));
        assertDescribed("get", plan, 400, wired.get("admin", BASE + "/projects/ONE/set-up-plan?unknown=1"));
        assertDescribed("get", plan, 401, wired.get(null, BASE + "/projects/ONE/set-up-plan"));
        assertDescribed("get", plan, 403, wired.get("lead", BASE + "/projects/ONE/set-up-plan"));
        assertDescribed("get", plan, 404, wired.get("admin", BASE + "/projects/GONE/set-up-plan"));
        upgrade();
        phaseMap();
        owner();
        ownerActionHours();
        assertDescribed("get", "/health", 200, wired.get("admin", BASE + "/health"));
        assertDescribed("get", "/health", 400, wired.get("admin", BASE + "/health?project=SHOP"));
        changesSomething("/enable", "NEW");
        changed("/enable", 409, "admin", "ONE", WiredJira.JSON);
        wired.open("USED");
        wired.create("USED", "Decision", new IssueInput().set("summary", "In the way"));
        changed("/undo", 409, "admin", "USED", WiredJira.JSON);
        wired.jira.projects().create("NONE", "Without the issue types", "", "lead");
        changed("/sample", 409, "admin", "NONE", WiredJira.JSON);
        for (Permission permission : Permission.values()) {
            wired.jira.permissions().grant(wired.id("USED"), permission, "jira-administrators");
        }
        changesSomething("/sample", "USED");
        String undo = "/projects/{key}/undo";
        assertDescribed("get", undo, 200, wired.get("admin", BASE + "/projects/NEW/undo"));
        assertDescribed("get", undo, 400, wired.get("admin", BASE + "/projects/NEW/undo?unknown=1"));
        assertDescribed("get", undo, 401, wired.get(null, BASE + "/projects/NEW/undo"));
        assertDescribed("get", undo, 403, wired.get("lead", BASE + "/projects/NEW/undo"));
        assertDescribed("get", undo, 404, wired.get("admin", BASE + "/projects/GONE/undo"));
        changesSomething("/undo", "NEW");
    }

    private static void upgrade() throws Exception {
        assertDescribed("get", "/upgrade", 200, wired.get("admin", BASE + "/upgrade"));
        assertDescribed("get", "/upgrade", 400, wired.get("admin", BASE + "/upgrade?unknown=1"));
        assertDescribed("get", "/upgrade", 401, wired.get(null, BASE + "/upgrade"));
        assertDescribed("get", "/upgrade", 403, wired.get("lead", BASE + "/upgrade"));
        for (String path : List.of("/upgrade", "/upgrade/undo")) {
            assertDescribed("post", path, 200, wired.post("admin", BASE + path, "{}"));
            assertDescribed("post", path, 400, wired.post("admin", BASE + path, "{"));
            assertDescribed("post", path, 401, wired.post(null, BASE + path, "{}"));
            assertDescribed("post", path, 403, wired.post("lead", BASE + path, "{}"));
            assertDescribed("post", path, 403, wired.call("admin", "POST", BASE + path, WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
            assertDescribed("post", path, 413, wired.post("admin", BASE + path, "{\"a\":\"" + "x".repeat(9000) + "\"}"));
            assertDescribed("post", path, 415, wired.call("admin", "POST", BASE + path, "text/plain", "{}"));
        }
        Lock busy = wired.box.service(ClusterLockService.class).getLockForName("org.decisiongates.decision-gates.upgrade");
        busy.lock();
        try {
            for (String path : List.of("/upgrade", "/upgrade/undo")) {
                assertDescribed("post", path, 409, wired.post("admin", BASE + path, "{}"));
            }
        } finally {
            busy.unlock();
        }
    }

    /** What every call says that changes something about a project. */
    private static void changesSomething(String what, String key) throws Exception {
        changed(what, 200, "admin", key, WiredJira.JSON);
        changed(what, 401, null, key, WiredJira.JSON);
        changed(what, 403, "lead", key, WiredJira.JSON);
        changed(what, 404, "admin", "GONE", WiredJira.JSON);
        changed(what, 415, "admin", key, "text/plain");
        String path = "/projects/{key}" + what;
        String call = BASE + "/projects/" + key + what;
        assertDescribed("post", path, 400, wired.call("admin", "POST", call, WiredJira.JSON, "{"));
        assertDescribed("post", path, 413, wired.call("admin", "POST", call, WiredJira.JSON, "{\"a\":\"" + "x".repeat(9000) + "\"}"));
        assertDescribed("post", path, 403, wired.call("admin", "POST", call, WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
    }

    private static void changed(String what, int status, String who, String key, String type) throws Exception {
        assertDescribed("post", "/projects/{key}" + what, status,
                wired.call(who, "POST", BASE + "/projects/" + key + what, type, "{}"));
    }

    @Test
    public void importsAreWhatIsDescribed() throws Exception {
        wired.open("IMPORT");
        String sent = BASE + "/imports?project=IMPORT";
        String same = TakeOutFile.of(wired, "admin", "IMPORT").files().get("take-out.json");
        String file = same.replaceFirst("(\"address\" : )\"[^\"]*\"", "$1\"https://old.example.com\"");
        Reply checking = wired.call("admin", "POST", sent, WiredJira.JSON, file);
        assertDescribed("post", "/imports", 201, checking);
        assertDescribed("post", "/imports", 400, wired.call("admin", "POST", sent, WiredJira.JSON, "[]"));
        assertDescribed("post", "/imports", 401, wired.call(null, "POST", sent, WiredJira.JSON, file));
        assertDescribed("post", "/imports", 403, wired.call("lead", "POST", sent, WiredJira.JSON, file));
        assertDescribed("post", "/imports", 404, wired.call("admin", "POST", BASE + "/imports?project=GONE", WiredJira.JSON, file));
        assertDescribed("post", "/imports", 409, wired.call("admin", "POST", sent, WiredJira.JSON, same));
        assertDescribed("post", "/imports", 413, announced("admin", sent, 1_000_000_001L));
        assertDescribed("post", "/imports", 415, wired.call("admin", "POST", sent, "text/plain", file));
        String plan = BASE + "/imports/" + checking.json().path("task").asText();
        await("the check ends").until(() -> wired.get("admin", plan).status(), status -> status == 200);
        assertDescribed("get", "/imports/{id}", 200, wired.get("admin", plan));
        assertDescribed("get", "/imports/{id}", 400, wired.get("admin", plan + "?unknown=1"));
        assertDescribed("get", "/imports/{id}", 401, wired.get(null, plan));
        assertDescribed("get", "/imports/{id}", 403, wired.get("lead", plan));
        assertDescribed("get", "/imports/{id}", 404, wired.get("admin", BASE + "/imports/none"));
        String running = BASE + "/imports/" + BackgroundTasks.start(wired, "admin", "import-check", progress -> {
            throw new IllegalStateException("ends without a plan");
        });
        assertDescribed("get", "/imports/{id}", 409, wired.get("admin", running));
        Reply importing = wired.call("admin", "POST", plan, WiredJira.JSON, "");
        assertDescribed("post", "/imports/{id}", 201, importing);
        assertDescribed("post", "/imports/{id}", 400, wired.call("admin", "POST", plan, WiredJira.JSON, "{\"people\":{\"x\":\"y\"}}"));
        assertDescribed("post", "/imports/{id}", 401, wired.call(null, "POST", plan, WiredJira.JSON, ""));
        assertDescribed("post", "/imports/{id}", 403, wired.call("lead", "POST", plan, WiredJira.JSON, ""));
        assertDescribed("post", "/imports/{id}", 404, wired.call("admin", "POST", BASE + "/imports/none", WiredJira.JSON, ""));
        assertDescribed("post", "/imports/{id}", 409, wired.call("admin", "POST", running, WiredJira.JSON, ""));
        assertDescribed("post", "/imports/{id}", 413, wired.call("admin", "POST", plan, WiredJira.JSON, " ".repeat(1_048_577)));
        assertDescribed("post", "/imports/{id}", 415, wired.call("admin", "POST", plan, "text/plain", ""));
        String report = BASE + "/imports/" + importing.json().path("task").asText() + "/report";
        await("the import ends").until(() -> wired.get("admin", report).status(), status -> status == 200);
        assertDescribed("get", "/imports/{id}/report", 200, wired.get("admin", report));
        assertDescribed("get", "/imports/{id}/report", 400, wired.get("admin", report + "?unknown=1"));
        assertDescribed("get", "/imports/{id}/report", 401, wired.get(null, report));
        assertDescribed("get", "/imports/{id}/report", 403, wired.get("lead", report));
        assertDescribed("get", "/imports/{id}/report", 404, wired.get("admin", BASE + "/imports/none/report"));
        assertDescribed("get", "/imports/{id}/report", 409, wired.get("admin", BASE + "/imports/"
                + BackgroundTasks.start(wired, "admin", "import", progress -> {}) + "/report"));
    }

    @Test
    public void rulesAreWhatIsDescribed() throws Exception {
        Reply all = wired.get("reader", BASE + "/rules");
        assertDescribed("get", "/rules", 200, all);
        assertDescribed("get", "/rules", 401, wired.get(null, BASE + "/rules"));
        for (JsonNode rule : all.json().get("rules")) {
            assertDescribed("get", "/rules/{key}", 200, wired.get("reader", BASE + "/rules/" + rule.get("key").asText()));
        }
        assertDescribed("get", "/rules/{key}", 401, wired.get(null, BASE + "/rules/has-owner"));
        assertDescribed("get", "/rules/{key}", 404, wired.get("reader", BASE + "/rules/has-nothing"));
        String page = wired.get(null, "/plugins/servlet/decision-gates/rules").body();
        assertTrue("a page that everybody may read", page.contains("id=\"has-owner\""));
    }

    @Test
    public void readinessIsWhatIsDescribed() throws Exception {
        String path = "/issue/{key}/readiness";
        String call = BASE + "/issue/" + wired.decision("Not ready").key() + "/readiness";
        String task = BASE + "/issue/" + wired.create("SHOP", "Task", new IssueInput().set("summary", "Asked nothing")).key()
                + "/readiness";
        for (String who : List.of("lead", "reader")) {
            assertDescribed("get", path, 200, wired.get(who, call));
            assertDescribed("get", path, 200, wired.get(who, task));
        }
        assertDescribed("get", path, 200, wired.get("lead", call + "?transition=11"));
        assertDescribed("get", path, 400, wired.get("lead", call + "?transition=review"));
        assertDescribed("get", path, 401, wired.get(null, call));
        assertDescribed("get", path, 404, wired.get("outsider", call));
        String screen = call.replace("/readiness", "/transition-screen");
        assertDescribed("get", "/issue/{key}/transition-screen/successors", 200, wired.get("reader", screen + "/successors?query=shop-"));
        assertDescribed("get", "/issue/{key}/transition-screen/successors", 404, wired.get("outsider", screen + "/successors"));
        assertDescribed("get", "/issue/{key}/transition-screen/successors", 401, wired.get(null, screen + "/successors"));
        assertDescribed("get", "/issue/{key}/transition-screen/hints", 200, wired.get("lead", screen + "/hints?transition=11"));
        assertDescribed("get", "/issue/{key}/transition-screen/hints", 401, wired.get(null, screen + "/hints?transition=11"));
        assertDescribed("get", "/issue/{key}/transition-screen/hints", 400, wired.get("lead", screen + "/hints"));
        assertDescribed("get", "/issue/{key}/transition-screen/hints", 404, wired.get("lead", screen + "/hints?transition=95"));
        assertDescribed("get", "/readiness", 200, wired.get("lead", BASE + "/readiness?jql=" + encoded("project = SHOP")));
        assertDescribed("get", "/readiness", 400, wired.get("lead", BASE + "/readiness"));
        assertDescribed("get", "/readiness", 401, wired.get(null, BASE + "/readiness?project=SHOP&release=1"));
        assertDescribed("get", "/readiness", 404, wired.get("outsider", BASE + "/readiness?project=SHOP&release=1"));
        String check = BASE + "/readiness/check?jql=" + encoded("project = SHOP");
        assertDescribed("post", "/readiness/check", 201, wired.post("reader", check, "{}"));
        assertDescribed("post", "/readiness/check", 400, wired.post("reader", BASE + "/readiness/check", "{}"));
        assertDescribed("post", "/readiness/check", 401, wired.post(null, check, "{}"));
        assertDescribed("post", "/readiness/check", 403, wired.call("reader", "POST", check, WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
        String take = BASE + "/take-out?key=SHOP";
        Reply taking = wired.post("lead", take, "");
        assertDescribed("post", "/take-out", 201, taking);
        assertDescribed("post", "/take-out", 400, wired.post("lead", BASE + "/take-out", ""));
        assertDescribed("post", "/take-out", 401, wired.post(null, take, ""));
        assertDescribed("post", "/take-out", 403, wired.post("reader", take, ""));
        assertDescribed("post", "/take-out", 404, wired.post("outsider", take, ""));
        assertDescribed("get", "/take-out/{id}", 400, wired.get("lead", BASE + "/take-out/1?unknown=1"));
        assertDescribed("get", "/take-out/{id}", 401, wired.get(null, BASE + "/take-out/1"));
        assertDescribed("get", "/take-out/{id}", 404, wired.get("lead", BASE + "/take-out/1"));
        assertDescribed("get", "/take-out/{id}", 409,
                wired.get("admin", BASE + "/take-out/" + BackgroundTasks.start(wired, "admin", "take-out", progress -> {})));
        String file = BASE + "/take-out/" + taking.json().path("task").asText();
        await("the take-out ends").until(() -> wired.get("lead", file).status(), status -> status == 200);
        SEEN.add("get /take-out/{id} 200");
        assertDescribed("post", "/take-out", 409, wired.post("lead", take + "&earlier=" + taking.json().path("task").asText(), ""));
        assertEquals(200, wired.get("reader", call + "/panel").status());
        SEEN.add("get " + path + "/panel 200");
        assertDescribed("get", path + "/panel", 401, wired.get(null, call + "/panel"));
        assertDescribed("get", path + "/panel", 404, wired.get("outsider", call + "/panel"));
    }

    @Test
    public void impactLinesAreWhatIsDescribed() throws Exception {
        String lines = BASE + "/issue/" + wired.decision("Moves another number").key() + "/impact-lines";
        String task = BASE + "/issue/" + wired.create("SHOP", "Task", new IssueInput().set("summary", "Has no lines")).key()
                + "/impact-lines";
        Reply added = wired.post("owner", lines, "{" + LINE + "}");
        assertDescribed("post", LINES, 201, added);
        String line = lines + "/" + added.json().get("id").asLong();
        assertDescribed("put", ONE, 200, put("owner", line, "{" + LINE.replace("2.4", "2.2") + ",'actual':2,'version':1}"));
        assertDescribed("put", ONE, 409, put("owner", line, "{" + LINE + ",'version':1}"));
        assertDescribed("delete", ONE, 409, delete("owner", line + "?version=1"));
        for (String reading : List.of("", "/history", "/metrics")) {
            assertDescribed("get", LINES + reading, 200, wired.get("reader", lines + reading));
        }
        assertEquals(200, wired.get("reader", lines + "/panel").status());
        SEEN.add("get " + LINES + "/panel 200");
        for (String reading : List.of("", "/history", "/metrics", "/panel")) {
            assertDescribed("get", LINES + reading, 400, wired.get("reader", task + reading));
            assertDescribed("get", LINES + reading, 401, wired.get(null, lines + reading));
            assertDescribed("get", LINES + reading, 404, wired.get("outsider", lines + reading));
        }
        int[] statuses = {400, 401, 403, 404, 413, 415};
        String[] people = {"owner", null, "reader", "outsider", "owner", "owner"};
        for (int i = 0; i < statuses.length; i++) {
            String body = statuses[i] == 413 ? "{'metric':'" + "x".repeat(9000) + "'}" : "{'metric':''}";
            String type = statuses[i] == 415 ? "text/plain" : WiredJira.JSON;
            assertDescribed("post", LINES, statuses[i], wired.call(people[i], "POST", lines, type, body.replace('\'', '"')));
            assertDescribed("put", ONE, statuses[i], wired.call(people[i], "PUT", line, type, body.replace('\'', '"')));
            if (statuses[i] < 413) {
                assertDescribed("delete", ONE, statuses[i], delete(people[i], line));
            }
        }
        assertDescribed("delete", ONE, 204, delete("owner", line + "?version=2"));
        assertDescribed("get", LINES + "/history", 200, wired.get("reader", lines + "/history"));
    }

    @Test
    public void recordsAreWhatIsDescribed() throws Exception {
        String path = "/issue/{key}/records";
        String records = BASE + "/issue/" + wired.decision("Has a record").key() + "/records";
        String task = BASE + "/issue/" + wired.create("SHOP", "Task", new IssueInput().set("summary", "Has none")).key() + "/records";
        Reply added = wired.post("owner", records + "/criterion", "{'text':'Fast','target':'0.4','unit':'s','verifier':'lead'}");
        assertDescribed("post", path + "/{kind}", 201, added);
        long id = added.json().get("id").asLong();
        String row = records + "/criterion/" + id;
        for (String body : List.of("option {'text':'One','reason':'x'}", "trade-off {'text':'Guests','acceptedBy':'lead'}",
                "exception-state {'path':'FAILURE','text':'Stuck','owner':'lead'}",
                "risk {'text':'Queues','state':'ACCEPTED','approver':'lead','expiry':'2026-12-31'}",
                "communication-plan {'audience':'All','channel':'Mail','owner':'lead','nextUpdate':'2026-12-31'}",
                "hypothesis {'text':'Guests leave','measure':'Figures','exposure':'HIGHEST','owner':'lead','checkDate':'2026-12-31',"
                        + "'state':'VALIDATED','outcome':'They do'}",
                "evidence {'text':'Test','reference':'https://ci.example.com','criterion':" + id + "}")) {
            assertDescribed("post", path + "/{kind}", 201,
                    wired.post("owner", records + "/" + body.substring(0, body.indexOf(' ')), body.substring(body.indexOf(' ') + 1)));
        }
        assertDescribed("put", path + "/{kind}/{id}", 200, put("owner", row, "{'text':'Faster','version':1}"));
        assertDescribed("put", path + "/{kind}/{id}", 409, put("owner", row, "{'text':'Fastest','version':1}"));
        assertDescribed("delete", path + "/{kind}/{id}", 409, delete("owner", row + "?version=1"));
        for (String reading : List.of("", "/history")) {
            assertDescribed("get", path + reading, 200, wired.get("reader", records + reading));
        }
        assertEquals(200, wired.get("reader", records + "/panel").status());
        SEEN.add("get " + path + "/panel 200");
        for (String reading : List.of("", "/history", "/panel")) {
            assertDescribed("get", path + reading, 400, wired.get("reader", task + reading));
            assertDescribed("get", path + reading, 401, wired.get(null, records + reading));
            assertDescribed("get", path + reading, 404, wired.get("outsider", records + reading));
        }
        for (String form : List.of("", "/csv")) {
            String export = BASE + "/records" + form;
            assertDescribed("get", "/records" + form, 400, wired.get("reader", export + "?project=SHOP&start=x"));
            assertDescribed("get", "/records" + form, 401, wired.get(null, export + "?project=SHOP"));
            assertDescribed("get", "/records" + form, 404, wired.get("outsider", export + "?project=SHOP"));
        }
        assertDescribed("get", "/records", 200, wired.get("reader", BASE + "/records?project=SHOP"));
        assertEquals(200, wired.get("reader", BASE + "/records/csv?project=SHOP").status());
        SEEN.add("get /records/csv 200");
        int[] statuses = {400, 401, 403, 404, 413, 415};
        String[] people = {"owner", null, "reader", "outsider", "owner", "owner"};
        for (int i = 0; i < statuses.length; i++) {
            String body = statuses[i] == 413 ? "{'text':'" + "x".repeat(9000) + "'}" : "{'text':''}";
            String type = statuses[i] == 415 ? "text/plain" : WiredJira.JSON;
            assertDescribed("post", path + "/{kind}", statuses[i],
                    wired.call(people[i], "POST", records + "/criterion", type, body.replace('\'', '"')));
            assertDescribed("put", path + "/{kind}/{id}", statuses[i], wired.call(people[i], "PUT", row, type, body.replace('\'', '"')));
            if (statuses[i] < 413) {
                assertDescribed("delete", path + "/{kind}/{id}", statuses[i], delete(people[i], row));
            }
        }
        assertDescribed("delete", path + "/{kind}/{id}", 204, delete("owner", row + "?version=2"));
        assertDescribed("get", path + "/history", 200, wired.get("reader", records + "/history"));
    }

    @Test
    public void blockersAreRaisedAsIsDescribed() throws Exception {
        IssueRow story = wired.create("SHOP", "Task", new IssueInput().set("summary", "Is blocked"));
        String address = BASE + "/issue/" + story.key() + "/blockers";
        String draft = "{'summary':'No test cards','owner':'owner','due':'" + TestTime.today().plusDays(5)
                + "','fallback':'Sell on invoice until the cards arrive','customerFacing':'no'}";
        for (int status : new int[] {201, 200}) {
            assertDescribed("post", BLOCKERS, status, wired.post("lead", address, draft));
        }
        assertDescribed("post", BLOCKERS, 400, wired.post("lead", address, "{'summary':'','due':'soon'}"));
        assertDescribed("post", BLOCKERS, 401, wired.post(null, address, draft));
        assertDescribed("post", BLOCKERS, 403, wired.post("reader", address, draft));
        assertDescribed("post", BLOCKERS, 404, wired.post("outsider", address, draft));
        assertDescribed("post", BLOCKERS, 413, wired.post("lead", address, "{'fallback':'" + "x".repeat(70_000) + "'}"));
        assertDescribed("post", BLOCKERS, 415, wired.call("lead", "POST", address, "text/plain", draft));
    }

    @Test
    public void decisionsAreCreatedAsIsDescribed() throws Exception {
        IssueRow story = wired.create("SHOP", "Task", new IssueInput().set("summary", "Raises a question"));
        String address = BASE + "/issue/" + story.key() + "/decisions";
        String draft = "{'question':'Which cards do we take?','owner':'owner'}";
        for (int status : new int[] {201, 200}) {
            assertDescribed("post", DECISIONS, status, wired.post("lead", address, draft));
        }
        assertDescribed("post", DECISIONS, 400, wired.post("lead", address, "{'question':'','due':'soon'}"));
        assertDescribed("post", DECISIONS, 401, wired.post(null, address, draft));
        assertDescribed("post", DECISIONS, 403, wired.post("reader", address, draft));
        assertDescribed("post", DECISIONS, 404, wired.post("outsider", address, draft));
        assertDescribed("post", DECISIONS, 413, wired.post("lead", address, "{'context':'" + "x".repeat(70_000) + "'}"));
        assertDescribed("post", DECISIONS, 415, wired.call("lead", "POST", address, "text/plain", draft));
    }

    @Test
    public void waiversAreWhatIsDescribed() throws Exception {
        AppPolicies.of(wired.box).append(1, """
                {"format":1,"key":"waivable","name":"Waivable","issueType":"decision",
                "waivers":{"groups":["jira-administrators"],"longestDays":30},
                "gates":[{"key":"in-review","name":"In review","enforcement":"enforce",
                "rules":[{"rule":"has-owner"},{"rule":"has-due-date"},
                {"rule":"has-fallback"},{"rule":"has-acceptance-criteria"}]}]}""".replace("\n", ""));
        String waivers = BASE + "/issue/" + wired.decision("Waits for its owner").key() + "/waivers";
        String ask = "{'policy':'waivable','rule':'%s','reason':'The owner starts on Monday','until':'" + TestTime.today().plusDays(7)
                + "'}";
        for (String rule : List.of("has-owner", "has-due-date", "has-fallback")) {
            assertDescribed("post", WAIVERS, 201, asking("reader", waivers, ask.formatted(rule)));
        }
        assertDescribed("post", WAIVERS, 409, asking("owner", waivers, ask.formatted("has-owner")));
        List<String> actions = List.of("grant", "decline", "withdraw");
        for (int i = 0; i < actions.size(); i++) {
            String path = WAIVERS + "/{number}/" + actions.get(i);
            String call = waivers + "/" + (i + 1) + "/" + actions.get(i);
            assertDescribed("post", path, 400, asking("admin", call, "{}"));
            assertDescribed("post", path, 401, asking(null, call, "{'step':1}"));
            assertDescribed("post", path, 403, asking("lead", call, "{'step':1}"));
            assertDescribed("post", path, 404, asking("outsider", call, "{'step':1}"));
            assertDescribed("post", path, 404, asking("admin", waivers + "/99/" + actions.get(i), "{'step':1}"));
            assertDescribed("post", path, 413, asking("admin", call, "{'reason':'" + "x".repeat(33_000) + "'}"));
            assertDescribed("post", path, 415, wired.call("admin", "POST", call, "text/plain", "{}"));
            assertDescribed("post", path, 200, asking("admin", call, "{'step':1,'reason':'so be it'}"));
            assertDescribed("post", path, 409, asking("admin", call, "{'step':1}"));
        }
        assertDescribed("post", WAIVERS, 400, asking("reader", waivers, ask.formatted("has-wings")));
        assertDescribed("post", WAIVERS, 401, asking(null, waivers, ask.formatted("has-acceptance-criteria")));
        assertDescribed("post", WAIVERS, 403, wired.call("reader", "POST", waivers, WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
        assertDescribed("post", WAIVERS, 404, asking("outsider", waivers, ask.formatted("has-acceptance-criteria")));
        assertDescribed("post", WAIVERS, 413, asking("reader", waivers, "{'reason':'" + "x".repeat(33_000) + "'}"));
        assertDescribed("post", WAIVERS, 415, wired.call("reader", "POST", waivers, "text/plain", "{}"));
        Reply all = wired.get("reader", waivers);
        assertDescribed("get", WAIVERS, 200, all);
        assertEquals("[\"WITHDRAWN\",\"DECLINED\",\"GRANTED\"]", all.json().findValues("state").stream()
                .filter(state -> !state.asText().equals("ASKED")).distinct().toList().toString().replace(", ", ","));
        assertDescribed("get", WAIVERS, 401, wired.get(null, waivers));
        assertDescribed("get", WAIVERS, 404, wired.get("outsider", waivers));
    }

    @Test
    public void trailIsWhatIsDescribed() throws Exception {
        String trail = BASE + "/issue/" + wired.decision("Has a trail").key() + "/trail";
        assertDescribed("get", TRAIL, 200, wired.get("reader", trail));
        assertEquals(200, wired.get("reader", trail + "/markdown").status());
        SEEN.add("get " + TRAIL + "/markdown 200");
        int[] statuses = {400, 401, 404};
        String[] people = {"reader", null, "outsider"};
        for (int i = 0; i < statuses.length; i++) {
            String query = statuses[i] == 400 ? "?start=0" : "";
            assertDescribed("get", TRAIL, statuses[i], wired.get(people[i], trail + query));
            assertDescribed("get", TRAIL + "/markdown", statuses[i], wired.get(people[i], trail + "/markdown" + query));
        }
    }

    @Test
    public void delegationsAreWhatIsDescribed() throws Exception {
        String delegations = BASE + "/approvals/delegations";
        String some = "{'delegate':'lead','first':'" + TestTime.today() + "','last':'" + TestTime.today() + "','projects':'SHOP'}";
        assertDescribed("post", "/approvals/delegations", 201, asking("reader", delegations, some));
        Reply own = wired.get("reader", delegations);
        assertDescribed("get", "/approvals/delegations", 200, own);
        assertDescribed("get", "/approvals/delegations", 400, wired.get("reader", delegations + "?project=SHOP"));
        assertDescribed("get", "/approvals/delegations", 401, wired.get(null, delegations));
        assertDescribed("post", "/approvals/delegations", 400, asking("reader", delegations, "{'delegate':'no-one'}"));
        assertDescribed("post", "/approvals/delegations", 401, asking(null, delegations, some));
        assertDescribed("post", "/approvals/delegations", 403,
                wired.call("reader", "POST", delegations, WiredJira.JSON, "{}", WiredJira.TOKEN, ""));
        assertDescribed("post", "/approvals/delegations", 413, asking("reader", delegations, "{'projects':'" + "x".repeat(33_000) + "'}"));
        assertDescribed("post", "/approvals/delegations", 415, wired.call("reader", "POST", delegations, "text/plain", "{}"));
        String one = delegations + "/" + own.json().at("/made/0/id").asLong();
        assertDescribed("delete", "/approvals/delegations/{id}", 401, wired.call(null, "DELETE", one, null, null));
        assertDescribed("delete", "/approvals/delegations/{id}", 403,
                wired.call("reader", "DELETE", one, null, null, WiredJira.TOKEN, ""));
        assertDescribed("delete", "/approvals/delegations/{id}", 404, wired.call("lead", "DELETE", one, null, null));
        assertDescribed("delete", "/approvals/delegations/{id}", 204, wired.call("reader", "DELETE", one, null, null));
    }

    @Test
    public void approvalsAreWhatIsDescribed() throws Exception {
        AppPolicies.of(wired.box).append(1,
                "{\"format\":1,\"key\":\"approved\",\"name\":\"Approved\",\"issueType\":\"decision\",\"gates\":[],"
                        + "\"approvals\":{\"requirements\":[{\"key\":\"legal\",\"name\":\"Legal\",\"people\":[\"reader\"],"
                        + "\"sections\":[\"scope\"]}]}}");
        String approvals = BASE + "/issue/" + wired.decision("Is approved").key() + "/approvals";
        String ask = "{'kind':'REQUESTED','shown':'" + wired.get("owner", approvals).json().get("shown").asText() + "'}";
        String approve = ask.replace("REQUESTED", "APPROVED");
        assertDescribed("post", APPROVALS, 409, asking("reader", approvals, approve));
        assertDescribed("post", APPROVALS, 201, asking("owner", approvals, ask));
        assertDescribed("post", APPROVALS, 400, asking("owner", approvals, "{'kind':'SHRUGGED'}"));
        assertDescribed("post", APPROVALS, 401, asking(null, approvals, approve));
        assertDescribed("post", APPROVALS, 403, asking("owner", approvals, approve));
        assertDescribed("post", APPROVALS, 404, asking("outsider", approvals, approve));
        assertDescribed("post", APPROVALS, 413, asking("owner", approvals, "{'comment':'" + "x".repeat(33_000) + "'}"));
        assertDescribed("post", APPROVALS, 415, wired.call("owner", "POST", approvals, "text/plain", "{}"));
        String reminders = APPROVALS + "/reminders";
        assertDescribed("post", reminders, 201, asking("owner", approvals + "/reminders", "{}"));
        assertDescribed("post", reminders, 401, asking(null, approvals + "/reminders", "{}"));
        assertDescribed("post", reminders, 403, asking("reader", approvals + "/reminders", "{}"));
        assertDescribed("post", reminders, 404, asking("outsider", approvals + "/reminders", "{}"));
        assertDescribed("post", reminders, 409, asking("owner", approvals + "/reminders", "{}"));
        assertDescribed("post", APPROVALS, 201, asking("reader", approvals, approve));
        Reply all = wired.get("reader", approvals);
        assertDescribed("get", APPROVALS, 200, all);
        assertEquals("MET", all.json().at("/requirements/0/state").asText());
        assertDescribed("get", APPROVALS + "/panel", 200, wired.get("reader", approvals + "/panel"));
        assertDescribed("get", APPROVALS + "/form-hints", 200, wired.get("reader", approvals + "/form-hints"));
        assertDescribed("get", APPROVALS + "/statements", 200, wired.get("reader", approvals + "/statements"));
        String together = BASE + "/approvals?issue=" + approvals.split("/")[5] + "&issue=GONE-1";
        assertDescribed("get", "/approvals", 200, wired.get("reader", together));
        assertDescribed("get", "/approvals", 400, wired.get("reader", BASE + "/approvals"));
        assertDescribed("get", "/approvals", 401, wired.get(null, together));
        String content = "/content/" + all.json().get("shown").asText();
        assertDescribed("get", APPROVALS + "/content/{digest}", 200, wired.get("reader", approvals + content));
        assertDescribed("get", APPROVALS + "/content/{digest}", 404, wired.get("reader", approvals + "/content/none"));
        String task = BASE + "/issue/" + wired.create("SHOP", "Task", new IssueInput().set("summary", "No Decision")).key() + "/approvals";
        assertDescribed("post", reminders, 400, asking("lead", task + "/reminders", "{}"));
        for (String end : List.of("", "/panel", "/form-hints", "/statements", content)) {
            String path = APPROVALS + (end.equals(content) ? "/content/{digest}" : end);
            assertDescribed("get", path, 400, wired.get("reader", task + end));
            assertDescribed("get", path, 401, wired.get(null, approvals + end));
            assertDescribed("get", path, 404, wired.get("outsider", approvals + end));
        }
        // as an erasure of a person leaves it
        wired.box.box().jdbc().sql("update \"" + wired.table("SEALED_CONTENT") + "\" set \"CONTENT_TEXT\" = replace(\"CONTENT_TEXT\","
                + " 'Is approved', '(erased)')").update();
        assertDescribed("get", APPROVALS + "/content/{digest}", 410, wired.get("reader", approvals + content));
    }

    @Test
    public void threadsAreWhatIsDescribed() throws Exception {
        IssueRow issue = wired.create("SHOP", "Decision",
                new IssueInput().set("summary", "Is discussed").set(wired.field("Owner"), "owner"));
        String threads = BASE + "/issue/" + issue.key() + "/threads";
        String open = "{'section':'whole','objective':'Agree on the scope','text':'What about refunds?'}";
        assertDescribed("post", THREADS, 201, asking("owner", threads, open));
        assertDescribed("post", THREADS, 400, asking("owner", threads, "{'section':'margin'}"));
        assertDescribed("post", THREADS, 401, asking(null, threads, open));
        assertDescribed("post", THREADS, 403, asking("reader", threads, open));
        assertDescribed("post", THREADS, 404, asking("outsider", threads, open));
        assertDescribed("post", THREADS, 413, asking("owner", threads, "{'text':'" + "x".repeat(33_000) + "'}"));
        assertDescribed("post", THREADS, 415, wired.call("owner", "POST", threads, "text/plain", "{}"));
        int step = 1;
        for (String verb : List.of("owner-action", "drop-owner-action", "dispute", "settle-dispute", "reply", "resolve", "reopen",
                "decline")) {
            String path = THREADS + "/{number}/" + verb;
            String call = threads + "/1/" + verb;
            String body = verb.equals("reply") ? "{'text':'We agree on the scope'}"
                    : "{'step':" + step + ",'text':'We agree on the scope'}";
            assertDescribed("post", path, 400, asking("owner", call, "{'mood':'good'}"));
            assertDescribed("post", path, 401, asking(null, call, body));
            assertDescribed("post", path, 403, asking("reader", call, body));
            assertDescribed("post", path, 404, asking("outsider", call, body));
            assertDescribed("post", path, 404, asking("owner", threads + "/99/" + verb, body));
            assertDescribed("post", path, 413, asking("owner", call, "{'text':'" + "x".repeat(33_000) + "'}"));
            assertDescribed("post", path, 415, wired.call("owner", "POST", call, "text/plain", "{}"));
            assertDescribed("post", path, 200, asking("owner", call, body));
            step++;
            if (!verb.equals("reply")) {
                assertDescribed("post", path, 409, asking("owner", call, body));
            }
        }
        assertDescribed("post", THREADS + "/{number}/reply", 409, asking("owner", threads + "/1/reply", "{'text':'Too late'}"));
        Reply all = wired.get("reader", threads);
        assertDescribed("get", THREADS, 200, all);
        assertEquals("MET", all.json().at("/threads/0/window/state").asText());
        assertDescribed("get", THREADS + "/panel", 200, wired.get("reader", threads + "/panel"));
        String task = BASE + "/issue/" + wired.create("SHOP", "Task", new IssueInput().set("summary", "No Decision")).key() + "/threads";
        for (String end : List.of("", "/panel")) {
            assertDescribed("get", THREADS + end, 400, wired.get("reader", task + end));
            assertDescribed("get", THREADS + end, 401, wired.get(null, threads + end));
            assertDescribed("get", THREADS + end, 404, wired.get("outsider", threads + end));
        }
    }

    @Test
    public void debtIsWhatIsDescribed() throws Exception {
        AppPolicies.of(wired.box).append(1, """
                {"format":1,"key":"standing","name":"Standing","issueType":"decision",
                "gates":[{"key":"draft","name":"Draft","phase":"DRAFT",
                "enforcement":"enforce","rules":[{"rule":"has-fallback"}]}]}""".replace("\n", ""));
        String key = wired.decision("Owes a fallback").key();
        await().untilAsserted(() -> assertEquals(1, wired.get("lead", BASE + "/debt?project=SHOP&limit=1").json().path("issues").size()));
        assertDescribed("get", "/debt", 200, wired.get("lead", BASE + "/debt?project=SHOP&limit=1"));
        assertDescribed("get", "/debt", 200, wired.get("reader", BASE + "/debt?project=SHOP&after=999999999"));
        await().untilAsserted(() -> assertEquals(1, wired.get("lead", BASE + "/debt?issue=" + key).json().path("issues").size()));
        assertDescribed("get", "/debt", 200, wired.get("reader", BASE + "/debt?issue=" + key));
        assertDescribed("get", "/debt", 404, wired.get("outsider", BASE + "/debt?issue=" + key));
        assertDescribed("get", "/debt", 400, wired.get("lead", BASE + "/debt?project=SHOP&issue=" + key));
        assertDescribed("get", "/debt", 400, wired.get("lead", BASE + "/debt?project=SHOP&limit=201"));
        assertDescribed("get", "/debt", 401, wired.get(null, BASE + "/debt?project=SHOP"));
        assertDescribed("get", "/debt", 404, wired.get("outsider", BASE + "/debt?project=SHOP"));
    }

    @Test
    public void aDryRunIsWhatIsDescribed() throws Exception {
        String path = "/dry-run";
        String call = BASE + path + "?jql=project%3DSHOP";
        String draft = PolicyRestWiredTest.policy("tried", "Tasks", "14");
        Reply started = wired.call("admin", "POST", call, WiredJira.JSON, draft);
        assertDescribed("post", path, 201, started);
        String task = BASE + "/tasks/" + started.json().path("task").asText();
        await().untilAsserted(() -> assertEquals("DONE", wired.get("admin", task).json().path("state").asText()));
        assertDescribed("get", "/tasks/{id}/report", 200, wired.get("admin", task + "/report"));
        int[] statuses = {400, 401, 403, 413, 415};
        String[] people = {"admin", null, "lead", "admin", "admin"};
        for (int i = 0; i < statuses.length; i++) {
            String body = statuses[i] == 413 ? "x".repeat(1_048_577) : statuses[i] == 400 ? "{}" : draft;
            assertDescribed("post", path, statuses[i],
                    wired.call(people[i], "POST", call, statuses[i] == 415 ? "text/plain" : WiredJira.JSON, body));
        }
        assertDescribed("post", path, 404, wired.call("admin", "POST", call + "&project=GONE", WiredJira.JSON, draft));
    }

    @Test
    public void aBackgroundTaskIsWhatIsDescribed() throws Exception {
        String path = "/tasks/{id}";
        String address = BASE + "/tasks/" + BackgroundTasks.start(wired, "lead", progress -> {
            throw new IllegalStateException("fails");
        });
        await().untilAsserted(() -> assertEquals("FAILED", wired.get("lead", address).json().path("state").asText()));
        assertDescribed("get", path, 200, wired.get("lead", address));
        assertDescribed("get", path, 401, wired.get(null, address));
        assertDescribed("get", path, 404, wired.get("owner", address));
        String report = """
                {"subject":"issue","counts":{"refused":1,"passed":2},"changes":{"newly-refused":1},"rules":[{"rule":"has-owner",
                "counts":{"refused":1},"changes":{"newly-refused":1},"examples":["SHOP-1"]}],"entries":[{"issue":"SHOP-1",
                "transition":"Decide","gate":"decision/decided","rule":"has-owner","outcome":"refused","change":"newly-refused",
                "reason":"=1+1"}],"omitted":0,"notes":["a note"]}""";
        String done = BASE + "/tasks/" + BackgroundTasks.start(wired, "owner", report);
        await().untilAsserted(() -> assertEquals("DONE", wired.get("owner", done).json().path("state").asText()));
        assertDescribed("get", path + "/report", 200, wired.get("owner", done + "/report"));
        assertDescribed("get", path + "/report", 200, wired.get("owner", done + "/report?start=7&limit=1"));
        assertDescribed("get", path + "/report", 400, wired.get("owner", done + "/report?limit=0"));
        String file = wired.get("owner", done + "/report/csv").body();
        assertEquals("SHOP-1,Decide,decision/decided,has-owner,refused,newly-refused,'=1+1,,", file.split("\r\n")[1]);
        SEEN.add("get " + path + "/report/csv 200");
        for (String part : List.of("/report", "/report/csv")) {
            assertDescribed("get", path + part, 401, wired.get(null, done + part));
            assertDescribed("get", path + part, 404, wired.get("lead", done + part));
            assertDescribed("get", path + part, 409, wired.get("lead", address + part));
        }
        String foreign = BackgroundTasks.start(wired, "owner", "{\"of\":\"another version\"}");
        await().untilAsserted(() -> assertEquals("DONE", wired.get("owner", BASE + "/tasks/" + foreign).json().path("state").asText()));
        assertDescribed("get", path + "/report", 409, wired.get("owner", BASE + "/tasks/" + foreign + "/report"));
        Reply page = wired.get("owner", "/plugins/servlet/decision-gates/tasks?id=" + foreign);
        assertEquals(200, page.status());
        assertTrue(page.body(), page.body().contains("The result can no longer be read"));
        assertDescribed("delete", path, 204, wired.call("lead", "DELETE", address, null, null));
        assertDescribed("delete", path, 401, wired.call(null, "DELETE", address, null, null));
        assertDescribed("delete", path, 403, wired.call("lead", "DELETE", address, null, null, WiredJira.TOKEN, ""));
        assertDescribed("delete", path, 404, wired.call("owner", "DELETE", address, null, null));
    }

    /** First the caller has one of each kind under way, then the node as much to do as it takes. */
    @Test
    public void whatIsTooMuchInTheBackgroundIsRefusedAsDescribed() throws Exception {
        await("what other tests started ends").untilAsserted(() -> assertEquals(0L, tasksUnderWay()));
        CountDownLatch held = new CountDownLatch(1);
        BackgroundTasks.Work waits = progress -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        String same = TakeOutFile.of(wired, "admin", "SHOP").files().get("take-out.json");
        String file = same.replaceFirst("(\"address\" : )\"[^\"]*\"", "$1\"https://old.example.com\"");
        Supplier<Reply> check = () -> wired.call("admin", "POST", BASE + "/imports?project=SHOP", WiredJira.JSON, file);
        String checked = BASE + "/imports/" + check.get().json().path("task").asText();
        await("the check ends").until(() -> wired.get("admin", checked).status(), status -> status == 200);
        Map<String, Supplier<Reply>> starts = Map.of("/imports", check,
                "/imports/{id}", () -> wired.call("admin", "POST", checked, WiredJira.JSON, ""),
                "/dry-run", () -> wired.call("admin", "POST", BASE + "/dry-run?jql=project%3DSHOP", WiredJira.JSON,
                        PolicyRestWiredTest.policy("tried", "Tasks", "14")),
                "/readiness/check", () -> wired.post("admin", BASE + "/readiness/check?jql=project%3DSHOP", "{}"),
                "/take-out", () -> wired.post("admin", BASE + "/take-out?key=SHOP", ""),
                POLICIES + "/{key}/replay", () -> wired.post("admin", BASE + POLICIES + "/decision/replay?weeks=1", ""));
        try {
            for (String kind : List.of("dry-run", "bulk-check", "replay", "take-out", "import-check", "import")) {
                BackgroundTasks.start(wired, "admin", kind, waits);
            }
            for (String path : starts.keySet()) {
                assertDescribed("post", path, 429, starts.get(path).get());
            }
            for (int i = 6; i < TASKS_OF_A_NODE; i++) {
                BackgroundTasks.start(wired, "lead", "held-" + i, waits);
            }
            for (String path : starts.keySet()) {
                assertDescribed("post", path, 503, starts.get(path).get());
            }
        } finally {
            held.countDown();
        }
        await("room for others").untilAsserted(() -> assertEquals(0L, tasksUnderWay()));
    }

    private static long tasksUnderWay() {
        return wired.box.box().jdbc().sql("select count(*) from \"" + wired.table("BACKGROUND_TASK")
                + "\" where \"TASK_STATE\" in ('QUEUED', 'RUNNING')").query(Long.class).single();
    }

    @Test
    public void policiesAreWhatIsDescribed() throws Exception {
        String one = POLICIES + "/{key}";
        String policy = PolicyRestWiredTest.policy("described", "Tasks", "14");
        String change = "?basedOn=0&why=first";
        assertDescribed("put", one, 200, policy("admin", "PUT", "/described" + change, policy));
        assertDescribed("put", one, 200, policy("admin", "PUT", "/described?basedOn=1&why=second", policy));
        assertDescribed("put", one, 400, policy("admin", "PUT", "/described?basedOn=2&why=third", "{}"));
        assertDescribed("put", one, 401, policy(null, "PUT", "/described" + change, policy));
        assertDescribed("put", one, 403, policy("lead", "PUT", "/described" + change, policy));
        assertDescribed("put", one, 404, policy("admin", "PUT", "/described" + change + "&project=GONE", policy));
        assertDescribed("put", one, 409, policy("admin", "PUT", "/described" + change, policy));
        assertDescribed("put", one, 413, policy("admin", "PUT", "/described" + change, "x".repeat(1_048_577)));
        assertDescribed("put", one, 415, wired.call("admin", "PUT", BASE + POLICIES + "/described" + change, "text/plain", policy));
        for (String part : List.of("", "/history", "/difference", "/export")) {
            String query = part.equals("/difference") ? "?from=1&to=2" : "?";
            assertDescribed("get", one + part, 200, policy("admin", "GET", "/described" + part + query, null));
            assertDescribed("get", one + part, 401, policy(null, "GET", "/described" + part + query, null));
            assertDescribed("get", one + part, 403, policy("lead", "GET", "/described" + part + query, null));
            assertDescribed("get", one + part, 404, policy("admin", "GET", "/gone" + part + query, null));
            if (!part.equals("/history")) {
                assertDescribed("get", one + part, 400, policy("admin", "GET", "/described" + part + "?version=x&from=x&to=1", null));
            }
        }
        for (String action : List.of("/revert", "/retire")) {
            String good = "/described" + action + "?to=1&why=back&basedOn=" + (action.equals("/revert") ? 2 : 3);
            assertDescribed("post", one + action, 200, policy("admin", "POST", good, ""));
            assertDescribed("post", one + action, 400, policy("admin", "POST", "/described" + action + "?to=1&basedOn=x&why=x", ""));
            assertDescribed("post", one + action, 401, policy(null, "POST", good, ""));
            assertDescribed("post", one + action, 403, policy("lead", "POST", good, ""));
            assertDescribed("post", one + action, 404, policy("admin", "POST", "/gone" + action + "?to=1&basedOn=1&why=x", ""));
            assertDescribed("post", one + action, 409, policy("admin", "POST", good, ""));
        }
        policiesAreListedAndImportedAsDescribed(policy);
        aReplayIsStartedAsDescribed(policy);
    }

    private static void aReplayIsStartedAsDescribed(String policy) throws Exception {
        String path = POLICIES + "/{key}/replay";
        String good = "/decision/replay?weeks=1&jql=" + "key%20%3D%20SHOP-1";
        assertDescribed("post", path, 201, policy("admin", "POST", good, ""));
        assertDescribed("post", path, 400, policy("admin", "POST", "/decision/replay?weeks=x", ""));
        assertDescribed("post", path, 401, policy(null, "POST", good, ""));
        assertDescribed("post", path, 403, policy("lead", "POST", good, ""));
        assertDescribed("post", path, 404, policy("admin", "POST", "/gone/replay?weeks=1", ""));
        assertDescribed("post", path, 413, policy("admin", "POST", good, "x".repeat(1_048_577)));
        assertDescribed("post", path, 415, wired.call("admin", "POST", BASE + POLICIES + good, "text/plain", policy));
    }

    private static void policiesAreListedAndImportedAsDescribed(String policy) throws Exception {
        assertDescribed("get", POLICIES, 200, policy("admin", "GET", "", null));
        assertDescribed("get", POLICIES, 401, policy(null, "GET", "", null));
        assertDescribed("get", POLICIES, 403, policy("reader", "GET", "?project=SHOP", null));
        assertDescribed("get", POLICIES, 404, policy("admin", "GET", "?project=GONE", null));
        String foreign = policy.replace("{\"rule\": \"has-owner\"}",
                "{\"rule\": \"has-owner\", \"settings\": {\"field\": \"customfield_99\"}}");
        assertDescribed("post", POLICIES, 200, policy("admin", "POST", "?basedOn=0&why=x&project=SHOP", policy));
        assertDescribed("post", POLICIES, 200, policy("admin", "POST", "?basedOn=0&check=true", foreign));
        assertDescribed("post", POLICIES, 400, policy("admin", "POST", "?basedOn=0&why=x", "{}"));
        assertDescribed("post", POLICIES, 400, policy("admin", "POST", "?why=x&project=SHOP&check=true", policy));
        assertDescribed("post", POLICIES, 401, policy(null, "POST", "?basedOn=0&why=x", policy));
        assertDescribed("post", POLICIES, 403, policy("lead", "POST", "?basedOn=0&why=x", policy));
        assertDescribed("post", POLICIES, 404, policy("admin", "POST", "?basedOn=0&why=x&project=GONE", policy));
        assertDescribed("post", POLICIES, 409, policy("admin", "POST", "?basedOn=0&why=x&project=SHOP", policy));
        assertDescribed("post", POLICIES, 413, policy("admin", "POST", "?basedOn=0", "x".repeat(1_048_577)));
        assertDescribed("post", POLICIES, 415, wired.call("admin", "POST", BASE + POLICIES, "text/plain", policy));
    }

    private static Reply policy(String who, String method, String path, String body) throws Exception {
        return wired.call(who, method, BASE + POLICIES + path, body == null ? null : WiredJira.JSON, body);
    }

    private static Reply asking(String who, String path, String json) throws Exception {
        return wired.call(who, "POST", path, WiredJira.JSON, json.replace('\'', '"'));
    }

    private static Reply put(String who, String path, String json) throws Exception {
        return wired.call(who, "PUT", path, WiredJira.JSON, json.replace('\'', '"'));
    }

    private static Reply delete(String who, String path) throws Exception {
        return wired.call(who, "DELETE", path, null, null, "X-Atlassian-Token", "no-check");
    }

    @Test
    public void noticesAMemberThatIsNotDescribedAndOneThatIsMissing() throws Exception {
        JsonNode schema = new ObjectMapper().readTree("{\"$ref\":\"#/components/schemas/Errors\"}");
        assertEquals(Set.of(), faults(schema, new ObjectMapper().readTree("{\"errorMessages\":[\"no\"],\"errors\":{\"field\":\"no\"}}")));
        assertEquals(1,
                faults(schema, new ObjectMapper().readTree("{\"errorMessages\":[\"no\"],\"errors\":{},\"colour\":\"red\"}")).size());
        assertEquals(1, faults(schema, new ObjectMapper().readTree("{\"errorMessages\":[\"no\"]}")).size());
        assertEquals(1, faults(schema, new ObjectMapper().readTree("{\"errorMessages\":[7],\"errors\":{}}")).size());
    }

    /** The answer to a body of which nothing more than its length was sent. */
    private static Reply announced(String user, String path, long length) throws Exception {
        URI base = URI.create(wired.box.baseUrl());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String head = String.join("\r\n", "POST " + base.getPath() + path + " HTTP/1.1", "Host: " + base.getAuthority(),
                    "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)),
                    "Content-Type: application/json", "X-Atlassian-Token: no-check", "Content-Length: " + length, "Connection: close", "",
                    "");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf('{');
            return new Reply(Integer.parseInt(answer.substring(9, 12)), answer.substring(body, answer.lastIndexOf('}') + 1), new Headers());
        }
    }

    private static void assertDescribed(String verb, String path, int status, Reply reply) throws Exception {
        String call = verb + " " + path + " " + status;
        assertEquals(call + ": " + reply.body(), status, reply.status());
        JsonNode response = resolved(described.get("paths").get(path).get(verb).get("responses").path(String.valueOf(status)));
        assertTrue(call + " is not described", response.has("description"));
        SEEN.add(call);
        JsonNode schema = response.path("content").path("application/json").get("schema");
        if (schema == null) {
            assertTrue(call + ": " + reply.body(), reply.body().isEmpty() || response.has("content"));
        } else {
            assertEquals(call + ": " + reply.body(), Set.of(), faults(schema, reply.json()));
        }
    }

    private static Set<String> faults(JsonNode schema, JsonNode answer) {
        ObjectNode root = described.deepCopy();
        root.retain("components");
        root.putArray("allOf").add(schema);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Set<String> faults = new TreeSet<>();
        SCHEMAS.getSchema(root, config).validate(answer).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? described.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Answers may gain members, which the description lets be; of this version's it must name all. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && "object".equals(object.path("type").asText()) && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiWiredTest::closed);
        return node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
