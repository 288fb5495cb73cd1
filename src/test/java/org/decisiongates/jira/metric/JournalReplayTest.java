package org.decisiongates.jira.metric;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.SharedPostgres;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Page;

/**
 * The fold of a large project on PostgreSQL, in a process that has 96 MB. {@code -Dfold=1000000} folds journals up to that length,
 * {@code -Dproofs} up to 100 000, and says what it took; without either 1 000 and 10 000 changes.
 */
public class JournalReplayTest {

    private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000};
    private static final int PAGE = 5_000;

    @Test
    public void foldsAJournalOfAnyLengthInASmallHeapWithOneStatementAPage() throws Exception {
        int longest = Integer.getInteger("fold", Boolean.getBoolean("proofs") ? 100_000 : 10_000);
        String url = SharedPostgres.newDatabase();
        FilledJournal journal = FilledJournal.on(url);
        long before = 0;
        for (int project = 1; project <= LENGTHS.length && LENGTHS[project - 1] <= longest; project++) {
            int length = LENGTHS[project - 1];
            journal.add(project, length);
            Map<String, Long> took = fold(url, project);
            assertEquals(length / 5, (long) took.get("issues"));
            assertEquals("values that made no sense", 0, (long) took.get("unreadable"));
            // the newest change, every page and one that is not full, the gates of the week
            assertEquals(1 + length / PAGE + 1 + 1, (long) took.get("statements"));
            System.out.println(length + " changes: " + took
                    + (before == 0 ? "" : String.format(Locale.ROOT, ", slope %.2f", Math.log10((double) took.get("millis") / before))));
            before = took.get("millis");
        }
    }

    @Test
    public void countsEveryGateWhenOneMillisecondHoldsMoreThanAPage() {
        GateEvent event = aGateEvent().at(Instant.parse("2026-11-18T09:00:00Z")).event();
        GateEvents journal = mock(GateEvents.class);
        when(journal.ofProjects(any(), any(), any(), anyInt())).thenAnswer(asked -> {
            List<Long> after = asked.<Page.Position>getArgument(2).values();
            return after.isEmpty()
                    ? new Page<>(Collections.nCopies(PAGE, event),
                            Optional.of(new Page.Position(List.of(event.at().toEpochMilli(), (long) PAGE))))
                    : new Page<>(Collections.nCopies(after.get(1) == PAGE ? 1 : 0, event), Optional.empty());
        });
        Changes changes = mock(Changes.class);
        when(changes.newest(any())).thenReturn(OptionalLong.empty());
        when(changes.ofProjects(any(), any(), anyInt())).thenReturn(new Page<>(List.of(), Optional.empty()));
        try (PrefetchExecutor threads = new PrefetchExecutor()) {
            WeekMoment when = new WeekMoment(Week.parse("2026-W47"), Instant.parse("2026-11-20T15:00:00Z").atZone(ZoneOffset.UTC));
            JournalReplay.Result replayed = new JournalReplay(changes, journal, threads, mock(PhaseMaps.class)).replay(10000, when);
            assertEquals(PAGE + 1, replayed.gates().evaluated());
        }
    }

    private static Map<String, Long> fold(String url, int project) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), ReplayOnce.class.getName(), url, String.valueOf(project)).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, process.waitFor());
        Map<String, Long> took = Pattern.compile("(\\w+)=(\\d+)").matcher(said.substring(said.lastIndexOf("issues="))).results()
                .collect(Collectors.toMap((MatchResult one) -> one.group(1), one -> Long.valueOf(one.group(2))));
        assertTrue(said, took.size() == 6);
        return took;
    }
}
