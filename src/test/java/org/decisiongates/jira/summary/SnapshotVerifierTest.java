package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.Before;
import org.junit.Test;

import org.decisiongates.audit.Erasures;
import org.decisiongates.fixture.TestTime;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.time.Week;

public class SnapshotVerifierTest {

    private static final Week WEEK = Week.parse("2026-W47");
    private static final String BODY = new WeekSnapshot("UTC", Listing.of(List.of()), Listing.of(List.of()), Listing.of(List.of()),
            Listing.of(List.of()), new GateTally(0, 0, 0, 0, 0, List.of()), List.of(), Listing.of(List.of()), OpenTallies.NONE,
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()).text();

    private final Snapshots snapshots = mock(Snapshots.class);
    private final List<String> hashed = new ArrayList<>();
    private SealedSnapshot first;
    private SealedSnapshot second;

    @Before
    public void closeTwoWeeks() {
        first = closed("2026-W46", "");
        second = closed("2026-W47", first.seal());
        stored(second, first);
    }

    @Test
    public void hashesAWeekOnceWhileItStaysAsItIs() {
        SnapshotVerifier verifier = verifier(1_000_000);
        SnapshotVerifier.Verified seen = verifier.upTo(1, WEEK);
        assertEquals(2, seen.weeks().size());
        for (int i = 0; i < 5; i++) {
            assertSame("nor is it read again", seen.intact().get(0), verifier.upTo(1, WEEK).intact().get(0));
        }
        assertEquals(List.of("2026-W47", "2026-W46"), hashed);
    }

    @Test
    public void hashesAWeekAgainThatWasChanged() {
        SnapshotVerifier verifier = verifier(1_000_000);
        assertTrue(verifier.upTo(1, WEEK).isIntact());
        SealedSnapshot changed = new SealedSnapshot(second.scope(), second.week(), second.closedAt(), second.rebuilt(),
                second.body() + " ", second.previous(), second.seal());
        stored(changed, first);
        assertFalse(verifier.upTo(1, WEEK).isIntact());
        assertFalse(verifier.upTo(1, WEEK).isIntact());
        stored(second, first);
        assertTrue("restored", verifier.upTo(1, WEEK).isIntact());
        assertEquals(List.of("2026-W47", "2026-W46", "2026-W47", "2026-W47"), hashed);
    }

    /** The chain is compared at each view: which week came before is not part of what is known of a week. */
    @Test
    public void noticesThatAWeekBeforeWasTakenOut() {
        SnapshotVerifier verifier = verifier(1_000_000);
        assertTrue(verifier.upTo(1, WEEK).isIntact());
        stored(second);
        assertFalse(verifier.upTo(1, WEEK).isIntact());
    }

    @Test
    public void keepsNoMoreThanItMay() {
        SnapshotVerifier verifier = verifier(first.body().length() + 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(2, verifier.upTo(1, WEEK).weeks().size());
        }
        assertTrue("one of the two finds no room: " + hashed, hashed.size() > 3);
    }

    private SnapshotVerifier verifier(long mostCharacters) {
        return new SnapshotVerifier(snapshots, mock(Erasures.class), new VerifiedWeekCache(row -> {
            hashed.add(row.week());
            return Seal.isSealed(row);
        }, mostCharacters));
    }

    private void stored(SealedSnapshot... rows) {
        when(snapshots.latest(any(), any(), anyInt())).thenReturn(List.of(rows));
    }

    private static SealedSnapshot closed(String week, String previous) {
        return Seal.on(new SealedSnapshot("project:1", week, TestTime.NOW, false, BODY, previous, ""));
    }
}
