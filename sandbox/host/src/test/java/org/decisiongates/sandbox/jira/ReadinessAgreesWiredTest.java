package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Users;

/**
 * Whatever the issue, whatever the gates and policies and whoever asks: the transition, its entry in the journal, readiness over REST, the
 * panel, JQL and the bulk check say the same. All are drawn at random from one seed, which every failure names.
 */
public class ReadinessAgreesWiredTest {

    private static final long SEED = Long.getLong("seed", 20_261_128L);
    private static final int WORKFLOWS = 8;
    private static final int ISSUES = 6;
    private static final int SEND_FOR_REVIEW = 11;
    private static final String BASE = "/rest/decision-gates/1.0";
    /** One is in the group that some of the rules and conditions ask for. */
    private static final List<String> ACTORS = List.of("lead", "second");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    private final Random random = new Random(SEED);
    private final DrawnPolicies policies = new DrawnPolicies(random);
    /** How often each answer came: of a transition, and of a rule. */
    private final TreeMap<String, Integer> seen = new TreeMap<>();

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.jira.users().create("second", "Second", "second@example.com", "second");
        wired.jira.users().join("second", Users.LICENSED);
        wired.jira.users().join("second", "storefront-leads");
        wired.jira.users().join("lead", "approvers");
    }

    @Test
    public void everySurfaceSaysTheSameOfAnyIssueAndAnyPolicies() throws Exception {
        for (int i = 0; i < WORKFLOWS; i++) {
            String key = "GEN" + (char) ('A' + i);
            wired.open(key);
            List<String> gates = putGates(key);
            List<IssueRow> issues = new ArrayList<>();
            for (int j = 0; j < ISSUES; j++) {
                issues.add(issue(key));
                waive(issues.get(j));
            }
            Map<String, Set<String>> checks = new HashMap<>();
            for (String actor : ACTORS) {
                check(key, actor, checks);
            }
            for (IssueRow issue : issues) {
                String actor = ACTORS.get(random.nextInt(ACTORS.size()));
                assertAgreement("seed " + SEED + ", " + issue.key() + " behind " + gates, issue, actor,
                        checks.getOrDefault(issue.key() + " " + actor, Set.of()));
            }
        }
        List<String> expected = List.of("READY", "ASKED_AT_TRANSITION", "MISSING", "PASSED", "FAILED", "NOT_APPLICABLE", "WAIVED",
                "NOT_EVALUABLE", "ERROR", "ENFORCE", "ADVISE", "EVALUATE");
        assertTrue("nothing is proven of what did not come: " + seen, seen.keySet().containsAll(expected));
    }

    private void assertAgreement(String what, IssueRow issue, String actor, Set<String> checked) throws Exception {
        JsonNode answer = rest(actor, issue);
        String state = answer.path("state").asText();
        boolean ready = state.equals("READY");
        seen.merge(state, 1, Integer::sum);

        Document page = Jsoup.parse(wired.get(actor, "/browse/" + issue.key()).body());
        Element panel = page.select(".decision-gates-readiness-transition").first();
        assertEquals(what, "Send for review", panel.select("h4 bdi").text());
        assertEquals(what + ": the panel", ready, panel.select("h4 .aui-lozenge").text().equals("Ready"));
        assertScore(what, actor, issue, panel(page));
        assertTrue(what + ": the panel shows words of policies as text", page.select(".decision-gates-readiness b").isEmpty());
        List<IssueRow> found = wired.jira.search().find(actor, "issue in gateReady(\"In review\", " + issue.key().split("-")[0]
                + ") and key = " + issue.key(), 0, 2).issues();
        assertEquals(what + ": JQL", ready ? 1 : 0, found.size());

        Set<String> refusing = new TreeSet<>();
        answer.path("rules").forEach(rule -> {
            if (rule.path("missing").asBoolean() && !rule.path("result").asText().equals("NOT_EVALUABLE")) {
                refusing.add(rule.path("rule").asText());
            }
        });
        assertEquals(what + ": the bulk check", refusing, checked);

        List<String> before = entries(issue);
        Reply moved = wired.post(actor, "/rest/api/2/issue/" + issue.key() + "/transitions",
                "{'transition':{'id':'" + SEND_FOR_REVIEW + "'}}");
        // what only the transition can tell may be met, or may have been waived
        int expected = ready || state.equals("ASKED_AT_TRANSITION") && moved.status() == 204 ? 204 : 400;
        assertStatus(what + ": the transition, where readiness says " + state, expected, moved);
        List<String> entries = entries(issue);
        assertJournal(what, answer, entries.subList(before.size(), entries.size()));
        if (expected == 400) {
            // the engine asks no further gate once one has refused
            List<String> missing = RepairScript.missing(answer).stream().toList();
            List<String> refused = RepairScript.refused(RepairScript.keysOf(moved)).stream()
                    .filter(line -> !isAskedAtTransition(answer, line.split(" ")[0])).toList();
            assertTrue(what + ": " + missing + " does not hold " + refused, missing.containsAll(refused));
        }
    }

    private static Element panel(Document page) {
        return page.selectFirst(".decision-gates-readiness");
    }

    /** One number, of the same rules, in the panel, over REST of one issue and of many; and 100 only where nothing ahead would refuse. */
    private static void assertScore(String what, String actor, IssueRow issue, Element panel) throws Exception {
        JsonNode score = wired.get(actor, BASE + "/issue/" + issue.key() + "/readiness").json().path("score");
        JsonNode listed = wired.get(actor, BASE + "/readiness?jql=key=" + issue.key()).json().at("/issues/0");
        assertEquals(what, score.path("points").asText() + score.path("capped"), listed.path("points").asText() + listed.path("capped"));
        List<String> missing = new ArrayList<>();
        score.path("rules").forEach(rule -> {
            if (!rule.path("met").asBoolean()) {
                missing.add(rule.path("rule").asText());
            }
        });
        List<String> asListed = new ArrayList<>();
        listed.path("missing").forEach(rule -> asListed.add(rule.asText()));
        assertEquals(what, missing, asListed);
        assertEquals(what, "Score " + score.path("points") + " of 100", panel.select(".decision-gates-readiness-count span").text());
        assertEquals(what, score.path("rules").size(), panel.select("details li").size());
        assertEquals(what + ": 100 where nothing is missing", missing.isEmpty(), score.path("points").asInt() == 100);
        assertEquals(what, "Send for review", score.at("/way/0").asText("none"));
    }

    /** What the transition found of each rule is what readiness had found, but for what only a transition can tell. */
    private void assertJournal(String what, JsonNode answer, List<String> entries) {
        List<String> told = new ArrayList<>();
        answer.path("rules").forEach(rule -> told.add(rule.path("rule").asText() + " " + rule.path("result").asText() + " "
                + rule.path("enforcement").asText()));
        assertTrue(what + ": nothing is in the journal", !entries.isEmpty());
        for (String entry : entries) {
            for (String line : entry.lines().toList()) {
                String[] parts = line.split("\t");
                seen.merge(parts[1], 1, Integer::sum);
                seen.merge(parts[2], 1, Integer::sum);
                boolean agrees = told.contains(parts[0] + " " + parts[1] + " " + parts[2])
                        || told.contains(parts[0] + " NOT_EVALUABLE " + parts[2]);
                assertTrue(what + ": the transition found " + line.replace('\t', ' ') + ", and readiness " + told, agrees);
            }
        }
        // a gate behind one that refuses is not asked by the engine
        told.forEach(one -> seen.merge(one.split(" ")[1], 1, Integer::sum));
    }

    /** Which rules would refuse the review of which issues of a project, in the eyes of somebody. */
    private static void check(String project, String actor, Map<String, Set<String>> checks) throws Exception {
        Reply started = wired.post(actor, BASE + "/readiness/check?jql=project+%3D+" + project, "{}");
        assertStatus("bulk check", 201, started);
        String task = BASE + "/tasks/" + started.json().path("task").asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> wired.get(actor, task).json().path("state").asText(), "DONE"::equals);
        for (int start = 0; start >= 0;) {
            JsonNode page = wired.get(actor, task + "/report?start=" + start).json();
            page.path("entries").forEach(entry -> {
                if (entry.path("transition").asText().equals("Send for review")
                        && List.of("REFUSED", "ERROR").contains(entry.path("outcome").asText())) {
                    checks.computeIfAbsent(entry.path("issue").asText() + " " + actor, issue -> new TreeSet<>())
                            .add(entry.path("rule").asText());
                }
            });
            start = page.path("next").asInt(-1);
        }
    }

    private static boolean isAskedAtTransition(JsonNode answer, String rule) {
        return StreamSupport.stream(answer.path("rules").spliterator(), false)
                .anyMatch(one -> one.path("rule").asText().equals(rule) && one.path("result").asText().equals("NOT_EVALUABLE"));
    }

    private static JsonNode rest(String user, IssueRow issue) throws Exception {
        Reply reply = wired.get(user, BASE + "/issue/" + issue.key() + "/readiness?transition=" + SEND_FOR_REVIEW);
        assertStatus(issue.key(), 200, reply);
        return reply.json().at("/transitions/0");
    }

    /** What each rule said in each entry of the journal about an issue. */
    private static List<String> entries(IssueRow issue) {
        return wired.box.box().jdbc().sql("select \"RULE_RESULTS\" from \"" + wired.table("GATE_EVENT")
                + "\" where \"ISSUE_ID\" = ? order by \"ID\"").param(issue.id()).query(String.class).list();
    }

    /** Puts policies of its own into a project, and up to two gates more before the review, and says which. */
    private List<String> putGates(String project) throws Exception {
        String decision = wired.type("Decision");
        String shipped = wired.jira.workflows().nameFor(wired.jira.projects().byKey(project).orElseThrow(), decision);
        String name = "Generated for " + project;
        List<String> gates = new ArrayList<>();
        wired.jira.workflows().create("admin", name, "", wired.jira.workflows().byName(shipped, false).orElseThrow().xml());
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> rules = policies.written();
            wired.jira.workflows().addValidator("admin", name, false, SEND_FOR_REVIEW, BuiltPlugin.KEY + ":gate-validator",
                    Map.of("gate.rules", rules.toArray(String[]::new)));
            gates.add(rules.toString());
        }
        List<String> keys = random.nextBoolean() ? List.of("decision", "drawn") : List.of("drawn", "other");
        for (String key : keys) {
            String policy = policies.policy(key, "in-review", "IN_REVIEW");
            assertStatus(policy, 200, wired.call("admin", "PUT", BASE + "/policies/" + key + "?project=" + project
                    + "&basedOn=0&why=drawn", WiredJira.JSON, policy));
            gates.add(policy);
        }
        wired.jira.projects().useWorkflowScheme(wired.id(project),
                wired.jira.workflows().createScheme("for " + name, "", shipped, Map.of(decision, name)).id());
        return gates;
    }

    private IssueRow issue(String project) throws Exception {
        IssueRow issue = wired.create(project, "Decision", new IssueInput().set("summary", "Generated"));
        Map<String, String> fields = new HashMap<>();
        boolean complete = random.nextBoolean();
        put(fields, complete, wired.field("Owner"), "lead", "second", "admin", "unlicensed");
        put(fields, complete, "duedate", TestTime.today().plusDays(3).toString(), TestTime.today().plusDays(5).toString(),
                TestTime.today().plusDays(300).toString());
        put(fields, complete, wired.field("Acceptance criteria"), "Refunds reach the customer within 3 days", "h2. Criteria\n* TBD",
                "No refund is lost");
        put(fields, complete, wired.field("Fallback plan"), "Keep the old checkout switched on until Monday", "none");
        put(fields, complete, "description", "What it is about", "TBD");
        String facing = wired.field("Customer-facing");
        put(fields, complete, facing, wired.jira.fields().options(facing).stream().map(option -> String.valueOf(option.id()))
                .sorted(Comparator.reverseOrder()).toArray(String[]::new));
        IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED);
        fields.forEach(input::set);
        Outcome outcome = wired.jira.issues().update("lead", issue.id(), input);
        assertTrue(outcome.toString(), fields.isEmpty() || outcome.done());
        if (!complete && random.nextInt(3) == 0) {
            IssueRow other = wired.create(project, "Decision", new IssueInput().set("summary", "Linked"));
            assertStatus("link", 201, wired.post("lead", "/rest/api/2/issueLink", "{'type':{'name':'Blocks'},'inwardIssue':{'key':'"
                    + other.key() + "'},'outwardIssue':{'key':'" + issue.key() + "'}}"));
        }
        if (complete || random.nextInt(3) == 0) {
            assertStatus("record", 201, wired.post("lead", BASE + "/issue/" + issue.key() + "/records/criterion",
                    "{'text':'No refund is lost','state':'" + (random.nextBoolean() ? "verified" : "open") + "'}"));
        }
        return issue;
    }

    /** Waives each rule that can be, one time in two. */
    private void waive(IssueRow issue) throws Exception {
        String waivers = BASE + "/issue/" + issue.key() + "/waivers";
        int number = 0;
        for (JsonNode rule : rest("lead", issue).path("rules")) {
            for (JsonNode policy : rule.path("policies")) {
                if (random.nextBoolean()) {
                    continue;
                }
                Reply asked = wired.post("lead", waivers, "{'policy':'" + policy.asText() + "','rule':'"
                        + rule.path("rule").asText() + "','reason':'It is late, and known to be','until':'" + TestTime.today().plusDays(2)
                        + "'}");
                if (asked.status() == 201) {
                    number++;
                    Reply granted = wired.post("second", waivers + "/" + number + "/grant", "{'step':1}");
                    assertTrue(granted.body(), granted.status() == 200);
                }
            }
        }
    }

    /** The first of the values where the issue is to be complete, else one of them, the first ones more often, or none. */
    private void put(Map<String, String> fields, boolean complete, String field, String... values) {
        int chosen = complete ? 0 : Math.min(random.nextInt(values.length + 2), random.nextInt(values.length + 2));
        if (chosen < values.length) {
            fields.put(field, values[chosen]);
        }
    }
}
