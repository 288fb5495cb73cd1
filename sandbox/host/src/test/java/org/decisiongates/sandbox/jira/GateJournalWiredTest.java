package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;

/**
 * What is written down of gates, whether the product keeps what a validator stored when the transition is taken back or not; and what a
 * gate promises when others come in between.
 */
@RunWith(Parameterized.class)
public class GateJournalWiredTest {

    private static final int GO = 4;
    private static final String GATE = "workflow 0 inline ENFORCE ";
    private static final String OWNED = GATE + "PASSED|has-owner\tPASSED\tENFORCE\t\t";
    private static final String DUE = GATE + "PASSED|has-due-date\tPASSED\tENFORCE\t\t";
    private static final String OWNER_MISSING = GATE + "FAILED|has-owner\tFAILED\tENFORCE\t\t\tdecision-gates.rule.has-owner.missing";
    private static final String DUE_DATE_MISSING = GATE
            + "FAILED|has-due-date\tFAILED\tENFORCE\t\t\tdecision-gates.rule.has-due-date.missing";
    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final boolean joins;

    public GateJournalWiredTest(Options.Database database, boolean joins) {
        this.joins = joins;
        BOXES.on(database, () -> start(database));
    }

    @Parameters(name = "{0}, what a validator stores is taken back with a refusal: {1}")
    public static List<Object[]> modes() {
        List<Object[]> modes = new ArrayList<>();
        for (Options.Database database : Options.Database.values()) {
            modes.add(new Object[] {database, false});
            modes.add(new Object[] {database, true});
        }
        return modes;
    }

    private static void start(Options.Database database) throws Exception {
        wired = WiredJira.start(BOXES, database);
        GatedWorkflow.named(wired, "Two gates")
                .gate(GO, Map.of("gate.rules", new String[] {"has-owner"}, "has-owner.field", new String[] {"assignee"}))
                .gate(GO, Map.of("gate.rules", new String[] {"has-due-date"}, "has-due-date.field", new String[] {"duedate"},
                        "has-due-date.horizon-days", new String[] {"28"}))
                .usedBy("RISK");
    }

    @Before
    public void choose() {
        if (joins) {
            wired.faults().storesJoin();
        }
    }

    @After
    public void heal() {
        wired.faults().heal();
        wired.faults().storesStandAlone();
    }

    @Test
    public void keepsARefusalAndWhatItSaidAtOnce() {
        IssueRow task = task(input());
        assertFalse(go(task).done());
        assertEquals(List.of(OWNER_MISSING), events(task));
    }

    @Test
    public void writesAPassWithTheTransition() {
        IssueRow task = task(input().set("assignee", "owner").set("duedate", day()));
        StatementLog log = wired.box.logStatements();
        assertTrue(go(task).done());
        assertEquals(2, inserts(log, "GATE_EVENT"));
        assertEquals(List.of(OWNED, DUE), events(task));
        assertEquals(1, inserts(log, "ISSUE_CHANGE"));
    }

    @Test
    public void keepsTheRefusalOfALaterGate() {
        IssueRow task = task(input().set("assignee", "owner"));
        StatementLog log = wired.box.logStatements();
        assertFalse(go(task).done());
        assertEquals(2, inserts(log, "GATE_EVENT"));
        // what the first gate said belongs to a transition that never was, where the product takes it back
        assertEquals(joins ? List.of(DUE_DATE_MISSING) : List.of(OWNED, DUE_DATE_MISSING), events(task));
        assertEquals(task.statusId(), wired.jira.issues().byId(task.id()).orElseThrow().statusId());
    }

    @Test
    public void letsNothingThroughThatItCannotWriteDown() {
        IssueRow task = task(input().set("assignee", "owner").set("duedate", day()));
        wired.faults().failStatements(sql -> sql.toUpperCase(Locale.ROOT).startsWith("INSERT INTO") && sql.contains("GATE_EVENT"));
        Outcome outcome = go(task);
        wired.faults().heal();
        assertFalse(outcome.done());
        assertTrue(outcome.messages().toString(), outcome.messages().toString().contains("journal"));
        assertEquals(List.of(), events(task));
        assertEquals(task.statusId(), wired.jira.issues().byId(task.id()).orElseThrow().statusId());
        assertTrue(go(task).done());
    }

    @Test
    public void writesARefusalOnceTheDatabaseIsBack() throws Exception {
        IssueRow first = task(input());
        IssueRow second = task(input());
        wired.faults().failStatements(sql -> sql.toUpperCase(Locale.ROOT).startsWith("INSERT INTO") && sql.contains("GATE_EVENT"));
        Outcome outcome = go(first);
        wired.faults().heal();
        assertFalse(outcome.done());
        assertTrue("what is missing is said all the same: " + outcome,
                outcome.errors().containsKey("assignee") || outcome.messages().toString().contains("Assignee"));
        assertEquals(List.of(), events(first));
        assertFalse(go(second).done());
        assertEquals(List.of(OWNER_MISSING), events(first));
        assertEquals(List.of(OWNER_MISSING), events(second));
    }

    @Test
    public void writesARefusalThatWaitsWhenTheAppIsStopped() throws Exception {
        IssueRow task = task(input());
        wired.faults().failStatements(sql -> sql.toUpperCase(Locale.ROOT).startsWith("INSERT INTO") && sql.contains("GATE_EVENT"));
        assertFalse(go(task).done());
        wired.faults().heal();
        wired.box.uninstall(BuiltPlugin.KEY);
        assertEquals(List.of(OWNER_MISSING), events(task));
        wired.box.install(BuiltPlugin.jar());
        wired.awaitFirstLook();
    }

    @Test
    public void examinesTheIssueAsItWasReadAndHidesNothingOfWhatCameInBetween() {
        for (Faults.Step step : Faults.Step.values()) {
            IssueRow task = task(input().set("assignee", "owner").set("duedate", day()));
            wired.faults().interleave(step, () -> assertTrue(wired.jira.issues().assign("lead", task.id(), null).done()));
            assertTrue(go(task).done());
            wired.faults().heal();
            assertEquals(step.toString(), List.of(OWNED, DUE), events(task));
            IssueRow after = wired.jira.issues().byId(task.id()).orElseThrow();
            assertFalse(step.toString(), task.statusId().equals(after.statusId()));
            journalTellsTheHistoryOf(task, 2);
        }
    }

    @Test
    public void writesDownBothOfTwoTransitionsAtOnce() {
        IssueRow moved = task(input().set("assignee", "owner").set("duedate", day()));
        wired.faults().interleave(Faults.Step.READ, () -> assertTrue(go(moved).done()));
        assertFalse("the engine knows that the issue was moved on", go(moved).done());
        wired.faults().heal();
        assertEquals(List.of(OWNED, DUE), events(moved));
        journalTellsTheHistoryOf(moved, 1);

        IssueRow both = task(input().set("assignee", "owner").set("duedate", day()));
        wired.faults().interleave(Faults.Step.EXAMINED, () -> assertTrue(go(both).done()));
        go(both);
        wired.faults().heal();
        assertEquals(List.of(OWNED, DUE, OWNED, DUE), events(both));
        reconcile();
    }

    @Test
    public void refusesWhoeverComesSecondAfterTheIssueLostWhatItNeeds() {
        IssueRow task = task(input().set("assignee", "owner").set("duedate", day()));
        assertTrue(wired.jira.issues().assign("lead", task.id(), null).done());
        assertFalse(go(task).done());
        assertEquals(List.of(OWNER_MISSING), events(task));
    }

    /** Every change group is in the journal, and comparing it with the history adds nothing. */
    private static void journalTellsTheHistoryOf(IssueRow issue, int groups) {
        assertEquals(groups, wired.jira.history().of(issue.id()).size());
        List<String> recorded = changes(issue);
        reconcile();
        assertEquals(recorded, changes(issue));
    }

    private static void reconcile() {
        wired.runJob("reconcileJob");
    }

    private static List<String> changes(IssueRow issue) {
        return wired.box.box().jdbc()
                .sql("select \"CHANGE_KEY\" from \"" + table("ISSUE_CHANGE") + "\" where \"ISSUE_ID\" = ? order by \"CHANGE_KEY\"")
                .param(issue.id()).query(String.class).list();
    }

    private static List<String> events(IssueRow issue) {
        return wired.box.box().jdbc()
                .sql("select \"POLICY_KEY\", \"POLICY_VERSION\", \"GATE_KEY\", \"ENFORCEMENT\", \"VERDICT\", \"RULE_RESULTS\" from \""
                        + table("GATE_EVENT") + "\" where \"ISSUE_ID\" = ? order by \"ID\"")
                .param(issue.id())
                .query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3) + " " + row.getString(4) + " "
                        + row.getString(5) + "|" + row.getString(6))
                .list();
    }

    private static String table(String name) {
        return wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like ?").param("AO%" + name)
                .query(String.class).single();
    }

    private static long inserts(StatementLog log, String table) {
        return log.sent().sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.startsWith("INSERT INTO") && sql.contains(table)).count();
    }

    private static Outcome go(IssueRow issue) {
        return wired.jira.issues().transition("lead", issue.id(), GO, new IssueInput());
    }

    private static IssueInput input() {
        return new IssueInput().set("summary", "Goes through two gates");
    }

    private static IssueRow task(IssueInput input) {
        return wired.create("RISK", "Task", input);
    }

    private static String day() {
        return TestTime.today().plusDays(3).toString();
    }
}
