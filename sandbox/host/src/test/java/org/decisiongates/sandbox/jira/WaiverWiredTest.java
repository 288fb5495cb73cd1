package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;

/** A waiver at a transition whose gate is one of a policy: what it lets through, what it costs, and what the journal says. */
public class WaiverWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final int GO = 4;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"tasks\",\"name\":\"Tasks\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},\"gates\":[{\"key\":\"start\",\"name\":\"Start\","
                + "\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"has-due-date\"},"
                + "{\"rule\":\"has-owner\",\"settings\":{\"field\":\"assignee\"}}]}]}");
        String workflow = "May be waived";
        wired.jira.workflows().create("admin", workflow, "", wired.jira.workflows().byName("jira", false).orElseThrow().xml());
        wired.jira.workflows().addValidator("admin", workflow, false, GO, BuiltPlugin.KEY + ":gate-validator",
                Map.of("gate.policy", new String[] {"tasks/start"}));
        wired.jira.projects().useWorkflowScheme(wired.id("RISK"),
                wired.jira.workflows().createScheme("for " + workflow, "", workflow, Map.of()).id());
    }

    @Test
    public void letsTheWaivedRuleFailAndNoOtherAndSaysSoInTheJournal() throws Exception {
        IssueRow task = task(new IssueInput().set("assignee", "owner"));
        assertFalse(go(task).done());
        grant(task, "has-due-date");
        assertTrue(go(task).done());
        JsonNode entry = newest(task);
        assertEquals("WAIVED", entry.path("verdict").asText());
        assertEquals("WAIVED", entry.path("outcome").asText());

        IssueRow unowned = task(new IssueInput());
        grant(unowned, "has-due-date");
        Outcome refused = go(unowned);
        assertFalse(refused.done());
        assertEquals("only the other rule: " + refused, 1, WiredJira.messages(refused).size());
    }

    @Test
    public void refusesAgainOnceItIsTakenBack() throws Exception {
        IssueRow task = task(new IssueInput().set("assignee", "owner"));
        grant(task, "has-due-date");
        assertEquals("WAIVED", readiness(task).at("/result").asText());
        assertEquals(200, wired.post("admin", waivers(task) + "/1/withdraw", "{'step':2}").status());
        assertEquals("FAILED", readiness(task).at("/result").asText());
        assertFalse(go(task).done());
    }

    @Test
    public void costsARefusalOneReadAndAPassNone() throws Exception {
        IssueRow refused = task(new IssueInput());
        assertFalse(go(refused).done());
        assertEquals("two rules failed", 1, reads(() -> go(refused)));
        IssueRow passes = task(new IssueInput().set("assignee", "owner").set("duedate", TestTime.today().plusDays(3).toString()));
        assertEquals(0, reads(() -> assertTrue(go(passes).done())));
    }

    private static int reads(Runnable work) {
        Statements before = wired.box.statements();
        work.run();
        return wired.box.statements().since(before).with("WAIVER_STEP").sql().size();
    }

    private static JsonNode readiness(IssueRow task) throws Exception {
        for (JsonNode transition : wired.get("lead", BASE + "/issue/" + task.key() + "/readiness?transition=" + GO).json()
                .path("transitions")) {
            for (JsonNode rule : transition.path("rules")) {
                if (rule.path("rule").asText().equals("has-due-date")) {
                    return rule;
                }
            }
        }
        throw new AssertionError("no such rule: " + wired.get("lead", BASE + "/issue/" + task.key() + "/readiness").body());
    }

    private static void grant(IssueRow task, String rule) throws Exception {
        assertEquals(201,
                wired.post("lead", waivers(task), "{'policy':'tasks','rule':'" + rule + "','reason':'It is due when it is due','until':'"
                        + TestTime.today().plusDays(2) + "'}").status());
        assertFalse("asked for is not granted", go(task).done());
        assertEquals(200, wired.post("admin", waivers(task) + "/1/grant", "{'step':1}").status());
    }

    private static String waivers(IssueRow task) {
        return BASE + "/issue/" + task.key() + "/waivers";
    }

    private static JsonNode newest(IssueRow task) throws Exception {
        for (JsonNode entry : wired.get("admin", BASE + "/journal?project=RISK&limit=50").json().path("entries")) {
            if (entry.path("issueId").asLong() == task.id()) {
                return entry;
            }
        }
        throw new AssertionError("nothing is in the journal of " + task.key());
    }

    private static IssueRow task(IssueInput input) {
        return wired.create("RISK", "Task", input.set("summary", "One"));
    }

    private static Outcome go(IssueRow task) {
        return wired.jira.issues().transition("lead", task.id(), GO, new IssueInput());
    }
}
