package org.decisiongates.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.decisiongates.approval.PasswordCheck.Outcome;
import org.decisiongates.text.Message;

/**
 * Asks people for their password again. Whoever typed a wrong one too often within a while is not asked until that is over, so that nobody
 * finds a password by trying in a session that was left open. That is kept in the memory of this node: each node counts by itself, and
 * forgets it when it stops.
 */
public final class Reauthentication {

    static final Message MISSING = Message.of("decision-gates.approval.password.missing");
    static final int MAX_WRONG = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final PasswordCheck check;
    private final Consumer<String> refused;
    /** When each person typed a wrong password, by user key; the oldest first. */
    private final Map<String, PriorityQueue<Instant>> wrong = new HashMap<>();
    /** How many passwords of each person are being checked, by user key. */
    private final Map<String, Integer> underWay = new HashMap<>();

    /** @param refused told the user key of whoever has just typed as many wrong passwords as they may */
    public Reauthentication(PasswordCheck check, Consumer<String> refused) {
        this.check = check;
        this.refused = refused;
    }

    /**
     * Why somebody may not go on; empty where the password is theirs.
     *
     * @param userKey user key of whoever typed it
     * @param now     the moment, UTC
     */
    Optional<Message> fault(String userKey, Password typed, Instant now) {
        if (typed.isEmpty()) {
            return Optional.of(MISSING);
        }
        Optional<Message> refusal = refusal(userKey, now);
        if (refusal.isPresent()) {
            return refusal;
        }
        // what the host throws is a try, as it may have come after the check
        Outcome outcome = Outcome.WRONG;
        int tries = 0;
        try {
            outcome = Objects.requireNonNull(check.outcome(userKey, typed), "outcome");
        } finally {
            tries = count(userKey, outcome, now);
            if (tries >= MAX_WRONG) {
                refused.accept(userKey);
            }
        }
        return switch (outcome) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(Message.of("decision-gates.approval.password.wrong", Math.max(0, MAX_WRONG - tries),
                    WINDOW.toMinutes()));
            case NOT_POSSIBLE -> Optional.of(Message.of("decision-gates.approval.password.not-possible"));
        };
    }

    /**
     * Why somebody is not asked; empty where they are, which is under way from now on. Many passwords that are sent at once are no more
     * tries than one after the other, so each that is under way takes the place of one that was wrong.
     */
    private synchronized Optional<Message> refusal(String userKey, Instant now) {
        for (Iterator<PriorityQueue<Instant>> all = wrong.values().iterator(); all.hasNext();) {
            PriorityQueue<Instant> tries = all.next();
            tries.removeIf(at -> !now.isBefore(at.plus(WINDOW)));
            if (tries.isEmpty()) {
                all.remove();
            }
        }
        PriorityQueue<Instant> tries = wrong.getOrDefault(userKey, new PriorityQueue<>());
        if (tries.size() >= MAX_WRONG) {
            long minutes = Duration.between(now, tries.element().plus(WINDOW)).plusMinutes(1).minusMillis(1).toMinutes();
            return Optional.of(Message.of("decision-gates.approval.password.too-many", MAX_WRONG, Math.max(1, minutes)));
        }
        if (tries.size() + underWay.getOrDefault(userKey, 0) >= MAX_WRONG) {
            return Optional.of(Message.of("decision-gates.approval.password.under-way"));
        }
        underWay.merge(userKey, 1, Integer::sum);
        return Optional.empty();
    }

    /** How many wrong ones this makes; 0 where it is no wrong one. */
    private synchronized int count(String userKey, Outcome outcome, Instant at) {
        underWay.computeIfPresent(userKey, (key, tries) -> tries == 1 ? null : tries - 1);
        if (outcome == Outcome.RIGHT) {
            wrong.remove(userKey);
        }
        if (outcome != Outcome.WRONG) {
            return 0;
        }
        PriorityQueue<Instant> tries = wrong.computeIfAbsent(userKey, any -> new PriorityQueue<>());
        tries.add(at);
        return tries.size();
    }
}
