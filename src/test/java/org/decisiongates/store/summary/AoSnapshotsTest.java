package org.decisiongates.store.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.summary.SealedSnapshot;

@RunWith(Parameterized.class)
public class AoSnapshotsTest {

    private final AoFixture database;
    private final AoSnapshots snapshots;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoSnapshotsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        snapshots = new AoSnapshots(database.ao());
    }

    @Test
    public void givesBackWhatWasFrozen() {
        SealedSnapshot week = new SealedSnapshot("project:10000", "2026-W46", Instant.parse("2026-11-16T00:00:00.001Z"), true,
                "{\"\u2713 \uD83D\uDEA7\":\"" + "x".repeat(2_000_000) + "\"}",
                "a".repeat(64), "b".repeat(64));
        assertTrue(snapshots.append(week));

        assertEquals(List.of(week), snapshots.latest("project:10000", "2026-W47", 5));
    }

    @Test
    public void keepsTheFirstOfTwoOfAWeek() {
        assertTrue(snapshots.append(week("project:10000", "2026-W46", "first")));
        assertFalse(snapshots.append(week("project:10000", "2026-W46", "second")));
        assertTrue(snapshots.append(week("project:10001", "2026-W46", "elsewhere")));

        assertEquals(List.of("first"), snapshots.latest("project:10000", "2026-W46", 5).stream().map(SealedSnapshot::body).toList());
    }

    @Test
    public void readsTheNewestFirstWithOneStatement() {
        for (String week : List.of("2026-W53", "2027-W01", "2026-W09", "2026-W52")) {
            snapshots.append(week("project:1", week, week));
            snapshots.append(week("project:10", week, "elsewhere"));
        }
        database.statements.clear();

        assertEquals(List.of("2026-W53", "2026-W52"),
                snapshots.latest("project:1", "2026-W53", 2).stream().map(SealedSnapshot::week).toList());
        assertEquals(database.statements.toString(), 1, database.statements.size());
        assertEquals(List.of("2027-W01", "2026-W53", "2026-W52", "2026-W09"),
                snapshots.latest("project:1", "2027-W05", 200).stream().map(SealedSnapshot::week).toList());
        assertThrows(IllegalArgumentException.class, () -> snapshots.latest("project:1", "2027-W05", 0));
    }

    @Test
    public void saysSoWhenItCannotWrite() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> snapshots.append(week("project:1", "2026-W46", "lost")));
    }

    private static SealedSnapshot week(String scope, String week, String body) {
        return new SealedSnapshot(scope, week, Instant.parse("2026-11-16T00:00:00Z"), false, body, "", "c".repeat(64));
    }
}
