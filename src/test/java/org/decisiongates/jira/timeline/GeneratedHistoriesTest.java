package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.metric.Flow;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.InitialState;
import org.decisiongates.timeline.JournalOrdering;

/** Whatever order and times Jira tells a history in, it begins and ends where the issue did, and the numbers follow. */
public class GeneratedHistoriesTest {

    private static final int HISTORIES = 1_200;
    private static final Duration SKEW = Duration.ofMinutes(10);

    @Test
    public void everyHistoryIsReadAsItWas() {
        int changes = 0;
        int closures = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed);
            List<Change> derived = history.jira.derivation().whole(history.standing(), history.groups);
            String which = "seed " + seed + " " + history.groups + "\n" + derived + "\n";
            assertEquals(which, derived.size(), derived.stream().map(Change::identity).collect(Collectors.toSet()).size());
            assertEquals(which, history.first.phase(), InitialState.of(derived.get(0).to()).phase());
            assertEquals(which, history.first.owner(), InitialState.of(derived.get(0).to()).owner());
            assertEquals(which, history.links, derived.stream().filter(change -> change.item() == Item.LINK).count());
            assertEquals(which, List.of(),
                    history.jira.derivation().corrections(history.standing(), history.linksNow(), JournalOrdering.of(derived),
                            Instant.EPOCH));
            List<Change> journal = new ArrayList<>(derived);
            journal.addAll(derived);
            Collections.shuffle(journal, new Random(seed));
            closures += assertSaysWhatHappened(which, history, journal);
            changes += derived.size();
        }
        System.out.println(HISTORIES + " generated histories, " + changes + " changes, " + closures + " closures: all as they were");
    }

    @Test
    public void aHistoryThatWasCutIsCorrectedToWhereTheIssueIs() {
        int corrections = 0;
        for (long seed = HISTORIES; seed < HISTORIES + 400; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed);
            history.cut();
            List<Change> derived = new ArrayList<>(history.jira.derivation().whole(history.standing(), history.groups));
            List<Change> corrected = history.jira.derivation().corrections(history.standing(), history.linksNow(),
                    JournalOrdering.of(derived),
                    Instant.parse("2026-11-22T20:00:00Z"));
            derived.addAll(corrected);
            Collections.shuffle(derived, new Random(seed));
            String which = "seed " + seed + " " + history.groups + "\n" + derived + "\n";
            assertEndsWhereTheIssueIs(which, history, JournalOrdering.of(derived));
            assertEquals(which, List.of(),
                    history.jira.derivation().corrections(history.standing(), history.linksNow(), JournalOrdering.of(derived),
                            Instant.EPOCH));
            corrections += corrected.size();
        }
        assertTrue(corrections > 100);
        System.out.println("400 cut histories, " + corrections + " corrections: all end where the issue is");
    }

    @Test
    public void anIssueThatWasDeletedIsInNoNumberButRemoved() {
        for (long seed = 0; seed < 100; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed);
            List<Change> derived = new ArrayList<>(history.jira.derivation().whole(history.standing(), history.groups));
            derived.addAll(history.jira.derivation().deleted(history.standing(), "admin", Instant.parse("2026-11-22T20:00:00Z")));
            Collections.shuffle(derived, new Random(seed));
            Flow flow = flow(history, RealHistoriesTest.result(derived));
            assertEquals("seed " + seed, history.wasOpenHere ? new Flow(0, 1, 0, 1, 0) : new Flow(0, 0, 0, 0, 0), flow);
            assertFalse("seed " + seed, JournalOrdering.of(derived).isPresent());
        }
    }

    private static int assertSaysWhatHappened(String which, GeneratedHistory history, List<Change> journal) {
        assertEndsWhereTheIssueIs(which, history, JournalOrdering.of(journal));
        MetricsProjection.Result result = RealHistoriesTest
                .result(journal.stream().sorted(java.util.Comparator.comparing(Change::at)).toList());
        assertEquals(which, 0, result.figures().stream().mapToLong(figure -> figure.corrected()).sum());
        boolean here = history.now.project() == GeneratedHistory.SHOP;
        boolean closed = here && history.isSettled() && history.wasOpenHere;
        boolean open = here && history.isOpen();
        Flow expected = new Flow(0, history.wasOpenHere ? 1 : 0, closed ? 1 : 0, history.wasOpenHere && !closed && !open ? 1 : 0,
                open ? 1 : 0);
        assertEquals(which, expected, flow(history, result));
        assertEquals(which, closed ? 1 : 0, result.closures().total());
        if (closed && history.isUnambiguous() && history.settledAt.isPresent()) {
            Duration off = Duration.between(result.closures().rows().get(0).at(), history.settledAt.get());
            assertTrue(which + off, off.compareTo(SKEW.negated()) >= 0);
        }
        return closed ? 1 : 0;
    }

    private static void assertEndsWhereTheIssueIs(String which, GeneratedHistory history, JournalOrdering journal) {
        assertTrue(which, journal.isPresent());
        assertEquals(which, Optional.of(history.now.phase()), journal.last(Item.PHASE));
        assertEquals(which, Optional.of(history.now.owner()), journal.last(Item.OWNER));
        assertEquals(which, Optional.of(history.now.due()), journal.last(Item.DUE));
        assertEquals(which, Optional.of(history.now.facing() ? "yes" : ""), journal.last(Item.CUSTOMER_FACING));
        assertEquals(which, Optional.of(history.now.fallback() ? "yes" : ""), journal.last(Item.FALLBACK));
    }

    private static Flow flow(GeneratedHistory history, MetricsProjection.Result result) {
        return history.decision ? result.decisions() : result.blockers();
    }
}
