package org.decisiongates.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.decisiongates.timeline.GateEvent;

/**
 * One attempt at a transition, as the journal has it: an entry for each gate that was asked, up to the one that refused.
 *
 * @param events its entries, in order
 */
record GateAttempt(List<GateEvent> events) {

    /** How long the gates of one transition may take. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    GateAttempt {
        events = List.copyOf(events);
    }

    /** The attempts that entries about one issue tell of, in order. */
    static List<GateAttempt> of(List<GateEvent> events) {
        List<GateAttempt> attempts = new ArrayList<>();
        List<GateEvent> current = new ArrayList<>();
        for (GateEvent event : events.stream().sorted(Comparator.comparing(GateEvent::at)).toList()) {
            if (!current.isEmpty() && !continues(current, event)) {
                attempts.add(new GateAttempt(current));
                current.clear();
            }
            current.add(event);
        }
        if (!current.isEmpty()) {
            attempts.add(new GateAttempt(current));
        }
        return attempts;
    }

    private static boolean continues(List<GateEvent> current, GateEvent event) {
        GateEvent last = current.get(current.size() - 1);
        return last.letsThrough() && last.actionId() == event.actionId() && last.workflow().equals(event.workflow())
                && last.actor().equals(event.actor())
                && Duration.between(current.get(0).at(), event.at()).compareTo(LONGEST) <= 0
                && current.stream().noneMatch(earlier -> earlier.gate().equals(event.gate()));
    }

    boolean wasRefused() {
        return !last().letsThrough();
    }

    /** When the last gate was asked. */
    Instant at() {
        return last().at();
    }

    int action() {
        return last().actionId();
    }

    String transition() {
        return last().transition();
    }

    Optional<String> actor() {
        return Optional.of(last().actor()).filter(key -> !key.isEmpty() && !key.equals(GateEvent.ERASED));
    }

    private GateEvent last() {
        return events.get(events.size() - 1);
    }
}
