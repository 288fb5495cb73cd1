package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Reason;

/**
 * Whether the Jira behind one link may be asked now. It counts a Jira that does not answer: no connection, no gateway, "unavailable", and
 * no answer to a call that costs nothing. A question that is slow or breaks is no reason to stop asking others; it only makes such a call
 * due. After several failures in a row Jira is not asked for a while; then one call finds out whether it is there again. A reader whom Jira
 * asked to wait waits without another call. Guarded by its owner; times are those of {@link MonotonicClock#nanos()}. See ADR 0039.
 */
final class CircuitBreaker {

    /**
     * Failures in a row after which Jira is not asked, and broken answers in a row after which one call finds out whether it answers at
     * all.
     */
    static final int IN_A_ROW = 3;
    /** Half of this many calls failing has the same effect. */
    static final int WINDOW = 10;
    static final Duration MIN_PAUSE = Duration.ofSeconds(5);
    /** So that a Jira that returns is found within half a minute, whatever it did before. */
    static final Duration MAX_PAUSE = Duration.ofSeconds(20);
    /** The longest a reader waits, whatever Jira says. */
    static final Duration MAX_THROTTLE = Duration.ofMinutes(5);
    /** The shortest time between two calls that find out whether a silent Jira is there. */
    static final Duration BETWEEN_PROBES = Duration.ofSeconds(5);
    private static final Duration MIN_THROTTLE = Duration.ofSeconds(1);
    private static final Duration DEFAULT_THROTTLE = Duration.ofSeconds(10);
    /** How long a Jira that takes no batch does not get another. */
    private static final Duration WITHOUT_BATCHES = Duration.ofMinutes(10);
    private static final Duration MAX_PROBE = Duration.ofSeconds(3);
    private static final int MAX_THROTTLED = 1_000;
    private static final Set<Kind> ANSWERS = Set.of(Kind.CONTENT, Kind.DENIED, Kind.RATE_LIMITED, Kind.BATCH_REFUSED, Kind.ALIVE);

    private enum State { CLOSED, OPEN, PROBING }

    /** Whether a reader may ask, or the reason why not; and whether a probe, a call that finds out if Jira answers, is due. */
    record Permit(Optional<Reason> refusal, boolean probe) {
    }

    private final Map<String, Long> throttledUntil = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_THROTTLED;
        }
    };
    private State state = State.CLOSED;
    private Reason lastFailure = Reason.UNREACHABLE;
    private int failuresInARow;
    private int brokenInARow;
    /** A bit for each of the last calls, set for a failure. */
    private int window;
    private long until;
    private boolean isBatchRefused;
    private long batchRefusedUntil;
    private Duration pause = MIN_PAUSE;
    private Optional<Long> answered = Optional.empty();
    private Optional<Long> lastProbe = Optional.empty();

    /** One for each link. */
    static final class PerLink {

        private static final int MAX = 50;

        private final Map<String, CircuitBreaker> breakers = new LinkedHashMap<>() {

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CircuitBreaker> eldest) {
                return size() > MAX;
            }
        };

        CircuitBreaker of(RequestCoordinator.Key key) {
            return breakers.computeIfAbsent(key.link(), any -> new CircuitBreaker());
        }

        /** That of a link which was asked something before. */
        Optional<CircuitBreaker> find(String link) {
            return Optional.ofNullable(breakers.get(link));
        }
    }

    Permit ask(String reader, long now) {
        Long end = throttledUntil.get(reader);
        if (end != null && now - end < 0) {
            return new Permit(Optional.of(Reason.BUSY), false);
        }
        throttledUntil.remove(reader);
        if (state == State.CLOSED) {
            return new Permit(Optional.empty(), false);
        }
        if (state == State.PROBING && now - until >= 0) {
            open(lastFailure, Optional.empty(), now);
        }
        if (state == State.PROBING || now - until < 0) {
            return new Permit(Optional.of(lastFailure), false);
        }
        state = State.PROBING;
        until = now + MAX_PROBE.toNanos();
        return new Permit(Optional.of(lastFailure), true);
    }

    /** Whether several questions can be asked in one call now. */
    boolean allowsBatches(String reader, long now) {
        return state == State.CLOSED && !(isBatchRefused && now - batchRefusedUntil < 0) && ask(reader, now).refusal().isEmpty();
    }

    /** Why Jira is not asked now; empty while it is. */
    Optional<Reason> refusal() {
        return state == State.CLOSED ? Optional.empty() : Optional.of(lastFailure);
    }

    /** When Jira answered last; empty before it has. */
    Optional<Long> answered() {
        return answered;
    }

    Reason lastFailure() {
        return lastFailure;
    }

    boolean isSilentSince(long moment) {
        return answered.filter(last -> last - moment >= 0).isEmpty();
    }

    /** Whether to find out now if Jira answers at all. */
    boolean isProbeDue(boolean silent, long now) {
        boolean due = state == State.CLOSED && (silent || brokenInARow >= IN_A_ROW)
                && lastProbe.filter(last -> now - last < BETWEEN_PROBES.toNanos()).isEmpty();
        lastProbe = due ? Optional.of(now) : lastProbe;
        return due;
    }

    /** Takes the outcome of a call for {@code reader}. */
    void recordReplies(List<Reply> replies, String reader, long now) {
        Set<Kind> kinds = replies.stream().map(Reply::kind).collect(Collectors.toSet());
        Optional<Reply> failed = replies.stream().filter(reply -> reply.kind() == Kind.FAILED).findFirst();
        replies.stream().filter(reply -> reply.kind() == Kind.RATE_LIMITED).findFirst()
                .ifPresent(reply -> throttle(reader, reply.retryAfter().orElse(DEFAULT_THROTTLE), now));
        if (kinds.contains(Kind.BATCH_REFUSED)) {
            isBatchRefused = true;
            batchRefusedUntil = now + WITHOUT_BATCHES.toNanos();
        }
        if (kinds.stream().anyMatch(ANSWERS::contains)) {
            succeeded(now);
        } else if (kinds.contains(Kind.INVALID)) {
            answered = Optional.of(now);
            brokenInARow++;
        } else if (failed.isPresent() && state == State.CLOSED) {
            failed(failed.get(), now);
        }
    }

    /** Takes the outcome of a call that found out whether Jira answers; returns whether it must not be asked from now on. */
    boolean recordProbe(Reply reply, long now) {
        if (ANSWERS.contains(reply.kind())) {
            succeeded(now);
        } else if (reply.kind() == Kind.FAILED || reply.kind() == Kind.INVALID || reply.kind() == Kind.SLOW) {
            open(reply.reason().orElse(lastFailure), reply.retryAfter(), now);
            return true;
        } else if (state == State.PROBING) {
            state = State.OPEN;
            until = now;
        }
        return false;
    }

    private void succeeded(long now) {
        state = State.CLOSED;
        answered = Optional.of(now);
        failuresInARow = 0;
        brokenInARow = 0;
        window = window << 1 & (1 << WINDOW) - 1;
        pause = MIN_PAUSE;
    }

    private void failed(Reply failure, long now) {
        lastFailure = failure.reason().orElse(lastFailure);
        failuresInARow++;
        window = (window << 1 | 1) & (1 << WINDOW) - 1;
        if (failure.retryAfter().isPresent() || failuresInARow >= IN_A_ROW || Integer.bitCount(window) >= WINDOW / 2) {
            open(lastFailure, failure.retryAfter(), now);
        }
    }

    private void open(Reason reason, Optional<Duration> retryAfter, long now) {
        pause = state == State.PROBING ? within(MIN_PAUSE, pause.multipliedBy(2), MAX_PAUSE) : MIN_PAUSE;
        state = State.OPEN;
        lastFailure = reason;
        until = now + within(pause, retryAfter.orElse(pause), MAX_PAUSE).toNanos();
        window = 0;
    }

    private void throttle(String reader, Duration retryAfter, long now) {
        throttledUntil.remove(reader);
        throttledUntil.put(reader, now + within(MIN_THROTTLE, retryAfter, MAX_THROTTLE).toNanos());
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        return wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
    }
}
