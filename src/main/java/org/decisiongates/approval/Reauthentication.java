package org.decisiongates.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.Message;

/**
 * Asks people for their password again. Whoever typed a wrong one too often within a while is not asked until that is over, so that nobody
 * finds a password by trying in a session that was left open. That is kept in the memory of this node: each node counts by itself, and
 * forgets it when it stops.
 */
public final class Reauthentication {

    static final int MAX_WRONG = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final PasswordCheck check;
    /** When each person typed a wrong password, or one that is being checked, by user key; the oldest first. */
    private final Map<String, Deque<Instant>> wrong = new HashMap<>();

    public Reauthentication(PasswordCheck check) {
        this.check = check;
    }

    /**
     * Why somebody may not go on; empty where the password is theirs.
     *
     * @param userKey user key of whoever typed it
     * @param now     the moment, UTC
     */
    Optional<Message> fault(String userKey, Password typed, Instant now) {
        if (typed.isEmpty()) {
            return Optional.of(Message.of("decision-gates.approval.password.missing"));
        }
        Optional<Instant> open = lockedUntil(userKey, now);
        if (open.isPresent()) {
            long minutes = Duration.between(now, open.get()).plusMinutes(1).minusMillis(1).toMinutes();
            return Optional.of(Message.of("decision-gates.approval.password.too-many", MAX_WRONG, Math.max(1, minutes)));
        }
        // it counts as wrong while it is checked: many that are sent at once are no more tries than one after the other
        return switch (check.outcome(userKey, typed)) {
            case RIGHT -> {
                forget(userKey);
                yield Optional.empty();
            }
            case WRONG -> Optional.of(Message.of("decision-gates.approval.password.wrong"));
            case NOT_POSSIBLE -> {
                takeBack(userKey, now);
                yield Optional.of(Message.of("decision-gates.approval.password.not-possible"));
            }
        };
    }

    /** When somebody may try again; empty for now, which is counted as a try. */
    private synchronized Optional<Instant> lockedUntil(String userKey, Instant now) {
        for (Iterator<Deque<Instant>> all = wrong.values().iterator(); all.hasNext();) {
            Deque<Instant> tries = all.next();
            tries.removeIf(at -> !now.isBefore(at.plus(WINDOW)));
            if (tries.isEmpty()) {
                all.remove();
            }
        }
        Deque<Instant> tries = wrong.computeIfAbsent(userKey, any -> new ArrayDeque<>());
        if (tries.size() >= MAX_WRONG) {
            return Optional.of(tries.getFirst().plus(WINDOW));
        }
        tries.addLast(now);
        return Optional.empty();
    }

    private synchronized void forget(String userKey) {
        wrong.remove(userKey);
    }

    private synchronized void takeBack(String userKey, Instant at) {
        Deque<Instant> tries = wrong.get(userKey);
        if (tries != null) {
            tries.removeLastOccurrence(at);
        }
    }
}
