package org.decisiongates.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalSteps.Place;
import org.decisiongates.store.approval.AoApprovalRequests;
import org.decisiongates.store.approval.AoApprovalSteps;
import org.decisiongates.store.audit.AoErasures;
import org.decisiongates.store.review.AoReviewThreads;

/**
 * A project with 500 issues, each with 20 threads and 20 entries of approvals: what the panels of one issue ask takes one statement, for
 * which the database looks at the rows of that issue only.
 */
public class PanelRowsTest {

    private static final long ISSUE = 250;

    private AoFixture database;

    @Before
    public void tenThousandRowsOfAKind() throws SQLException {
        database = AoDatabase.POSTGRESQL.open();
        database.alter("INSERT INTO \"THREAD_STEP\" (\"STEP_NAME\", \"ISSUE_ID\", \"PROJECT_ID\", \"THREAD_NUMBER\", \"THREAD_STEP\", "
                + "\"STEP_KIND\", \"STEP_TEXT\", \"ANCHOR_SECTION\", \"ACTOR_KEY\", \"AT_MILLIS\") SELECT n / 20 || ':' || n % 20 + 1 "
                + "|| ':1', "
                + "n / 20, 10000, n % 20 + 1, 1, 'OPENED', 'Too vague', 'WHOLE', 'user' || n % 100, n FROM generate_series(0, 9999) n");
        database.alter("INSERT INTO \"APPROVAL_STEP\" (\"STEP_NAME\", \"ISSUE_ID\", \"PROJECT_ID\", \"STEP_NUMBER\", \"STEP_KIND\", "
                + "\"ACTOR_KEY\", \"AT_MILLIS\", \"SALT\", \"PERSONAL_HASH\", \"STEP_HASH\") SELECT n / 20 || ':' || n % 20 + 1, n / 20, "
                + "10000, "
                + "n % 20 + 1, 'REQUESTED', 'user' || n % 100, n, 's', 'p', 'h' FROM generate_series(0, 9999) n");
        database.alter("INSERT INTO \"APPROVAL_REQUEST\" (\"ISSUE_ID\", \"PROJECT_ID\", \"ENDED\") SELECT n, 10000, n % 2 = 0 "
                + "FROM generate_series(0, 9999) n");
        for (String table : List.of("THREAD_STEP", "APPROVAL_STEP", "APPROVAL_REQUEST")) {
            // what autovacuum does in its own time
            database.alter("ANALYZE \"AO_B0B0B0_" + table + "\"");
        }
        database.statements.clear();
    }

    @Test
    public void readsTheThreadsOfOneIssueOnly() throws SQLException {
        AoReviewThreads threads = new AoReviewThreads(database.ao());
        assertEquals(20, threads.ofIssue(ISSUE).size());
        assertEquals(20, rowsRead(ISSUE));
        threads.progressOf(List.of(ISSUE));
        assertEquals(20, rowsRead(ISSUE));
        threads.disputedSince(List.of(ISSUE));
        assertEquals(20, rowsRead(ISSUE, "DISPUTED", "DISPUTE_SETTLED"));
    }

    @Test
    public void readsTheApprovalsOfOneIssueOnly() throws SQLException {
        assertEquals(20, approvals().ofIssue(ISSUE).size());
        assertEquals(20, rowsRead(ISSUE));
        assertEquals(1, new AoApprovalRequests(database.ao()).requestedAmong(List.of(ISSUE)).size());
        assertEquals(1, rowsRead(ISSUE));
    }

    /** Of which somebody has a hundred. */
    @Test
    public void readsWhatOnePersonDidOnly() throws SQLException {
        List<Place> places = approvals().placesOf("user7", Long.MAX_VALUE, 50);
        assertEquals(50, places.size());
        long read = rowsRead("user7", "user7", Long.MAX_VALUE);
        assertTrue("far from all: " + read, read < 1_000);
    }

    private AoApprovalSteps approvals() {
        return new AoApprovalSteps(database.ao(), new AoErasures(database.ao(), List.of()));
    }

    private long rowsRead(Object... values) throws SQLException {
        assertEquals(database.statements.toString(), 1, database.statements.size());
        return database.rowsRead(database.statements.remove(0), values);
    }
}
