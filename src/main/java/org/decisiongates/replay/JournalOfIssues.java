package org.decisiongates.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.timeline.GateEvent;

/** What the journal of gates has of some issues, as far as that is not too much to be held at once. */
public final class JournalOfIssues {

    /** Of how many gates of an issue it is held; a program that tries in vain each minute makes half a million of them a year. */
    public static final int MAX_EVENTS = 500;

    private final Map<Long, List<GateEvent>> events = new HashMap<>();
    private final Set<Long> tooMany = new HashSet<>();

    /** @param events in the order of time, each of some issue */
    public JournalOfIssues(Iterator<GateEvent> events) {
        events.forEachRemaining(event -> event.issueId().ifPresent(id -> take(id, event)));
    }

    private void take(long issueId, GateEvent event) {
        if (tooMany.contains(issueId)) {
            return;
        }
        List<GateEvent> before = events.computeIfAbsent(issueId, id -> new ArrayList<>());
        if (before.size() == MAX_EVENTS) {
            tooMany.add(issueId);
            events.remove(issueId);
        } else {
            before.add(event);
        }
    }

    /** Whether it has all of the issue; of one with more than {@value #MAX_EVENTS} gates it has none. */
    public boolean isWhole(long issueId) {
        return !tooMany.contains(issueId);
    }

    /** The gates of an issue that is whole, in the order of time. */
    public List<GateEvent> of(long issueId) {
        return events.getOrDefault(issueId, List.of());
    }
}
