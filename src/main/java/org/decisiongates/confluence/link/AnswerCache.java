package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * The answers of the last hours on this node: copies of what it said, and separately refusals and failures, so that no refusal displaces a
 * copy. Derived, bounded and local to the node by design: every node asks for itself. Guarded by its owner; times are those of
 * {@link MonotonicClock#nanos()}.
 */
final class AnswerCache {

    private static final long MIB = 1024 * 1024;
    /**
     * Copies: enough for the pages of a few hundred readers; one reader has at most the macros of a few large pages, or a quarter of
     * the bytes.
     */
    static final QuotaCache.Limits COPIES = new QuotaCache.Limits(500, 16 * MIB, 100, 4 * MIB);
    static final QuotaCache.Limits REFUSALS = new QuotaCache.Limits(500, MIB, 50, MIB / 8);
    /** How long an answer is given again without asking Jira, give or take a tenth. */
    static final Duration FRESH = Duration.ofSeconds(60);
    /** Until this age it is given at once while Jira is asked; an older one only when Jira is not back within {@link #SHORT_WAIT}. */
    static final Duration STALE_WHILE_REVALIDATE = FRESH.multipliedBy(2);
    static final Duration SHORT_WAIT = Duration.ofMillis(250);
    /** How long a last good copy is shown while Jira is away. */
    static final Duration STALE_IF_ERROR = Duration.ofHours(24);
    /** How long a refusal is given again, give or take a tenth. */
    static final Duration DENIED = Duration.ofSeconds(10);
    /** How long a question that just failed is not asked again. */
    static final Duration FAILED = Duration.ofSeconds(2);
    /** How long a question that took too long is not asked again; twice as long each time, up to {@link #MAX_BACK_OFF}. */
    static final Duration BACK_OFF = Duration.ofSeconds(10);
    static final Duration MAX_BACK_OFF = Duration.ofMinutes(5);
    /** The shortest time between two refreshes by a reader. */
    static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);
    /** Objects take about twice the heap of the JSON they were read from. */
    private static final int HEAP_BYTES_PER_JSON_BYTE = 2;
    private static final int HEAP_BYTES_PER_ENTRY = 1024;

    /** How long Jira is not asked, and how often in a row it took too long before that. */
    record Backoff(Duration duration, int slow) {
    }

    private final QuotaCache<CacheEntry> copies;
    private final QuotaCache<CacheEntry> refusals;
    private final RandomGenerator random;

    AnswerCache(RandomGenerator random, MonotonicClock clock) {
        this.copies = new QuotaCache<>(COPIES, STALE_IF_ERROR, clock);
        // by then the longest memory of a slow question is over
        this.refusals = new QuotaCache<>(REFUSALS, MAX_BACK_OFF.multipliedBy(2), clock);
        this.random = random;
    }

    /** The entry for this question of this reader, and of no other. */
    Optional<CacheEntry> get(Key key, long now) {
        return stored(key, now).filter(cached -> !cached.isExpired(now));
    }

    /** Whether Jira took too long the last time it was asked this. */
    boolean wasSlow(Key key, long now) {
        return stored(key, now).filter(cached -> cached.slow() > 0).isPresent();
    }

    /** Remembers what came of asking. What Jira refuses is forgotten at once; what failed leaves the last good copy as it is. */
    void record(Key key, Reply reply, long now) {
        switch (reply.kind()) {
            case CONTENT -> put(key, reply, now, new Backoff(jittered(FRESH), 0));
            case DENIED, UNAUTHORISED -> {
                remove(key);
                // Somebody who is sent away to approve comes back within seconds.
                if (reply.reason().filter(reason -> reason == Reason.AUTHORISE).isEmpty()) {
                    put(key, reply, now, new Backoff(jittered(DENIED), 0));
                }
            }
            case FAILED, INVALID, RATE_LIMITED, PENDING -> failed(key, reply, now, new Backoff(FAILED, 0));
            case SLOW -> {
                int times = stored(key, now).map(CacheEntry::slow).orElse(0) + 1;
                failed(key, reply, now, new Backoff(CacheEntry.backOff(times), times));
            }
            default -> {
                // nothing was learnt
            }
        }
    }

    /** The answer for a question whose call ended in {@code reply}: after a failure the last good copy, if there is one. */
    JiraAnswer answer(Key key, Reply reply, long now) {
        boolean failed = reply.answer() instanceof Missing && reply.kind() != InFlightRequest.Kind.DENIED
                && reply.kind() != InFlightRequest.Kind.UNAUTHORISED;
        return get(key, now).filter(cached -> failed && cached.isContent()).map(cached -> cached.answer(reply.reason(), now))
                .orElse(reply.answer());
    }

    /** The answer when there is no newer one: the copy with the reason, or the reason alone. */
    JiraAnswer answerWithout(Key key, Reason reason, long now) {
        return get(key, now).map(cached -> cached.answer(Optional.of(reason), now)).orElseGet(() -> Missing.because(reason, ""));
    }

    int size() {
        return copies.size() + refusals.size();
    }

    long bytes() {
        return copies.bytes() + refusals.bytes();
    }

    private Optional<CacheEntry> stored(Key key, long now) {
        Optional<CacheEntry> stored = copies.get(key).or(() -> refusals.get(key));
        if (stored.filter(entry -> entry.isDisposable(now)).isPresent()) {
            remove(key);
            return Optional.empty();
        }
        return stored;
    }

    /** What failed leaves the last good copy as it is. */
    private void failed(Key key, Reply reply, long now, Backoff backoff) {
        get(key, now).filter(CacheEntry::isContent).ifPresentOrElse(
                cached -> copies.replace(key, cached.after(reply.reason().orElse(Reason.FAILED), now, backoff)),
                () -> put(key, reply, now, backoff));
    }

    private void put(Key key, Reply reply, long now, Backoff backoff) {
        remove(key);
        long size = HEAP_BYTES_PER_ENTRY + 2L * (key.link().length() + key.question().length() + key.reader().length())
                + (long) HEAP_BYTES_PER_JSON_BYTE * reply.bytes();
        CacheEntry cached = new CacheEntry(reply.answer(), now, now + backoff.duration().toNanos(), now, Optional.empty(), backoff.slow());
        (cached.isContent() ? copies : refusals).put(key, cached, size);
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
