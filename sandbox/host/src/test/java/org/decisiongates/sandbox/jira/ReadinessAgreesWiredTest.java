package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
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

/**
 * Whatever the issue and whatever the gates: the transition, readiness over REST, the panel and JQL say the same. Gates and issues are
 * drawn at random from one seed, which every failure names.
 */
public class ReadinessAgreesWiredTest {

    private static final long SEED = Long.getLong("seed", 20_261_128L);
    private static final int WORKFLOWS = 4;
    private static final int ISSUES = 12;
    private static final int SEND_FOR_REVIEW = 11;
    private static final List<String> RULES = List.of("has-owner", "has-due-date", "has-acceptance-criteria", "has-fallback",
            "has-outcome-link", "no-open-blocking-decision", "has-comment", "separation-of-duties", "nonsense");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    @Test
    public void everySurfaceSaysTheSameOfAnyIssueAndAnyGates() throws Exception {
        Random random = new Random(SEED);
        TreeSet<String> seen = new TreeSet<>();
        for (int i = 0; i < WORKFLOWS; i++) {
            String key = "GEN" + (char) ('A' + i);
            wired.open(key);
            List<String> gates = putGates(key, random);
            for (int j = 0; j < ISSUES; j++) {
                IssueRow issue = issue(key, random);
                seen.add(assertAgreement("seed " + SEED + ", " + issue.key() + " behind " + gates, issue));
            }
        }
        assertTrue("nothing is proven where only one answer came: " + seen, seen.size() >= 2);
    }

    /** What every surface said. */
    private static String assertAgreement(String what, IssueRow issue) throws Exception {
        JsonNode answer = rest("lead", issue);
        String state = answer.path("state").asText();
        boolean ready = state.equals("READY");

        Element panel = Jsoup.parse(wired.get("lead", "/browse/" + issue.key()).body()).select(".decision-gates-readiness-transition")
                .first();
        assertEquals(what, "Send for review", panel.select("h4 bdi").text());
        assertEquals(what + ": the panel", ready, panel.select("h4 .aui-lozenge").text().equals("Ready"));
        List<IssueRow> found = wired.jira.search().find("lead", "issue in gateReady(\"In review\", " + issue.key().split("-")[0]
                + ") and key = " + issue.key(), 0, 2).issues();
        assertEquals(what + ": JQL", ready ? 1 : 0, found.size());

        Reply moved = wired.post("lead", "/rest/api/2/issue/" + issue.key() + "/transitions",
                "{'transition':{'id':'" + SEND_FOR_REVIEW + "'}}");
        assertStatus(what + ": the transition, where readiness says " + state, ready ? 204 : 400, moved);
        if (state.equals("MISSING")) {
            // the engine asks no further gate once one has refused
            List<String> refused = RepairScript.refused(RepairScript.keysOf(moved)).stream()
                    .filter(line -> !line.contains("has-comment")).toList();
            List<String> missing = RepairScript.missing(answer);
            assertTrue(what + ": " + missing + " does not hold " + refused, missing.containsAll(refused));
        }
        return state;
    }

    private static JsonNode rest(String user, IssueRow issue) throws Exception {
        Reply reply = wired.get(user, "/rest/decision-gates/1.0/issue/" + issue.key() + "/readiness?transition=" + SEND_FOR_REVIEW);
        assertStatus(issue.key(), 200, reply);
        return reply.json().at("/transitions/0");
    }

    /** Puts one to three more gates before the review, and says which. */
    private static List<String> putGates(String project, Random random) {
        String decision = wired.type("Decision");
        String shipped = wired.jira.workflows().nameFor(wired.jira.projects().byKey(project).orElseThrow(), decision);
        String name = "Generated for " + project;
        wired.jira.workflows().create("admin", name, "", wired.jira.workflows().byName(shipped, false).orElseThrow().xml());
        List<String> gates = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            TreeSet<String> rules = new TreeSet<>();
            // what cannot be evaluated refuses all: rarely
            random.ints(1 + random.nextInt(3), 0, RULES.size() - (random.nextInt(4) == 0 ? 0 : 1))
                    .forEach(rule -> rules.add(RULES.get(rule)));
            wired.jira.workflows().addValidator("admin", name, false, SEND_FOR_REVIEW, BuiltPlugin.KEY + ":gate-validator",
                    Map.of("gate.rules", rules.toArray(String[]::new)));
            gates.add(rules.toString());
        }
        wired.jira.projects().useWorkflowScheme(wired.id(project),
                wired.jira.workflows().createScheme("for " + name, "", shipped, Map.of(decision, name)).id());
        return gates;
    }

    private static IssueRow issue(String project, Random random) throws Exception {
        IssueRow issue = wired.create(project, "Decision", new IssueInput().set("summary", "Generated"));
        Map<String, String> fields = new HashMap<>();
        put(fields, wired.field("Decision owner"), random, "lead", "lead", "admin", "unlicensed");
        put(fields, "duedate", random, TestTime.today().plusDays(3).toString(), TestTime.today().plusDays(5).toString(),
                TestTime.today().plusDays(300).toString());
        put(fields, wired.field("Acceptance criteria"), random, "Refunds reach the customer within 3 days", "h2. Criteria\n* TBD",
                "No refund is lost");
        put(fields, wired.field("Fallback plan"), random, "Keep the old checkout switched on until Monday", "none");
        IssueInput input = new IssueInput();
        fields.forEach(input::set);
        Outcome outcome = wired.jira.issues().update("lead", issue.id(), input);
        assertTrue(outcome.toString(), fields.isEmpty() || outcome.done());
        if (random.nextInt(3) == 0) {
            IssueRow other = wired.create(project, "Decision", new IssueInput().set("summary", "Linked"));
            assertStatus("link", 201, wired.post("lead", "/rest/api/2/issueLink", "{'type':{'name':'Blocks'},'inwardIssue':{'key':'"
                    + other.key() + "'},'outwardIssue':{'key':'" + issue.key() + "'}}"));
        }
        return issue;
    }

    /** One of the values, the first ones more often, or none. */
    private static void put(Map<String, String> fields, String field, Random random, String... values) {
        int chosen = Math.min(random.nextInt(values.length + 2), random.nextInt(values.length + 2));
        if (chosen < values.length) {
            fields.put(field, values[chosen]);
        }
    }
}
