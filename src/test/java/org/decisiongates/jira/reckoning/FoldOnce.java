package org.decisiongates.jira.reckoning;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

import org.decisiongates.gate.Moment;
import org.decisiongates.metric.Week;
import org.decisiongates.store.StoredJournal;

/** Folds the journal that a PostgreSQL holds, in whatever heap it was started with, and says what came of it and what it took. */
public final class FoldOnce {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private FoldOnce() {
    }

    /** The arguments are the database's URL and the project. */
    public static void main(String[] arguments) throws SQLException {
        StoredJournal stored = StoredJournal.on(arguments[0]);
        Folding folding = new Folding(stored.changes(), stored.gates());
        WeekMoment when = new WeekMoment(Week.parse("2026-W47"), ZONE, Moment.of(Instant.parse("2026-11-20T15:00:00Z"), ZONE));
        int before = stored.statements().size();
        long begun = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Folding.Folded folded = folding.fold(Long.parseLong(arguments[1]), when);
        System.out.printf("issues=%d unreadable=%d statements=%d millis=%d processor=%d%n", folded.numbers().issues(), folded.numbers().unreadable(),
                stored.statements().size() - before, (System.nanoTime() - begun) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1_000_000);
    }
}
