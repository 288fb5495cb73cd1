package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.SummaryAnswer.Found;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.decisiongates.confluence.link.SummaryClient.Key;
import org.decisiongates.confluence.link.SummaryClient.Wish;

/**
 * The answers of the last hours on this node: copies of summaries, and separately refusals and failures, so that no refusal displaces a copy.
 * Derived, bounded and local to the node by design: every node asks for itself. Guarded by its owner; times are those of
 * {@link MonotonicClock#nanos()}.
 */
final class SummaryCache {

    private static final long MIB = 1024 * 1024;
    /** Copies: enough for the pages of a few hundred readers; one of them has at most the macros of a few large pages, or a quarter of the room. */
    static final QuotaCache.Limits COPIES = new QuotaCache.Limits(500, 16 * MIB, 100, 4 * MIB);
    static final QuotaCache.Limits REFUSALS = new QuotaCache.Limits(500, MIB, 50, MIB / 8);
    /** How long an answer is given again without asking Jira, give or take a tenth. */
    static final Duration FRESH = Duration.ofSeconds(60);
    /** Until this age it is given at once while Jira is asked; an older one only when Jira is not back within {@link #SHORT_WAIT}. */
    static final Duration AT_ONCE = FRESH.multipliedBy(2);
    static final Duration SHORT_WAIT = Duration.ofMillis(250);
    /** How long a last good copy is shown while Jira is away. */
    static final Duration LAST_GOOD = Duration.ofHours(24);
    /** How long a refusal is given again, give or take a tenth. */
    static final Duration DENIED = Duration.ofSeconds(10);
    /** How long nobody asks again what just failed. */
    static final Duration FAILED = Duration.ofSeconds(2);
    /** How long nobody asks again what took too long; twice as long each time, up to {@link #LONGEST_BACK_OFF}. */
    static final Duration BACK_OFF = Duration.ofSeconds(10);
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    /** How often somebody can have Jira asked anew. */
    static final Duration ANEW = Duration.ofSeconds(5);
    /** Objects take about twice the room of the JSON they were read from. */
    private static final int ROOM_OF_A_BYTE = 2;
    private static final int ROOM_OF_AN_ENTRY = 1024;

    /**
     * An answer, and when it may be given.
     *
     * @param fetched when Jira gave it
     * @param until   until when it is given without asking Jira again
     * @param asked   when Jira was last asked
     * @param failure what came of asking again, if nothing
     * @param slow    how often in a row Jira took too long
     */
    record Kept(SummaryAnswer answer, long fetched, long until, long asked, Optional<Reason> failure, int slow) {

        boolean isSummary() {
            return answer instanceof Found;
        }

        /** Whether it can be given as it is. */
        boolean willDo(Wish wish, long now) {
            boolean anew = wish == Wish.ANEW && slow == 0;
            return anew ? Duration.ofNanos(now - asked).compareTo(ANEW) < 0 : now - until < 0;
        }

        /** How long somebody waits for a newer one before he takes this one. */
        Duration patience(Wish wish, long now) {
            return wish == Wish.ANEW || !isSummary() ? SummaryClient.BUDGET : now - fetched < AT_ONCE.toNanos() ? Duration.ZERO
                    : SHORT_WAIT;
        }

        /** What it says now, and why nothing newer is said. */
        SummaryAnswer told(Optional<Reason> whyStale, long now) {
            return answer instanceof Found found
                    ? new Found(found.summary(), found.jira(), found.fetchedAt(), Duration.ofNanos(now - fetched),
                            whyStale.or(this::failure))
                    : answer;
        }

        private Kept after(Reason newFailure, long now, Rest rest) {
            return new Kept(answer, fetched, now + rest.length().toNanos(), now, Optional.of(newFailure), rest.slow());
        }

        private boolean isOver(long now) {
            return isSummary() ? now - fetched >= LAST_GOOD.toNanos() : now - until >= 0;
        }

        /** A question that was slow is remembered for a while after it may be asked again. */
        private boolean isForgotten(long now) {
            return isOver(now) && (isSummary() || now - until >= backOff(slow).toNanos());
        }

        private static Duration backOff(int times) {
            Duration pause = BACK_OFF.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 10));
            return times == 0 ? Duration.ZERO : pause.compareTo(LONGEST_BACK_OFF) < 0 ? pause : LONGEST_BACK_OFF;
        }
    }

    /** How long nobody asks, and how often in a row Jira took too long before that. */
    private record Rest(Duration length, int slow) {
    }

    private final QuotaCache<Kept> copies = new QuotaCache<>(COPIES);
    private final QuotaCache<Kept> refusals = new QuotaCache<>(REFUSALS);
    private final RandomGenerator random;

    SummaryCache(RandomGenerator random) {
        this.random = random;
    }

    /** What is kept for this question of this reader, and of nobody else. */
    Optional<Kept> get(Key key, long now) {
        return stored(key, now).filter(kept -> !kept.isOver(now));
    }

    /** Whether Jira took too long the last time it was asked this. */
    boolean wasSlow(Key key, long now) {
        return stored(key, now).filter(kept -> kept.slow() > 0).isPresent();
    }

    /** Remembers what came of asking. What Jira refuses is forgotten at once; what failed leaves the last good copy as it is. */
    void note(Key key, Reply reply, long now) {
        switch (reply.kind()) {
            case GOOD -> put(key, reply, now, new Rest(jittered(FRESH), 0));
            case DENIED, UNAUTHORISED -> {
                remove(key);
                // Somebody who is sent away to approve comes back within seconds.
                if (reply.reason().filter(reason -> reason == Reason.AUTHORISE).isEmpty()) {
                    put(key, reply, now, new Rest(jittered(DENIED), 0));
                }
            }
            case FAILED, BROKEN, HELD, LATER -> failed(key, reply, now, new Rest(FAILED, 0));
            case SLOW -> {
                int times = stored(key, now).map(Kept::slow).orElse(0) + 1;
                failed(key, reply, now, new Rest(Kept.backOff(times), times));
            }
            default -> {
                // nothing was learnt
            }
        }
    }

    /** What somebody is told whose question came to {@code reply}. */
    SummaryAnswer told(Key key, Reply reply, long now) {
        boolean failed = reply.answer() instanceof Missing && reply.kind() != InFlightRequest.Kind.DENIED
                && reply.kind() != InFlightRequest.Kind.UNAUTHORISED;
        return get(key, now).filter(kept -> failed && kept.isSummary()).map(kept -> kept.told(reply.reason(), now)).orElse(reply.answer());
    }

    /** What somebody is told who cannot be told anything newer. */
    SummaryAnswer instead(Key key, Reason reason, long now) {
        return get(key, now).map(kept -> kept.told(Optional.of(reason), now)).orElseGet(() -> Missing.because(reason, ""));
    }

    int size() {
        return copies.size() + refusals.size();
    }

    long room() {
        return copies.bytes() + refusals.bytes();
    }

    private Optional<Kept> stored(Key key, long now) {
        Optional<Kept> stored = copies.get(key).or(() -> refusals.get(key));
        if (stored.filter(entry -> entry.isForgotten(now)).isPresent()) {
            remove(key);
            return Optional.empty();
        }
        return stored;
    }

    /** What failed leaves the last good copy as it is. */
    private void failed(Key key, Reply reply, long now, Rest rest) {
        get(key, now).filter(Kept::isSummary).ifPresentOrElse(
                kept -> copies.replace(key, kept.after(reply.reason().orElse(Reason.FAILED), now, rest)), () -> put(key, reply, now, rest));
    }

    private void put(Key key, Reply reply, long now, Rest rest) {
        remove(key);
        long size = ROOM_OF_AN_ENTRY + 2L * (key.link().length() + key.query().length() + key.reader().length())
                + (long) ROOM_OF_A_BYTE * reply.bytes();
        Kept kept = new Kept(reply.answer(), now, now + rest.length().toNanos(), now, Optional.empty(), rest.slow());
        (kept.isSummary() ? copies : refusals).put(key, kept, size);
    }

    private void remove(Key key) {
        copies.remove(key);
        refusals.remove(key);
    }

    /** So that answers that came together do not run out together. */
    private Duration jittered(Duration about) {
        return Duration.ofNanos((long) (about.toNanos() * (0.9 + 0.2 * random.nextDouble())));
    }
}
