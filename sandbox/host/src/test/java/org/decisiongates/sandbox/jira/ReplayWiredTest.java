package org.decisiongates.sandbox.jira;

import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/**
 * Issues go through the gates of the built jar, and the policies are replayed over what Jira's history and the journal have of that.
 * Drawn at random from one seed, which every failure names.
 */
@RunWith(Parameterized.class)
public class ReplayWiredTest {

    private static final long SEED = Long.getLong("seed", 20_261_128L);
    private static final String REST = "/rest/decision-gates/1.0";
    private static final int ISSUES = 12;
    private static final int STEPS = 12;
    private static final List<Integer> TRANSITIONS = List.of(11, 11, 21, 21, 31, 22);

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static String keys;

    public ReplayWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            keys = "key in (" + String.join(", ", live(new Random(SEED))) + ")";
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    /** Takes Decisions through their workflow, refused or not, with edits before, on the screens and after. */
    private static List<String> live(Random random) throws Exception {
        List<IssueRow> issues = new ArrayList<>();
        for (int i = 0; i < ISSUES; i++) {
            issues.add(wired.decision("Replayed " + i));
        }
        for (int step = 0; step < ISSUES * STEPS; step++) {
            IssueRow issue = issues.get(random.nextInt(ISSUES));
            int what = random.nextInt(10);
            if (what < 3) {
                IssueInput input = new IssueInput();
                values(random).forEach((field, value) -> input.set(field, value));
                wired.jira.issues().update("lead", issue.id(), input);
            } else if (what == 3) {
                assertStatus("record", 201, wired.post("lead", REST + "/issue/" + issue.key() + "/records/criterion",
                        "{'text':'No refund is lost','state':'" + (random.nextBoolean() ? "VERIFIED" : "OPEN") + "'}"));
            } else if (what == 4) {
                IssueRow other = issues.get(random.nextInt(ISSUES));
                wired.post("lead", "/rest/api/2/issueLink", "{'type':{'name':'Blocks'},'inwardIssue':{'key':'" + other.key()
                        + "'},'outwardIssue':{'key':'" + issue.key() + "'}}");
            } else {
                move(issue, TRANSITIONS.get(random.nextInt(TRANSITIONS.size())), random);
            }
        }
        return issues.stream().map(IssueRow::key).toList();
    }

    private static void move(IssueRow issue, int transition, Random random) {
        List<String> screen = switch (transition) {
            case 11 -> List.of(owner(), "duedate", wired.field("Acceptance criteria"));
            case 21 -> List.of(owner(), "duedate", wired.field("Acceptance criteria"), wired.field("Trade-offs"));
            case 31 -> List.of(wired.field("Fallback plan"), "duedate");
            default -> List.of();
        };
        Map<String, String> edits = random.nextInt(3) == 0 ? values(random) : new LinkedHashMap<>();
        edits.keySet().retainAll(screen);
        List<String> fields = new ArrayList<>();
        edits.forEach((field, value) -> fields.add("'" + field + "':" + (field.equals(owner()) ? "{'name':'" + value + "'}"
                : "'" + value + "'")));
        String comment = random.nextBoolean() ? ""
                : ",'update':{'comment':[{'add':{'body':'We take the second option, see the "
                        + "notes'}}]}";
        if (transition == 21 && !comment.isEmpty()) {
            for (String outcome : List.of("Outcome", "Reason for the outcome", "Rejected options")) {
                fields.add("'" + wired.field(outcome) + "':'We take the second option, see the notes'");
            }
        }
        Reply moved = wired.post("lead", "/rest/api/2/issue/" + issue.key() + "/transitions",
                "{'transition':{'id':'" + transition + "'},'fields':{" + String.join(",", fields) + "}" + comment + "}");
        assertTrue(moved.toString(), moved.status() == 204 || moved.status() == 400);
    }

    private static Map<String, String> values(Random random) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(owner(), "lead");
        all.put("duedate", TestTime.today().plusDays(1 + random.nextInt(40)).toString());
        all.put(wired.field("Acceptance criteria"), random.nextBoolean() ? "Refunds reach the customer within 3 days" : "TBD");
        all.put(wired.field("Trade-offs"), "No support for the old app in spring");
        all.put(wired.field("Fallback plan"), "Keep the old checkout switched on");
        all.keySet().removeIf(field -> random.nextInt(3) == 0);
        return all;
    }

    private static String owner() {
        return wired.field("Owner");
    }

    @Test
    public void reproducesWhatTheJournalHasRuleByRule() throws Exception {
        JsonNode report = replay("admin", "version=1&weeks=1&jql=" + encoded(keys), "");
        assertEquals(0, assertReproduced(report, 100));
        assertEquals(0, report.at("/changes").path("NEWLY_REFUSED").asInt() + report.at("/changes").path("NO_LONGER_REFUSED").asInt());
        assertEquals(0, report.at("/counts").path("CANNOT_TELL").asInt());
        TreeSet<String> seen = new TreeSet<>();
        journal().forEach(entry -> seen.add(entry.path("outcome").asText()));
        assertTrue("nothing is proven where only one thing happened: " + seen, seen.containsAll(List.of("REFUSED", "ADVISED")));
    }

    /** A condition that always holds keeps any rule from saying what the journal has. */
    @Test
    public void tellsNothingElseFromTheHistoryAlone() throws Exception {
        ObjectNode policy = (ObjectNode) wired.get("admin", REST + "/policies/decision?version=1").json().path("policy");
        policy.path("gates").forEach(gate -> gate.path("rules").forEach(rule -> {
            ObjectNode condition = ((ObjectNode) rule).putArray("when").addObject().put("kind", "issue-type");
            condition.putArray("values").add("decision");
        }));
        JsonNode report = replay("admin", "weeks=1&jql=" + encoded(keys), policy.toString());
        assertTrue("what was typed where a transition was refused cannot be told", assertReproduced(report, 40) > 0);
    }

    /** Each rule says what the journal has of it, or that it cannot be told: of how many that is so. */
    private static int assertReproduced(JsonNode report, int least) throws Exception {
        Map<String, Map<String, String>> replayed = new TreeMap<>();
        for (JsonNode entry : report.at("/entries")) {
            replayed.computeIfAbsent(entry.path("issue").asText() + " " + entry.path("at").asText(), moment -> new TreeMap<>())
                    .put(entry.path("rule").asText(), entry.path("outcome").asText());
        }
        int told = 0;
        int untold = 0;
        for (JsonNode recorded : journal()) {
            String moment = recorded.path("key").asText() + " " + recorded.path("at").asText();
            for (JsonNode result : recorded.path("results")) {
                String rule = result.path("rule").asText();
                String said = replayed.getOrDefault(moment, Map.of()).getOrDefault(rule, "PASSED");
                if (said.equals("CANNOT_TELL")) {
                    untold++;
                } else {
                    assertEquals("seed " + SEED + ", " + moment + " " + recorded.path("transition").asText() + ": " + rule,
                            word(result.path("result").asText(), result.path("enforcement").asText()), said);
                    told++;
                }
            }
        }
        assertTrue("only " + told + " and " + untold + " not", told >= least);
        return untold;
    }

    @Test
    public void saysOfADraftWhoWouldHaveBeenStoppedAndWhatCannotBeTold() throws Exception {
        String draft = "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\","
                + "\"gates\":[{\"key\":\"in-review\","
                + "\"name\":\"In review\",\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"has-fallback\"},"
                + "{\"rule\":\"has-comment\"}]}]}";
        assertEquals("Replay of a draft of the policy Decisions over the last 2 weeks: " + keys,
                title("weeks=2&jql=" + encoded(keys), draft));
        String stored = wired.get("admin", REST + "/policies/decision?version=1").json().path("policy").toString();
        for (String unchanged : List.of("", stored)) {
            assertTrue(title("weeks=2&jql=" + encoded(keys), unchanged).startsWith("Replay of version 1 of the policy Decision over"));
        }
        JsonNode report = replay("admin", "weeks=2&jql=" + encoded(keys), draft);
        Map<String, Integer> counts = new TreeMap<>();
        report.at("/counts").fields().forEachRemaining(count -> counts.put(count.getKey(), count.getValue().asInt()));
        assertTrue(report.toString(), counts.getOrDefault("REFUSED", 0) > 0 && counts.getOrDefault("CANNOT_TELL", 0) > 0);
        Map<String, List<JsonNode>> rules = entries(report);
        assertEquals("a rule about what was written is never told", List.of("CANNOT_TELL"),
                rules.get("has-comment").stream().map(entry -> entry.path("outcome").asText()).distinct().toList());
        assertTrue(report.at("/changes").path("NEWLY_REFUSED").asInt() > 0);
        assertEquals("Maya Brandt", rules.get("has-fallback").get(0).path("actor").asText());
    }

    @Test
    public void seesOnlyWhatTheReaderMayBrowse() throws Exception {
        assertEquals(403, start("reader", "weeks=1&project=SHOP", "").status());
        assertEquals(404, start("outsider", "weeks=1&project=SHOP", "").status());
        assertEquals(404, start("admin", "weeks=1&version=99", "").status());
    }

    @Test
    public void refusesWhatItWouldNotReplay() throws Exception {
        assertEquals(List.of("Send a draft, or name a stored version, not both."),
                start("admin", "weeks=1&version=1", "{\"format\":1}").errors());
        assertTrue(start("admin", "weeks=1&wekks=2", "").errors().get(0).contains("There is no parameter \u201Cwekks\u201D here"));
        assertTrue(start("admin", "weeks=1&jql=" + encoded("summary ~ nobodywritesthis"), "").errors().get(0)
                .startsWith("The query finds no issue that the policy applies to"));
    }

    @Test
    public void refusesWhatItCannotReplay() {
        for (String wrong : List.of("weeks=0", "weeks=53", "weeks=", "weeks=x", "weeks=1&jql=" + encoded("nonsense = 1"),
                "weeks=1&jql=" + encoded("project = \"" + "x".repeat(2_001) + "\""), "weeks=1&jql=%00", "weeks=1&version=x")) {
            Reply reply = start("admin", wrong, "");
            assertStatus(wrong, 400, reply);
            assertTrue(reply.body(), reply.body().contains("errorMessages"));
        }
        assertStatus("no policy", 400, start("admin", "weeks=1", "{}"));
        assertStatus("another key", 400, start("admin", "weeks=1",
                "{\"format\":1,\"key\":\"blocker\",\"name\":\"x\",\"issueType\":\"blocker\",\"gates\":[]}"));
    }

    /**
     * However many issues, up to 200: a search that counts before it begins, one that counts and reads, a statement for gates and one for
     * waivers. Of each issue its history, and its record only where a rule asks for it.
     */
    @Test
    public void readsNoMoreThanTheHistoryOfEachIssue() throws Exception {
        wired.awaitFirstLook();
        String one = keys.substring(0, keys.indexOf(',')) + ")";
        long asked = journal().stream().filter(entry -> entry.path("transition").asText().equals("Send for review"))
                .map(entry -> entry.path("key").asText()).distinct().count();
        assertEquals("a version to be, and one that the journal has",
                "{GATE_EVENT=1, JIRA_CHANGE_GROUP=12, POLICY_VERSION=2, WAIVER_STEP=1, searches=3}", read(keys, "has-owner"));
        assertEquals("{GATE_EVENT=1, JIRA_CHANGE_GROUP=1, POLICY_VERSION=2, WAIVER_STEP=1, searches=3}", read(one, "has-owner"));
        assertEquals("{GATE_EVENT=1, ISSUE_CHANGE=" + asked + ", JIRA_CHANGE_GROUP=12, POLICY_VERSION=1, WAIVER_STEP=1, _RECORD=" + asked
                + ", searches=3}", read(keys, "all-criteria-verified"));
        assertEquals("{GATE_EVENT=1, ISSUE_CHANGE=1, JIRA_CHANGE_GROUP=1, POLICY_VERSION=1, WAIVER_STEP=1, _RECORD=1, searches=3}",
                read(one, "all-criteria-verified"));
    }

    /** How many statements a replay of a policy with one rule sends for what. */
    private static String read(String jql, String rule) throws Exception {
        StatementLog log = wired.box.logStatements();
        replay("admin", "weeks=1&jql=" + encoded(jql),
                "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":[{\"key\":\"in-review\","
                        + "\"name\":\"In review\",\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"" + rule
                        + "\"}]}]}");
        Map<String, Long> counts = new TreeMap<>();
        log.sent().sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT)).filter(sql -> sql.startsWith("SELECT"))
                .forEach(sql -> subject(sql).ifPresent(what -> counts.merge(what, 1L, Long::sum)));
        return counts.toString();
    }

    private static Optional<String> subject(String sql) {
        if (sql.contains("FETCH FIRST") || sql.startsWith("SELECT COUNT(*) FROM JIRA_ISSUE ")) {
            return Optional.of("searches");
        }
        return Stream.of("GATE_EVENT", "WAIVER_STEP", "ISSUE_CHANGE", "_RECORD", "JIRA_CHANGE_GROUP", "POLICY_VERSION")
                .filter(sql::contains).findFirst();
    }

    private static Map<String, List<JsonNode>> entries(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        report.at("/entries").forEach(all::add);
        return all.stream().collect(groupingBy(entry -> entry.path("rule").asText()));
    }

    private static String title(String query, String draft) throws Exception {
        return wired.get("admin", REST + "/tasks/" + ended("admin", query, draft)).json().path("title").asText();
    }

    /** The report of a replay, once it is done. */
    private static JsonNode replay(String who, String query, String draft) throws Exception {
        JsonNode report = wired.get(who, REST + "/tasks/" + ended(who, query, draft) + "/report").json();
        assertTrue("all fits on a page", report.path("next").isMissingNode() || report.path("next").isNull());
        return report;
    }

    /** The id of the task, once it is done. */
    private static String ended(String who, String query, String draft) throws Exception {
        Reply started = start(who, query, draft);
        assertStatus(query, 201, started);
        String id = started.json().path("task").asText();
        await("the replay ends").atMost(Duration.ofMinutes(2)).until(
                () -> !List.of("QUEUED", "RUNNING").contains(wired.get(who, REST + "/tasks/" + id).json().path("state").asText()));
        JsonNode end = wired.get(who, REST + "/tasks/" + id).json();
        assertEquals(end.toString(), "DONE", end.path("state").asText());
        return id;
    }

    private static Reply start(String who, String query, String draft) {
        return wired.call(who, "POST", REST + "/policies/decision/replay?" + query, draft.isEmpty() ? null : WiredJira.JSON,
                draft.isEmpty() ? null : draft);
    }

    private static String encoded(String jql) {
        return URLEncoder.encode(jql, StandardCharsets.UTF_8);
    }

    /** What the journal has of the issues of this test, with their keys. */
    private static List<JsonNode> journal() throws Exception {
        Map<Long, String> ids = new TreeMap<>();
        for (String key : keys.replaceAll("^.*\\(|\\)", "").split(", ")) {
            ids.put(wired.jira.issues().byKey(key).orElseThrow().id(), key);
        }
        List<JsonNode> entries = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = wired.get("lead", REST + "/journal?project=SHOP&limit=200" + after).json();
            page.path("entries").forEach(entry -> {
                if (ids.containsKey(entry.path("issueId").asLong())) {
                    ((ObjectNode) entry).put("key", ids.get(entry.path("issueId").asLong()));
                    entries.add(entry);
                }
            });
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asLong();
        } while (!after.isEmpty());
        return entries;
    }

    private static String word(String result, String enforcement) {
        return switch (result) {
            case "PASSED", "NOT_APPLICABLE" -> "PASSED";
            case "FAILED" -> enforcement.equals("ADVISE") ? "ADVISED" : "REFUSED";
            default -> result;
        };
    }
}
