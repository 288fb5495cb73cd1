package org.decisiongates.jira.metric;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.store.StoredJournal;
import org.decisiongates.time.Week;

/** Folds the journal that a PostgreSQL holds, in whatever heap it was started with, and says what came of it and what it took. */
public final class ReplayOnce {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private ReplayOnce() {
    }

    /** The arguments are the database's URL and the project. */
    public static void main(String[] arguments) throws SQLException {
        StoredJournal stored = StoredJournal.on(arguments[0]);
        PrefetchExecutor threads = new PrefetchExecutor();
        JournalReplay journal = new JournalReplay(stored.changes(), stored.gates(), threads,
                IssueTypeFixture.phaseMaps(null));
        WeekMoment when = new WeekMoment(Week.parse("2026-W47"), Instant.parse("2026-11-20T15:00:00Z").atZone(ZONE));
        int before = stored.statements().size();
        long begun = System.nanoTime();
        long processor = CLOCK.getCurrentThreadCpuTime();
        JournalReplay.Result replayed = journal.replay(Long.parseLong(arguments[1]), when);
        System.out.printf(Locale.ROOT, "issues=%d unreadable=%d statements=%d millis=%d folding=%d reading=%d%n",
                replayed.numbers().issues(),
                replayed.numbers().unreadable(),
                stored.statements().size() - before, (System.nanoTime() - begun) / 1_000_000,
                (CLOCK.getCurrentThreadCpuTime() - processor) / 1_000_000, reading());
        threads.close();
    }

    /** Milliseconds of a processor that readers took, all of them; they wait for more work for a while. */
    private static long reading() {
        return Arrays.stream(CLOCK.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("decision-gates-replay-reader"))
                .mapToLong(thread -> CLOCK.getThreadCpuTime(thread.getThreadId())).sum() / 1_000_000;
    }
}
