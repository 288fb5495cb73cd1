package org.decisiongates.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import net.java.ao.Query;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.approval.ApprovalRequestRow;

@RunWith(Parameterized.class)
public class UniqueInsertTest {

    private final AoFixture database;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public UniqueInsertTest(AoDatabase kind) throws SQLException {
        database = kind.open();
    }

    @Test
    public void writesANameOnce() throws SQLException {
        assertTrue(insert());
        assertEquals(List.of("INSERT"), asked());

        assertFalse(insert());
        assertEquals(List.of("INSERT", "INSERT", "SELECT"), asked());
        assertEquals(1, database.stored(ApprovalRequestRow.TABLE).size());
    }

    @Test
    public void triesOnceMoreWhereItFailsAndNoRowIsThere() throws SQLException {
        database.failOn(failing(1));

        assertTrue(insert());
        assertEquals(1, database.stored(ApprovalRequestRow.TABLE).size());
        assertEquals(List.of("INSERT", "SELECT", "INSERT"), asked());
    }

    @Test
    public void saysOnTheSecondTryThatTheRowOfAnotherIsThere() throws SQLException {
        insert();
        database.statements.clear();
        // the other one has not committed when it is first asked for
        database.failOn(sql -> sql.contains("COUNT") && asked().size() == 2);

        assertFalse(insert());
        assertEquals(List.of("INSERT", "SELECT", "INSERT", "SELECT"), asked());
    }

    @Test
    public void throwsWhatFailsTwice() throws SQLException {
        database.failOn(failing(2));

        assertThrows(RuntimeException.class, this::insert);
        assertEquals(List.of("INSERT", "SELECT", "INSERT", "SELECT"), asked());
        assertEquals(0, database.stored(ApprovalRequestRow.TABLE).size());
    }

    private boolean insert() {
        return UniqueInsert.into(database.ao(), ApprovalRequestRow.class, Map.of(ApprovalRequestRow.ISSUE_ID, 10200L,
                ApprovalRequestRow.PROJECT_ID, 10000L, ApprovalRequestRow.ENDED, false), Query.select().where("ISSUE_ID = ?", 10200L));
    }

    /** Lets so many insertions fail. */
    private static Predicate<String> failing(int insertions) {
        int[] left = {insertions};
        return sql -> sql.startsWith("INSERT") && left[0]-- > 0;
    }

    /** The first word of each statement; without those by which a database is asked for the number of a new row. */
    private List<String> asked() {
        return database.statements.stream().filter(sql -> sql.contains(ApprovalRequestRow.TABLE)).filter(sql -> !sql.contains("NEXTVAL"))
                .map(sql -> sql.substring(0, sql.indexOf(' '))).toList();
    }
}
