package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.FieldType;
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
        policies.append(1, policy("tasks", "enforce", "has-due-date"));
        GatedWorkflow.named(wired, "Asks a policy").policyGate(GO, "tasks/start").usedBy("RISK");
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
        StatementLog log = wired.box.logStatements();
        assertTrue(go(advised).done());
        Statements sent = log.sent();
        assertEquals(List.of("tasks 3 start ADVISE ERROR"), gates(advised));
        assertEquals("policies are in memory", List.of(), sent.with("_POLICY_VERSION").sql());
        long risk = wired.jira.projects().byKey("RISK").orElseThrow().id();
        policies.append(OptionalLong.of(risk), 1, policy("tasks", "enforce", "has-due-date"));
        IssueRow own = task();
        assertTrue(go(own).done());
        assertEquals(List.of("tasks@" + risk + " 1 start ENFORCE PASSED"), gates(own));
    }

    /** One row of the journal and nothing else, whatever the number of rules; a refusal also reads waivers, once. */
    @Test
    public void costsTheSameForOneRuleAndForFiftyAmongHundredsOfFields() throws Exception {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            fields.add(wired.jira.fields().create("Day " + i, "", FieldType.DATEPICKER, "").id());
        }
        wired.open("WIDE");
        GatedWorkflow.named(wired, "Asks for days").policyGate(GO, "wide/start").usedBy("WIDE");
        int version = 1;
        for (int rules : List.of(1, 10, 50)) {
            List<String> required = fields.subList(0, rules);
            policies.append(version++, policy("wide", "enforce", required.stream()
                    .map(field -> "{\"rule\":\"has-due-date\",\"settings\":{\"field\":\"" + field + "\"}}").toList()));
            IssueRow passes = wired.create("WIDE", "Task", new IssueInput().set("summary", "Complete"));
            IssueRow refused = wired.create("WIDE", "Task", new IssueInput().set("summary", "Incomplete"));
            IssueInput days = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED);
            required.forEach(field -> days.set(field, TestTime.today().plusDays(3).toString()));
            assertTrue(wired.jira.issues().update("lead", passes.id(), days).done());
            assertFalse("whoever asks first after a change reads it", go(refused).done());
            assertEquals(rules + " rules, refusing", List.of("INSERT", "SELECT"), ofTheGate(() -> assertFalse(go(refused).done())));
            assertEquals(rules + " rules, passing", List.of("INSERT"), ofTheGate(() -> assertTrue(go(passes).done())));
        }
    }

    /** What the app sends at a transition, but for what follows from the change it makes: first words of the statements. */
    private static List<String> ofTheGate(Runnable transition) {
        StatementLog log = wired.box.logStatements();
        transition.run();
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql().stream()
                .filter(sql -> !sql.contains("ISSUE_CHANGE"))
                .map(sql -> sql.substring(0, sql.indexOf(' ')).toUpperCase(Locale.ROOT)).sorted().toList();
    }

    private static String policy(String key, String enforcement, String rule) {
        return policy(key, enforcement, List.of("{\"rule\":\"" + rule + "\"}"));
    }

    private static String policy(String key, String enforcement, List<String> rules) {
        return "{\"format\":1,\"key\":\"" + key
                + "\",\"name\":\"Tasks\",\"issueType\":\"decision\",\"gates\":[{\"key\":\"start\",\"name\":\"Start\","
                + "\"enforcement\":\"" + enforcement + "\",\"rules\":[" + String.join(",", rules) + "]}]}";
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
