package org.decisiongates.store.health;

import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.health.JobRun;
import org.decisiongates.health.JobRuns;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoJobRunsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final Duration SHORT = Duration.ofMillis(1234);

    private final AoFixture database;
    private final AoJobRuns runs;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoJobRunsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        runs = new AoJobRuns(database.ao());
    }

    @Test
    public void keepsTheLastRunOfEachJobOnEachNode() {
        JobRun first = JobRun.succeeded("seal-journal", "", NINE, SHORT);
        JobRun other = JobRun.succeeded("seal-journal", "node2", NINE, SHORT);
        JobRun sweep = JobRun.failed("sweep-debt", "node2", NINE, SHORT, "IllegalStateException");
        List.of(sweep, other, first).forEach(runs::put);
        assertEquals(List.of(first, other, sweep), runs.all());

        JobRun again = JobRun.succeeded("seal-journal", "node2", NINE.plusSeconds(60), Duration.ZERO);
        runs.put(again);
        assertEquals(List.of(first, again, sweep), runs.all());
    }

    @Test
    public void knowsWhenARunCameToItsEndLast() {
        runs.put(JobRun.succeeded("sweep-debt", "", NINE, SHORT));
        runs.put(JobRun.failed("sweep-debt", "", NINE.plusSeconds(900), SHORT, "IllegalStateException"));
        assertEquals(List.of(new JobRun("sweep-debt", "", NINE.plusSeconds(900), SHORT, "IllegalStateException", Optional.of(NINE))),
                runs.all());

        runs.put(JobRun.succeeded("sweep-debt", "", NINE.plusSeconds(1_800), SHORT));
        assertEquals(List.of(JobRun.succeeded("sweep-debt", "", NINE.plusSeconds(1_800), SHORT)), runs.all());
    }

    @Test
    public void forgetsNodesThatRunNothingAnyMore() {
        JobRun gone = JobRun.succeeded("seal-journal", "old", NINE, SHORT);
        runs.put(gone);
        JobRun justInTime = JobRun.succeeded("seal-journal", "new", NINE.plus(JobRuns.KEPT), SHORT);
        runs.put(justInTime);
        assertEquals(List.of(justInTime, gone), runs.all());

        JobRun late = JobRun.succeeded("sweep-debt", "new", NINE.plus(JobRuns.KEPT).plusMillis(1), SHORT);
        runs.put(late);
        assertEquals(List.of(justInTime, late), runs.all());
    }

    @Test
    public void writesARunWithTwoStatements() {
        runs.put(JobRun.succeeded("seal-journal", "", NINE, SHORT));
        database.statements.clear();
        runs.put(JobRun.succeeded("seal-journal", "", NINE.plusSeconds(60), SHORT));
        assertEquals(database.statements.toString(), 2, database.statements.size());
    }

    @Test
    public void cutsNamesThatAreTooLong() {
        runs.put(JobRun.failed("j".repeat(300), "n".repeat(300), NINE, SHORT, "f".repeat(300)));
        assertEquals(List.of(JobRun.failed("j".repeat(255), "n".repeat(255), NINE, SHORT, "f".repeat(255))), runs.all());
    }
}
