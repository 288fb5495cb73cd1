package org.decisiongates.store.health;

import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeSet;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.health.JobRun;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

public class AoTableSizesTest {

    @Test
    public void countsTheRowsOfEveryTable() throws SQLException {
        AoFixture database = AoDatabase.H2.open();
        new AoJobRuns(database.ao()).put(JobRun.succeeded("seal-journal", "", Instant.parse("2026-11-22T09:00:00Z"), Duration.ZERO));
        database.statements.clear();
        SortedMap<String, Long> rows = new AoTableSizes(database.ao()).rows();
        assertEquals(Long.valueOf(1), rows.get("JOB_RUN"));
        assertEquals(Long.valueOf(0), rows.get("GATE_EVENT"));
        assertEquals(rows.size(), database.statements.size());
        TreeSet<String> frozen = new TreeSet<>(Tree.text(Tree.ROOT.resolve("src/test/resources/frozen-names.txt")).lines()
                .filter(line -> line.startsWith("table ")).map(line -> line.substring("table ".length())).toList());
        assertEquals(frozen, rows.keySet());
    }
}
