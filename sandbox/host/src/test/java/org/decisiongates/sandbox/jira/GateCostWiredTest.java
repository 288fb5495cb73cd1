package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;

/**
 * What the app adds to the SQL of a transition: one INSERT for each gate, whether it refuses or not, one for the change that came of it,
 * and nothing else.
 */
@RunWith(Parameterized.class)
public class GateCostWiredTest {

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final Options.Database database;

    public GateCostWiredTest(Options.Database database) {
        this.database = database;
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void oneGateCostsOneInsert() {
        costs(1);
    }

    @Test
    public void fiveGatesCostFive() {
        costs(5);
    }

    private void costs(int gates) {
        String workflow = gates + " gates";
        GatedWorkflow gated = GatedWorkflow.named(wired, workflow);
        for (int i = 0; i < gates; i++) {
            gated.gate(4, Map.of("gate.rules", new String[] {"has-owner", "has-due-date"}, "has-owner.field", new String[] {"assignee"},
                    "has-due-date.field", new String[] {"duedate"}, "has-due-date.horizon-days", new String[] {"28"}));
        }
        gated.usedBy("RISK");
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "Moved under " + workflow).set("assignee", "owner")
                .set("duedate", TestTime.today().plusDays(3).toString()));
        StatementLog log = wired.box.logStatements();
        Outcome passed = wired.jira.issues().transition("lead", task.id(), 4, new IssueInput());
        Statements sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME);
        assertTrue(passed.toString(), passed.done());
        // the last one is the entry about the new status
        exactly(gates + 1, sent);
        IssueRow refusable = wired.create("RISK", "Task", new IssueInput().set("summary", "Refused under " + workflow));
        log = wired.box.logStatements();
        Outcome refused = wired.jira.issues().transition("lead", refusable.id(), 4, new IssueInput());
        assertEquals(refused.toString(), 400, refused.reason());
        // the engine asks no further gate once one has refused
        exactly(1, log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME));
    }

    private void exactly(int rows, Statements sent) {
        List<String> ours = sent.sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT)).filter(sql -> sql.contains("AO_")).toList();
        List<String> inserts = ours.stream().filter(sql -> sql.startsWith("INSERT INTO")).toList();
        List<String> numbers = ours.stream().filter(sql -> sql.contains("NEXTVAL")).toList();
        assertEquals(ours.toString(), rows, inserts.size());
        // PostgreSQL is asked for the number of a row first
        assertEquals(ours.toString(), database == Options.Database.POSTGRES ? rows : 0, numbers.size());
        assertEquals(ours.toString(), inserts.size() + numbers.size(), ours.size());
        assertEquals("settings are remembered", List.of(), sent.with("sandbox_setting").sql());
        assertEquals("nothing is searched for", List.of(), sent.with("count(*) from jira_issue").sql());
        assertEquals("nothing is searched for", List.of(), sent.with("fetch first").sql());
    }
}
