package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decisiongates.confluence.link.Flight.Kind;
import org.decisiongates.confluence.link.Flight.Reply;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;

/**
 * Whether the Jira behind one link may be asked now. After a row of failures nobody asks it for a while; then one call finds out whether
 * it is there again. A reader whom Jira told to wait is kept waiting without asking it. Guarded by whoever owns it; times are those of
 * {@link Ticks#nanos()}.
 */
final class LinkBreaker {

    /** Failures in a row after which nobody asks. */
    static final int IN_A_ROW = 3;
    /** Half of this many calls failing will do as well. */
    static final int WINDOW = 10;
    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    /** So that a Jira that returns is found within half a minute, whatever it did before. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** How long a reader is kept waiting at most, whatever Jira says. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);
    private static final Duration USUAL_HOLD = Duration.ofSeconds(10);
    /** How long a Jira that takes no batch is not offered another. */
    private static final Duration ALONE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(3);
    private static final int MOST_HELD = 1_000;

    private enum State { CLOSED, OPEN, PROBING }

    /** What somebody who wants to ask is told: go, go as the one who finds out, or the reason why not. */
    record Leave(Optional<Reason> refusal, boolean probe) {
    }

    private final Map<String, Long> heldUntil = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_HELD;
        }
    };
    private State state = State.CLOSED;
    private Reason lastFailure = Reason.UNREACHABLE;
    private int failuresInARow;
    /** A bit for each of the last calls, set for a failure. */
    private int window;
    private long until;
    private boolean alone;
    private long aloneUntil;
    private Duration pause = SHORTEST_PAUSE;

    /** One for each link. */
    static final class OfLinks {

        private static final int MOST = 50;

        private final Map<String, LinkBreaker> breakers = new LinkedHashMap<>() {

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, LinkBreaker> eldest) {
                return size() > MOST;
            }
        };

        LinkBreaker of(AnswerDesk.Key key) {
            return breakers.computeIfAbsent(key.link(), any -> new LinkBreaker());
        }
    }

    Leave ask(String reader, long now) {
        Long end = heldUntil.get(reader);
        if (end != null && now - end < 0) {
            return new Leave(Optional.of(Reason.BUSY), false);
        }
        heldUntil.remove(reader);
        if (state == State.CLOSED) {
            return new Leave(Optional.empty(), false);
        }
        if (state == State.PROBING && now - until >= 0) {
            failed(lastFailure, Optional.empty(), now);
        }
        if (state == State.PROBING || now - until < 0) {
            return new Leave(Optional.of(lastFailure), false);
        }
        state = State.PROBING;
        until = now + LONGEST_PROBE.toNanos();
        return new Leave(Optional.empty(), true);
    }

    /** Whether several questions can be asked in one call now. */
    boolean takesBatches(String reader, long now) {
        return state == State.CLOSED && !(alone && now - aloneUntil < 0) && ask(reader, now).refusal().isEmpty();
    }

    Reason lastFailure() {
        return lastFailure;
    }

    /** What came of a call for {@code reader}. */
    void landed(List<Reply> replies, String reader, long now) {
        Set<Kind> kinds = replies.stream().map(Reply::kind).collect(Collectors.toSet());
        Optional<Reply> held = replies.stream().filter(reply -> reply.kind() == Kind.HELD).findFirst();
        Optional<Reply> failed = replies.stream().filter(reply -> reply.kind() == Kind.FAILED).findFirst();
        held.ifPresent(reply -> hold(reader, reply.retryAfter().orElse(USUAL_HOLD), now));
        if (kinds.contains(Kind.ONE_BY_ONE)) {
            alone = true;
            aloneUntil = now + ALONE.toNanos();
        }
        if (kinds.contains(Kind.GOOD) || kinds.contains(Kind.DENIED) || kinds.contains(Kind.HELD) || kinds.contains(Kind.ONE_BY_ONE)) {
            succeeded();
        } else if (failed.isPresent()) {
            failed(failed.get().reason().orElse(lastFailure), failed.get().retryAfter(), now);
        } else if (state == State.PROBING) {
            state = State.OPEN;
            until = now;
        }
    }

    private void succeeded() {
        state = State.CLOSED;
        failuresInARow = 0;
        window = window << 1 & (1 << WINDOW) - 1;
        pause = SHORTEST_PAUSE;
    }

    private void failed(Reason reason, Optional<Duration> retryAfter, long now) {
        boolean again = state == State.PROBING;
        lastFailure = reason;
        failuresInARow++;
        window = (window << 1 | 1) & (1 << WINDOW) - 1;
        if (again || retryAfter.isPresent() || failuresInARow >= IN_A_ROW || Integer.bitCount(window) >= WINDOW / 2) {
            pause = again ? within(SHORTEST_PAUSE, pause.multipliedBy(2), LONGEST_PAUSE) : SHORTEST_PAUSE;
            state = State.OPEN;
            until = now + within(pause, retryAfter.orElse(pause), LONGEST_PAUSE).toNanos();
            window = 0;
        }
    }

    private void hold(String reader, Duration retryAfter, long now) {
        heldUntil.remove(reader);
        heldUntil.put(reader, now + within(SHORTEST_HOLD, retryAfter, LONGEST_HOLD).toNanos());
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        return wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
    }
}
