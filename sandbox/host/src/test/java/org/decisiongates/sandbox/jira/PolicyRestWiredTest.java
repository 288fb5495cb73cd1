package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** Policies over REST, from the first version to the last. */
public class PolicyRestWiredTest {

    private static final String POLICIES = "/rest/decision-gates/1.0/policies";
    private static final String DRY_RUN = "/rest/decision-gates/1.0/dry-run";
    private static final String TASKS = "/rest/decision-gates/1.0/tasks/";
    private static final List<String> WORDS = List.of("NEWLY_REFUSED", "NO_LONGER_REFUSED", "STILL_REFUSED", "REFUSED", "CANNOT_TELL",
            "STILL_LET_THROUGH", "NOT_ASKED");
    private static final int HOSTILE = 10_000;
    private static final String NOISE = "{}[]\",:0123456789.eE+-truefalsn \n\\u\u0000\uD83D\uDE80'<>&gatesrulewhnames";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.enable("SHOP");
    }

    @Test
    public void keepsEveryVersionWithWhyItWasMade() throws Exception {
        assertEquals(200, put("tasks", 0, "first", policy("tasks", "Tasks", "14")).status());
        Reply second = put("tasks", 1, "two weeks are too few", policy("tasks", "Tasks", "28"));
        assertEquals(2, second.json().at("/version").asInt());

        JsonNode history = get("/tasks/history").json().at("/versions");
        assertEquals(List.of("two weeks are too few", "first"), texts(history, "why"));
        assertTrue(get("/tasks/difference?from=1&to=2").json().at("/changes").toString().contains("28"));
        assertEquals("14", get("/tasks?version=1").json().at("/policy/gates/0/rules/1/settings/horizon-days").asText());

        assertEquals(3, post("/tasks/revert?to=1&basedOn=2&why=back", "").json().at("/version").asInt());
        assertEquals("14", get("/tasks").json().at("/policy/gates/0/rules/1/settings/horizon-days").asText());
        assertTrue(listed().contains("tasks"));

        assertEquals(4, post("/tasks/retire?basedOn=3&why=over", "").json().at("/version").asInt());
        assertFalse(listed().contains("tasks"));
        assertTrue(get("/tasks").json().at("/revision/retired").asBoolean());
        assertEquals(409, post("/tasks/retire?basedOn=4&why=again", "").status());
        assertEquals(200, put("tasks", 4, "in force again", policy("tasks", "Tasks", "14")).status());
        assertTrue(listed().contains("tasks"));
    }

    @Test
    public void refusesToSaveOverAVersionThatWasNotSeen() throws Exception {
        put("conflict", 0, "first", policy("conflict", "Tasks", "14"));
        put("conflict", 1, "second", policy("conflict", "Tasks", "15"));

        Reply late = put("conflict", 1, "mine", policy("conflict", "Tasks", "16"));

        assertEquals(409, late.status());
        assertEquals("second", late.json().at("/current/why").asText());
        assertEquals(2, get("/conflict/history").json().at("/versions").size());
    }

    @Test
    public void refusesAPolicyAsAWholeAndSaysWhere() throws Exception {
        String wrong = policy("wrong", "Tasks", "14").replace("\"has-owner\"", "\"has-luck\"");

        Reply reply = put("wrong", 0, "first", wrong);

        assertEquals(400, reply.status());
        assertTrue(reply.body(), reply.errors().get(0).startsWith("Line 9, gates[0].rules[0].rule: "));
        assertEquals(404, get("/wrong").status());
        assertEquals(400, put("wrong", 0, " ", policy("wrong", "Tasks", "14")).status());
        assertEquals(400, put("other", 0, "first", policy("wrong", "Tasks", "14")).status());
    }

    @Test
    public void storesATypeOfTheAppByTheKeyThatItKnowsItBy() throws Exception {
        String typed = policy("typed", "Tasks", "14")
                .replace("\"issueType\": \"decision\"", "\"issueType\": \"" + wired.type("Blocker") + "\"")
                .replace("{\"rule\": \"has-owner\"}",
                        "{\"rule\": \"has-owner\", \"when\": [{\"kind\": \"issue-type\", \"values\": [\"" + wired.type("Decision")
                                + "\"]}]}");

        assertEquals(200, put("typed", 0, "first", typed).status());

        JsonNode stored = get("/typed").json().at("/policy");
        assertEquals("blocker", stored.at("/issueType").asText());
        assertEquals("decision", stored.at("/gates/0/rules/0/when/0/values/0").asText());
    }

    @Test
    public void putsNoPolicyIntoForceThatFailsATestOfItsOwn() throws Exception {
        String tested = policy("tested", "Tasks", "14").replace("\"gates\"", """
                "cases": [{"name": "an owner is enough", "gate": "start", "day": "2026-11-18",
                  "issue": {"status": {"id": "DRAFT", "name": "Draft", "phase": "DRAFT"}}, "expected": {"has-owner": "passed"}}],
                 "gates\"""");

        Reply refused = put("tested", 0, "first", tested);

        assertEquals(refused.body(), 400, refused.status());
        assertTrue(refused.body(), refused.errors().get(0).contains("an owner is enough"));
        assertEquals(404, get("/tested").status());
        assertEquals(200, put("tested", 0, "first", tested.replace("passed", "failed")).status());
    }

    @Test
    public void carriesAPolicyFromOneKeyToAnother() throws Exception {
        put("carried", 0, "first", policy("carried", "Tasks", "14"));
        String exported = get("/carried/export").body();

        assertEquals("the version that was seen is not guessed", 400, post("?project=SHOP&why=from+all", exported).status());
        Reply imported = post("?project=SHOP&basedOn=0&why=from+all", exported);

        assertEquals(imported.body(), 200, imported.status());
        assertTrue(imported.body(), imported.json().at("/imported").asBoolean());
        assertEquals("Tasks", wired.get("lead", POLICIES + "/carried?project=SHOP").json().at("/policy/name").asText());
        Reply unknown = post("?project=SHOP&why=again&basedOn=1", exported.replace("\"has-owner\"",
                "\"has-owner\", \"settings\": {\"field\": \"customfield_99999\"}"));
        assertFalse(unknown.body(), unknown.json().at("/imported").asBoolean());
        assertEquals("customfield_99999", unknown.json().at("/unknown/0/name").asText());
        assertTrue(unknown.body(), unknown.json().at("/unknown/0/candidates").size() > 0);
    }

    @Test
    public void letsProjectAdministratorsChangeTheirOwnPoliciesOnly() throws Exception {
        assertEquals(200, wired.call("lead", "PUT", POLICIES + "/own?project=SHOP&basedOn=0&why=ours", WiredJira.JSON,
                policy("own", "Ours", "7")).status());
        assertEquals(403, wired.call("lead", "PUT", POLICIES + "/own?basedOn=0&why=ours", WiredJira.JSON, policy("own", "Ours", "7"))
                .status());
        assertEquals(403, wired.get("reader", POLICIES + "?project=SHOP").status());
        assertEquals(403, wired.call("lead", "PUT", POLICIES + "/own?project=SHOP&basedOn=1&why=ours", WiredJira.JSON,
                policy("own", "Ours", "8"), WiredJira.TOKEN, "").status());
        assertEquals(400, wired.call("lead", "PUT", POLICIES + "/locked?project=SHOP&basedOn=0&why=ours", WiredJira.JSON,
                policy("locked", "Ours", "7").replace("\"gates\"", "\"locked\": true, \"gates\"")).status());
    }

    @Test
    public void answersHostileImportsWithoutFailing() throws Exception {
        Random random = new Random(20261128);
        put("hostile", 0, "first", policy("hostile", "Tasks", "14"));
        String sound = get("/hostile/export").body();
        int accepted = 0;
        for (int run = 0; run < HOSTILE; run++) {
            StringBuilder text = new StringBuilder(sound);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                    default -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                }
            }
            Reply reply = post("?basedOn=0&check=true", text.toString());
            assertTrue(reply.status() + " for " + text, reply.status() == 200 || reply.status() == 400);
            accepted += reply.status() == 200 ? 1 : 0;
        }
        assertTrue(accepted + " of " + HOSTILE, accepted > 0 && accepted < HOSTILE);
        assertEquals(413, post("?basedOn=0", "x".repeat(1_048_577)).status());
        assertEquals(1, get("/hostile/history").json().at("/versions").size());
    }

    @Test
    public void triesADraftOnTodaysIssuesAndStoresNothingOfIt() throws Exception {
        IssueRow bare = wired.decision("Has no owner");
        IssueRow owned = wired.create("SHOP", "Decision",
                new IssueInput().set("summary", "Has an owner").set(wired.field("Owner"), "owner"));
        IssueRow task = wired.create("SHOP", "Task", new IssueInput().set("summary", "Goes through no gate"));
        String draft = shipped("has-owner", "separation-of-duties");
        int versions = get("/decision/history").json().at("/versions").size();

        JsonNode report = report(dryRun("admin", "", "key in (" + bare.key() + ", " + owned.key() + ", " + task.key() + ")", draft));

        assertEquals("3 of which 2 were asked", report.path("total").asInt() + " of which " + report.path("asked").asInt() + " "
                + "were asked");
        assertEquals("{\"REFUSED\":1,\"CANNOT_TELL\":1,\"NOT_ASKED\":1}", sorted(report.path("counts")));
        assertEquals("{\"STILL_REFUSED\":1,\"CANNOT_TELL\":1,\"STILL_LET_THROUGH\":1}", sorted(report.path("changes")));
        List<String> entries = new ArrayList<>();
        report.path("entries").forEach(entry -> entries.add(entry.path("issue").asText() + " " + entry.path("transition").asText() + " "
                + entry.path("gate").asText() + " " + entry.path("rule").asText() + " " + entry.path("change").asText()));
        assertTrue(entries.toString(), entries.containsAll(List.of(
                bare.key() + " Send for review decision/in-review has-owner STILL_REFUSED",
                bare.key() + " Send for review decision/in-review has-due-date NO_LONGER_REFUSED",
                owned.key() + " Send for review decision/in-review separation-of-duties CANNOT_TELL",
                owned.key() + " Send for review decision/in-review has-due-date NO_LONGER_REFUSED")));
        assertFalse(entries.toString(), entries.stream().anyMatch(entry -> entry.startsWith(task.key())));
        assertTrue(report.toString(), report.path("notes").toString().contains("A dry run cannot evaluate these rules"));
        assertEquals(versions, get("/decision/history").json().at("/versions").size());
        assertEquals("what is in force still refuses", 400,
                wired.jira.issues().transition("lead", owned.id(), 11, new IssueInput()).reason());
    }

    /** What a dry run said of each issue is what its transition does once the draft is in force. */
    @Test
    public void saysWhatReallyComesOnceTheDraftIsInForce() throws Exception {
        List<IssueRow> issues = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            IssueInput input = new IssueInput().set("summary", "Counted " + i);
            if (i % 2 == 0) {
                input.set(wired.field("Owner"), "owner");
            }
            if (i % 4 < 2) {
                input.set("duedate", "2026-11-2" + (i + 1));
            }
            issues.add(wired.create("SHOP", "Decision", input));
        }
        String draft = shipped("has-owner", "has-due-date");
        JsonNode report = report(dryRun("admin", "",
                "key in (" + String.join(", ", issues.stream().map(IssueRow::key).toList()) + ")", draft));
        Set<String> said = new TreeSet<>();
        report.path("entries").forEach(entry -> {
            if (entry.path("outcome").asText().equals("REFUSED")) {
                said.add(entry.path("issue").asText());
            }
        });
        int version = get("/decision").json().at("/revision/version").asInt();
        assertEquals(200, put("decision", version, "tried before", draft).status());
        try {
            Set<String> refused = new TreeSet<>();
            for (IssueRow issue : issues) {
                if (!wired.jira.issues().transition("lead", issue.id(), 11, new IssueInput()).done()) {
                    refused.add(issue.key());
                }
            }
            assertEquals(6, refused.size());
            assertEquals(refused, said);
            assertEquals(refused.size(), report.path("refused").asInt());
        } finally {
            assertEquals(200, post("/decision/revert?to=" + version + "&basedOn=" + (version + 1) + "&why=back", "").status());
        }
    }

    @Test
    public void looksAtNothingThatWhoAsksMayNotBrowseAndAtOneProjectForItsAdministrators() throws Exception {
        IssueRow seen = wired.decision("Seen by the lead");
        IssueRow elsewhere = wired.create("RISK", "Task", new IssueInput().set("summary", "Of another project"));
        String own = shipped("has-owner").replace("\"locked\":true", "\"locked\":false");
        String both = "key in (" + seen.key() + ", " + elsewhere.key() + ")";
        JsonNode report = report("lead", dryRun("lead", "&project=SHOP", both, own));
        assertEquals(1, report.path("total").asInt());
        assertFalse(report.toString(), report.toString().contains(elsewhere.key()));

        assertEquals(403, dryRun("lead", "", both, own).status());
        assertEquals(403, dryRun("reader", "&project=SHOP", both, own).status());
        assertEquals(404, dryRun("owner", "&project=RISK", both, own).status());
    }

    @Test
    public void saysWhatIsWrongWithADryRunAndWhere() throws Exception {
        String draft = policy("wrong", "Tasks", "14");
        Map<String, String> wrong = Map.of("", "Enter a JQL query", "nobody = 1", "nobody", "project = GONE", "GONE", "project = "
                + "SHOP AND (", "",
                "key = SHOP-1 ORDER BY nothing", "", "summary ~ \"finds nothing at all\"", "no issue", "x".repeat(2_001), "2000");
        for (Map.Entry<String, String> jql : wrong.entrySet()) {
            Reply reply = dryRun("admin", "", jql.getKey(), draft);
            assertEquals(jql.getKey() + ": " + reply.body(), 400, reply.status());
            assertTrue(reply.body(), reply.errors().get(0).contains(jql.getValue()));
        }
        Reply unsound = dryRun("admin", "", "project = SHOP", draft.replace("\"has-owner\"", "\"has-luck\""));
        assertTrue(unsound.body(), unsound.errors().get(0).startsWith("Line 9, gates[0].rules[0].rule: "));
        assertEquals(403,
                wired.call("admin", "POST", DRY_RUN + "?jql=project%3DSHOP", WiredJira.JSON, draft, WiredJira.TOKEN, "").status());
        assertEquals(415, wired.call("admin", "POST", DRY_RUN + "?jql=project%3DSHOP", "text/plain", draft).status());
        assertEquals(413, dryRun("admin", "", "project = SHOP", "x".repeat(1_048_577)).status());
    }

    @Test
    public void answersHostileDryRunsWithoutFailing() throws Exception {
        Random random = new Random(20261128);
        String sound = policy("hostile", "Tasks", "14");
        String query = "project = SHOP AND summary ~ \"x\" ORDER BY key";
        for (int run = 0; run < 1_000; run++) {
            boolean inQuery = run % 2 == 0;
            StringBuilder text = new StringBuilder(inQuery ? query : sound);
            for (int change = random.nextInt(4); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), NOISE.charAt(random.nextInt(NOISE.length())));
            }
            Reply reply = dryRun("admin", "", inQuery ? text.toString() : query, inQuery ? sound : text.toString());
            assertTrue(reply.status() + " for " + text, List.of(201, 400, 429).contains(reply.status()));
            assertEquals(reply.body(), reply.status() == 201, reply.errors().isEmpty());
        }
        ended("admin", null);
    }

    /** One look at what is waived, recorded and linked for all of them, whatever their number. */
    @Test
    public void asksTheDatabaseForAllIssuesTogether() throws Exception {
        for (int i = 0; i < 30; i++) {
            wired.decision("Among many " + i);
        }
        String draft = shipped("has-owner", "has-acceptance-criteria", "no-open-blocking-decision");
        long few = statements("summary ~ \"many\" AND summary ~ \"1\"", draft);
        long many = statements("summary ~ \"many\"", draft);
        assertEquals(few, many);
    }

    private static long statements(String jql, String draft) throws Exception {
        StatementLog log = wired.box.logStatements();
        report(dryRun("admin", "", jql, draft));
        return log.sent().sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.contains("WAIVER_STEP") || sql.contains("\"AO_") && sql.contains("RECORD")).count();
    }

    /** The shipped policy for Decisions with these rules alone before the review. */
    private static String shipped(String... rules) throws Exception {
        ObjectNode policy = (ObjectNode) get("/decision").json().at("/policy");
        policy.remove("cases");
        policy.path("gates").forEach(gate -> {
            if (gate.path("key").asText().equals("in-review")) {
                ArrayNode list = ((ObjectNode) gate).putArray("rules");
                List.of(rules).forEach(rule -> list.addObject().put("rule", rule));
            }
        });
        return policy.toString();
    }

    private static Reply dryRun(String user, String more, String jql, String draft) {
        return wired.call(user, "POST", DRY_RUN + "?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8) + more, WiredJira.JSON, draft);
    }

    private static JsonNode report(Reply started) throws Exception {
        return report("admin", started);
    }

    private static JsonNode report(String user, Reply started) throws Exception {
        assertEquals(started.body(), 201, started.status());
        String id = started.json().path("task").asText();
        assertEquals("DONE", ended(user, id));
        return wired.get(user, TASKS + id + "/report").json();
    }

    /** The state in which a task ends, or, of none in particular, whatever is under way. */
    private static String ended(String user, String id) throws Exception {
        if (id == null) {
            await().atMost(Duration.ofMinutes(1)).until(() -> dryRun(user, "", "project = SHOP", policy("x", "X", "14")).status() == 201);
            return "";
        }
        return await().atMost(Duration.ofMinutes(1)).until(() -> wired.get(user, TASKS + id).json().path("state").asText(),
                state -> !List.of("QUEUED", "RUNNING").contains(state));
    }

    private static String sorted(JsonNode counts) {
        Map<String, Integer> order = new TreeMap<>(Comparator.comparingInt(WORDS::indexOf));
        counts.fields().forEachRemaining(count -> order.put(count.getKey(), count.getValue().asInt()));
        return order.entrySet().stream().map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new java.util.ArrayList<>();
        list.forEach(one -> texts.add(one.at("/" + member).asText()));
        return texts;
    }

    private static List<String> listed() throws Exception {
        return texts(get("").json().at("/policies"), "key");
    }

    private static Reply get(String path) {
        return wired.get("admin", POLICIES + path);
    }

    private static Reply put(String key, int basedOn, String why, String policy) {
        return wired.call("admin", "PUT", POLICIES + "/" + key + "?basedOn=" + basedOn + "&why=" + why.replace(' ', '+'), WiredJira.JSON,
                policy);
    }

    private static Reply post(String path, String body) {
        return wired.call("admin", "POST", POLICIES + path, WiredJira.JSON, body);
    }

    static String policy(String key, String name, String days) {
        return """
                {"format": 1,
                 "key": "%s",
                 "name": "%s",
                 "issueType": "decision",
                 "gates": [
                  {"key": "start", "name": "Start",
                   "enforcement": "enforce",
                   "rules": [
                    {"rule": "has-owner"},
                    {"rule": "has-due-date", "settings": {"horizon-days": "%s"}}]}]}
                """.formatted(key, name, days);
    }
}
