package org.decisiongates.replay;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.timeline.GateEvent;

public class JournalOfIssuesTest {

    @Test
    public void holdsNothingOfAnIssueWithTooManyGatesAndAllOfTheOthers() {
        GateEvent event = aGateEvent().event();
        long id = event.issueId().orElseThrow();
        JournalOfIssues full = new JournalOfIssues(Stream.generate(() -> event).limit(JournalOfIssues.MAX_EVENTS).iterator());
        assertTrue(full.isWhole(id));
        assertEquals(JournalOfIssues.MAX_EVENTS, full.of(id).size());

        JournalOfIssues beyond = new JournalOfIssues(Stream.generate(() -> event).limit(100_000).iterator());
        assertFalse(beyond.isWhole(id));
        assertEquals(List.of(), beyond.of(id));
        assertTrue(beyond.isWhole(id + 1));
        assertEquals(List.of(), beyond.of(id + 1));
    }
}
