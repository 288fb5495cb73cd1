package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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

/** Transitions whose workflow names a gate of a policy: what they ask follows the policies in force, and costs what it did. */
public class PolicyGateWiredTest {

    private static final int REVIEW = 11;
    private static final int GO = 4;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static AppPolicies policies;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        policies = AppPolicies.of(wired.box);
        String workflow = "Asks a policy";
        wired.jira.workflows().create("admin", workflow, "", wired.jira.workflows().byName("jira", false).orElseThrow().xml());
        policies.append(1, policy("tasks", "enforce", "has-due-date"));
        wired.jira.workflows().addValidator("admin", workflow, false, GO, BuiltPlugin.KEY + ":gate-validator",
                Map.of("gate.policy", new String[] {"tasks/start"}));
        wired.jira.projects().useWorkflowScheme(wired.jira.projects().byKey("RISK").orElseThrow().id(),
                wired.jira.workflows().createScheme("for " + workflow, "", workflow, Map.of()).id());
    }

    @Test
    public void asksWhatTheShippedPolicyAsks() {
        assertEquals(List.of(1), policies.versions("decision"));
        assertEquals(List.of(1), policies.versions("blocker"));
        IssueRow decision = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Which vendor?"));
        Outcome refused = wired.jira.issues().transition("lead", decision.id(), REVIEW, new IssueInput());
        assertFalse(refused.toString(), refused.done());
        assertEquals(List.of("decision 1 in-review ENFORCE FAILED"), gates(decision));
    }

    @Test
    public void followsThePolicyInForceWithoutAStatementForIt() {
        IssueRow task = task();
        assertTrue(go(task).done());
        assertEquals(List.of("tasks 1 start ENFORCE PASSED"), gates(task));
        policies.append(2, policy("tasks", "enforce", "has-fallback"));
        IssueRow refused = task();
        assertFalse(go(refused).done());
        assertEquals(List.of("tasks 2 start ENFORCE ERROR"), gates(refused));
        policies.append(3, policy("tasks", "advise", "has-fallback"));
        assertTrue("whoever asks first after a change reads it", go(task()).done());
        IssueRow advised = task();
        Statements before = wired.box.statements();
        assertTrue(go(advised).done());
        Statements sent = wired.box.statements().since(before);
        assertEquals(List.of("tasks 3 start ADVISE ERROR"), gates(advised));
        assertEquals("policies are in memory", List.of(), sent.with("_POLICY_VERSION").sql());
        long risk = wired.jira.projects().byKey("RISK").orElseThrow().id();
        policies.append(OptionalLong.of(risk), 1, policy("tasks", "enforce", "has-due-date"));
        IssueRow own = task();
        assertTrue(go(own).done());
        assertEquals(List.of("tasks@" + risk + " 1 start ENFORCE PASSED"), gates(own));
    }

    private static String policy(String key, String enforcement, String rule) {
        return "{\"format\":1,\"key\":\"" + key
                + "\",\"name\":\"Tasks\",\"issueType\":\"decision\",\"gates\":[{\"key\":\"start\",\"name\":\"Start\","
                + "\"enforcement\":\"" + enforcement + "\",\"rules\":[{\"rule\":\"" + rule + "\"}]}]}";
    }

    private static IssueRow task() {
        return wired.create("RISK", "Task",
                new IssueInput().set("summary", "One").set("duedate", TestTime.today().plusDays(3).toString()));
    }

    private static Outcome go(IssueRow task) {
        return wired.jira.issues().transition("lead", task.id(), GO, new IssueInput());
    }

    private static List<String> gates(IssueRow issue) {
        String table = wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like ?")
                .param("AO%GATE_EVENT").query(String.class).single();
        return wired.box.box().jdbc()
                .sql("select \"POLICY_KEY\", \"POLICY_VERSION\", \"GATE_KEY\", \"ENFORCEMENT\", \"VERDICT\" from \"" + table
                        + "\" where \"ISSUE_ID\" = ? order by \"ID\"")
                .param(issue.id()).query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getString(5))
                .list();
    }
}
