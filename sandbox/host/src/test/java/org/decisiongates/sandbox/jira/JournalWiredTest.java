package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.commit.OnCommitIssueEventBundle;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.OrderWith;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.AnyOrder;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** What the journal of changes costs, and that it holds the same however and however often events arrive. */
@RunWith(Parameterized.class)
@OrderWith(AnyOrder.class)
public class JournalWiredTest {

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private final Options.Database database;
    private final List<OnCommitIssueEventBundle> delivered = new ArrayList<>();
    private final Recorder recorder = new Recorder(delivered);

    public JournalWiredTest(Options.Database database) {
        this.database = database;
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Before
    public void listen() {
        wired.box.box().events().register(recorder);
    }

    @After
    public void hush() {
        wired.faults().heal();
        wired.box.box().events().unregister(recorder);
    }

    @Test
    public void aChangeCostsOneInsertAndNoSearch() {
        IssueRow blocker = blocker("Costs little");
        StatementLog log = wired.box.logStatements();
        assertTrue(wired.jira.issues()
                .update("lead", blocker.id(), new IssueInput().set("duedate", TestTime.today().plusDays(5).toString())).done());
        Statements sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME);
        List<String> ours = sent.sql().stream().map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.contains("AO_")).toList();
        assertEquals(ours.toString(), 1, ours.stream().filter(sql -> sql.startsWith("INSERT INTO")).count());
        // PostgreSQL is asked for the number of a row first
        assertEquals(ours.toString(), database == Options.Database.POSTGRES ? 2 : 1, ours.size());
        assertEquals("nothing is searched for", List.of(), sent.with("fetch first").sql());
        assertEquals("nothing is searched for", List.of(), sent.with("count(*) from jira_issue").sql());
        log = wired.box.logStatements();
        assertTrue(wired.jira.issues().update("lead", blocker.id(), new IssueInput().set("summary", "Of no interest")).done());
        assertEquals(List.of(), ours(log));
    }

    /** What was sent to the app's tables, but for what is owed, which is found on another thread. */
    private static List<String> ours(StatementLog log) {
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql();
    }

    @Test
    public void findsInTheHistoryExactlyTheEventsItMissed() {
        IssueRow heard = blocker("Heard of");
        work(heard);
        List<String> listened = rows(heard);
        wired.faults().deliver(Faults.Delivery.NEVER);
        IssueRow missed = blocker("Missed");
        work(missed);
        wired.faults().heal();
        assertEquals(List.of(), rows(missed));
        reconcile();
        assertEquals(shape(listened, heard), shape(rows(missed), missed));
        box("delete from \"" + table() + "\" where \"ISSUE_ID\" = " + heard.id());
        reconcile();
        assertEquals(listened, rows(heard));
        reconcile();
        assertEquals(listened, rows(heard));
    }

    @Test
    public void holdsTheSameAfterThousandsOfRepeatedEventsInAnyOrder() throws Exception {
        List<IssueRow> issues = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            issues.add(blocker("One of many " + i));
            work(issues.get(i));
        }
        wired.jira.issues().remove("lead", issues.get(0));
        List<List<String>> expected = issues.stream().map(this::rows).toList();
        wired.box.box().events().unregister(recorder);
        StatementLog log = wired.box.logStatements();
        int counted = deliver(500, new Random(13));
        long ours = ours(log).size();
        // H2 answers ten times as fast
        int times = database == Options.Database.POSTGRES ? 1_500 : 9_500;
        // what this node has written it remembers for a while
        assertEquals("statements for " + counted + " events", 0, ours);
        wired.box.uninstall(BuiltPlugin.KEY);
        wired.box.install(BuiltPlugin.jar());
        wired.awaitFirstLook();
        // a node that has not: a repeated row is refused, then asked for; PostgreSQL draws a number before
        log = wired.box.logStatements();
        counted = deliver(delivered.size(), new Random(17));
        ours = ours(log).size();
        assertTrue(ours + " statements for " + counted + " events",
                ours > 0 && ours <= counted * (database == Options.Database.POSTGRES ? 3L : 2L));
        deliver(times, new Random(31));
        assertEquals(expected, issues.stream().map(this::rows).toList());
        assertTrue(rows(issues.get(0)).stream().anyMatch(row -> row.contains(":gone:DELETED")));
    }

    @Test
    public void holdsTheSameHoweverAndWheneverEventsArrive() {
        IssueRow heard = blocker("Told in time");
        work(heard);
        List<String> expected = shape(rows(heard), heard);
        assertEquals(List.of("lead"), actors(heard));
        for (Faults.Delivery delivery : List.of(Faults.Delivery.TWICE, Faults.Delivery.SWAPPED, Faults.Delivery.LATE)) {
            wired.faults().deliver(delivery);
            wired.faults().tellElsewhere();
            IssueRow issue = blocker("Told " + delivery);
            work(issue);
            // of an odd number of events the last one waits for another
            work(blocker("Told beside it"));
            wired.faults().heal();
            wired.box.box().events().catchUp();
            assertEquals(delivery.toString(), expected, shape(rows(issue), issue));
            assertEquals(delivery.toString(), List.of("lead"), actors(issue));
            // whatever an order of arrival may have spoilt, Jira's history must find nothing to add
            List<String> delivered = rows(issue);
            reconcile();
            assertEquals(delivery.toString(), delivered, rows(issue));
        }
    }

    @Test
    public void keepsWhoDeletedAnIssueAndWhenHoweverLateTheEventArrives() throws InterruptedException {
        for (Faults.Delivery delivery : List.of(Faults.Delivery.ONCE, Faults.Delivery.TWICE, Faults.Delivery.LATE)) {
            IssueRow issue = blocker("Goes away " + delivery);
            wired.faults().deliver(delivery);
            wired.faults().tellElsewhere();
            wired.jira.issues().remove("owner", issue);
            long deleted = wired.jira.clock().millis();
            wired.faults().heal();
            Thread.sleep(50);
            wired.box.box().events().catchUp();
            List<String> gone = rows(issue).stream().filter(row -> row.contains(":gone:DELETED")).toList();
            assertEquals(delivery + " " + gone, 1, gone.size());
            String[] columns = gone.get(0).split("\\|");
            assertEquals("owner", columns[6]);
            assertTrue(delivery + " " + gone, Long.parseLong(columns[7]) <= deleted);
        }
    }

    @Test
    public void breaksNobodysActionWhenItCannotWrite() {
        IssueRow blocker = blocker("Goes on");
        wired.faults().failStatements(sql -> sql.toUpperCase(Locale.ROOT).contains("ISSUE_CHANGE"));
        assertTrue(wired.jira.issues()
                .update("lead", blocker.id(), new IssueInput().set("duedate", TestTime.today().plusDays(9).toString())).done());
        wired.faults().heal();
        assertFalse(rows(blocker).toString().contains(":DUE"));
        reconcile();
        assertTrue(rows(blocker).toString().contains(":DUE"));
    }

    @Test
    public void findsWhatItMissedAmongMoreChangesThanASearchGives() {
        int window = 1_000;
        int others = 1_200;
        wired.jira.search().window(window);
        try {
            wired.faults().deliver(Faults.Delivery.NEVER);
            IssueRow missed = blocker("Missed among many");
            work(missed);
            wired.faults().heal();
            long now = wired.jira.clock().millis();
            long project = wired.jira.projects().byKey("OPS").orElseThrow().id();
            for (int number = 0; number < others; number++) {
                box("insert into jira_issue (issue_key, issue_number, project_id, issue_type, summary, reporter, creator, status,"
                        + " created, updated) select 'OPS-' || "
                        + (70_000 + number) + ", " + (70_000 + number) + ", " + project
                        + ", issue_type, 'One of many', reporter, creator, status, created, "
                        + (now - 60_000L * number) + " from jira_issue where id = (select min(id) from jira_issue where project_id = "
                        + project + ")");
            }
            box("update jira_issue set updated = " + (now - 60_000L * 60 * 10) + " where id = " + missed.id());
            wired.box.box().settings().put("org.decisiongates.decision-gates:journal.reconciled", Long.toString(now - 60_000L * 60 * 20));
            StatementLog log = wired.box.logStatements();
            reconcile();
            assertTrue(rows(missed).toString(), rows(missed).toString().contains(":DUE"));
            // one that finds too many, and one for each of three slices
            assertEquals(4, log.sent().with("i.updated >= ?").with("fetch first").sql().size());
        } finally {
            wired.jira.search().window(10_000);
            box("delete from jira_issue where summary = 'One of many'");
        }
    }

    private int deliver(int times, Random random) {
        int deliveries = 0;
        while (deliveries < times) {
            Collections.shuffle(delivered, random);
            delivered.forEach(wired.box.box().events()::publish);
            deliveries += delivered.size();
        }
        return deliveries;
    }

    private void work(IssueRow blocker) {
        update(blocker, "duedate", TestTime.today().plusDays(7).toString());
        update(blocker, wired.field("Owner"), "lead");
        update(blocker, wired.field("Fallback plan"), "");
        update(blocker, wired.field("Fallback plan"), "Ask somebody else.");
    }

    private static void update(IssueRow issue, String field, String value) {
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(field, value)).done());
    }

    private static IssueRow blocker(String summary) {
        return wired.create("SHOP", "Blocker", new IssueInput().set("summary", summary).set(wired.field("Owner"), "owner")
                .set("duedate", TestTime.today().plusDays(3).toString())
                .set(wired.field("Fallback plan"), "Go on with the old way of doing it."));
    }

    private static void reconcile() {
        wired.runJob("reconcileJob");
    }

    /** Rows of an issue without what differs from issue to issue. */
    private static List<String> shape(List<String> rows, IssueRow issue) {
        return rows.stream().map(row -> row.replaceAll("^\\d+:\\d+:", "").replace(issue.key(), "KEY").replaceAll("\\|\\d+$", "")).toList();
    }

    private List<String> rows(IssueRow issue) {
        return wired.box.box().jdbc().sql(
                "select \"CHANGE_KEY\", \"ISSUE_KEY\", \"PROJECT_ID\", \"ISSUE_KIND\", \"VALUE_BEFORE\", \"VALUE_AFTER\", \"ACTOR_KEY\","
                        + " \"AT_MILLIS\" from \"" + table() + "\" where \"ISSUE_ID\" = ? order by \"AT_MILLIS\", \"CHANGE_KEY\"")
                .param(issue.id())
                .query((row, number) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getLong(3) + "|" + row.getString(4) + "|"
                        + row.getString(5) + "|"
                        + row.getString(6) + "|" + row.getString(7) + "|" + row.getLong(8))
                .list();
    }

    private List<String> actors(IssueRow issue) {
        return rows(issue).stream().map(row -> row.split("\\|")[6]).distinct().toList();
    }

    private static void box(String sql) {
        wired.box.box().jdbc().sql(sql).update();
    }

    private static String table() {
        return wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'")
                .query(String.class).single();
    }

    /** Keeps the events that come after a commit. */
    public record Recorder(List<OnCommitIssueEventBundle> delivered) {

        @EventListener
        public void on(OnCommitIssueEventBundle bundle) {
            delivered.add(bundle);
        }
    }
}
