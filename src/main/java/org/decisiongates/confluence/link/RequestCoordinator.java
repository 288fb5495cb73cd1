package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.decisiongates.confluence.link.InFlightRequest.CallFactory;
import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Reason;

/**
 * Answers every question from the cache, from a request that is in flight, or by a new one: one request a question and reader at a time,
 * few waiters, nobody left waiting for a Jira that is away. A page stops waiting long before a request has to be over; what comes later
 * is in the cache when the page is loaded again. Knows no host. See ADR 0015 and 0039.
 */
final class RequestCoordinator {

    /** What a page waits, everything included. */
    static final Duration BUDGET = Duration.ofSeconds(2);
    /** Request threads waiting for Jira at any one time. */
    static final int MAX_WAITING = 4;
    /** Calls of one reader at any one time; and of these, such that take longer than a page waits. */
    static final int MAX_PER_READER = 8;
    static final int MAX_LATE_PER_READER = 2;

    /**
     * What is asked by whom.
     *
     * @param link     id of the application link
     * @param question what is asked: the address of the resource, and the query
     * @param reader   user key; empty for somebody who is not logged in
     */
    record Key(String link, String question, String reader) {
    }

    /** An answer, or how many nanoseconds to wait for which call. */
    record Lookup(Key key, Optional<JiraAnswer> answer, InFlightRequest request, long nanos, CallFactory factory) {

        static Lookup at(Key key, JiraAnswer answer) {
            return new Lookup(key, Optional.of(answer), null, 0, null);
        }
    }

    private final MonotonicClock clock;
    private final BoundedExecutor calls;
    private final AnswerCache cache;
    private final CircuitBreaker.PerLink breakers = new CircuitBreaker.PerLink();
    private final InFlightRequests inFlight = new InFlightRequests();
    private int waiting;

    RequestCoordinator(MonotonicClock clock, BoundedExecutor calls, RandomGenerator random) {
        this.clock = clock;
        this.calls = calls;
        this.cache = new AnswerCache(random, clock);
    }

    /** The answer, after {@link #BUDGET} at the latest. A reason without a subject is about the link. */
    JiraAnswer ask(Key key, Freshness freshness, CallFactory factory) {
        long end = clock.nanos() + BUDGET.toNanos();
        Lookup lookup = await(lookUp(key, freshness, factory), end);
        if (wasBatchRefused(lookup)) {
            stopWaiting();
            lookup = await(lookUp(key, freshness, factory), end);
        }
        return lookup.answer().isPresent() ? lookup.answer().get() : answerAfterWaiting(lookup);
    }

    /** Answers at once, or lets somebody wait, who then has to {@link #answerAfterWaiting}. */
    Lookup lookUp(Key key, Freshness freshness, CallFactory factory) {
        List<InFlightRequest> starting = new ArrayList<>();
        Optional<JiraAnswer> answer;
        InFlightRequest request;
        synchronized (this) {
            long now = clock.nanos();
            answer = cache.get(key, now).filter(cached -> cached.isFresh(freshness, now))
                    .map(cached -> cached.answer(Optional.empty(), now));
            if (answer.isEmpty()) {
                expireOverdue(now);
                probeIfSilent(key, now).ifPresent(starting::add);
                answer = inFlight.contains(key) ? Optional.empty() : startOrRefuse(key, starting, now);
            }
            request = inFlight.get(key);
        }
        starting.forEach(one -> launch(one, factory));
        return answer.map(known -> Lookup.at(key, known)).orElseGet(() -> join(key, freshness, request, factory));
    }

    /** The answer for somebody who has waited. */
    JiraAnswer answerAfterWaiting(Lookup lookup) {
        Optional<InFlightRequest> probe;
        JiraAnswer answer;
        synchronized (this) {
            stopWaiting();
            long now = clock.nanos();
            expireOverdue(now);
            probe = probeIfSilent(lookup.key(), now);
            answer = lookup.request().reply(lookup.key()).map(reply -> cache.answer(lookup.key(), reply, now))
                    .orElseGet(() -> cache.answerWithout(lookup.key(), breakers.of(lookup.key()).refusal().orElse(Reason.ASKING), now));
        }
        probe.ifPresent(request -> launch(request, lookup.factory()));
        return answer;
    }

    /**
     * Asks in as few calls as possible what is neither kept nor on its way; does not wait, and leaves a single question to whoever asks it.
     *
     * @param keys all of one link and one reader, without repetition
     */
    void prepare(List<Key> keys, CallFactory factory) {
        List<InFlightRequest> starting = new ArrayList<>();
        synchronized (this) {
            long now = clock.nanos();
            expireOverdue(now);
            List<Key> wanted = keys.stream().filter(key -> !inFlight.contains(key))
                    .filter(key -> cache.get(key, now).filter(cached -> cached.isFresh(Freshness.CACHED, now)).isEmpty()).toList();
            if (wanted.size() < 2 || !breakers.of(wanted.get(0)).allowsBatches(wanted.get(0).reader(), now)) {
                return;
            }
            // What was slow keeps nobody else waiting.
            Map<Boolean, List<Key>> bySpeed = wanted.stream().collect(Collectors.partitioningBy(key -> cache.wasSlow(key, now)));
            Stream.concat(Stream.of(bySpeed.get(false)), bySpeed.get(true).stream().map(List::of)).filter(part -> !part.isEmpty())
                    .takeWhile(part -> inFlight.of(part.get(0).reader()) < MAX_PER_READER)
                    .forEach(part -> starting.add(inFlight.add(InFlightRequest.of(part, now))));
        }
        starting.forEach(request -> launch(request, factory));
    }

    /**
     * How the Jira behind a link has answered so far; asks nothing.
     *
     * @param key of the link as {@link Key} has it
     */
    synchronized LinkState state(String key, String link, boolean primary) {
        Optional<CircuitBreaker> breaker = breakers.find(key);
        return new LinkState(link, primary, breaker.flatMap(CircuitBreaker::refusal),
                breaker.flatMap(CircuitBreaker::answered).map(at -> Duration.ofNanos(clock.nanos() - at)));
    }

    synchronized int waiting() {
        return waiting;
    }

    private Lookup await(Lookup lookup, long end) {
        if (lookup.answer().isEmpty()) {
            lookup.request().await(lookup.key(), Math.min(lookup.nanos(), end - clock.nanos()));
        }
        return lookup;
    }

    /** Whether the question has to be asked again, alone. */
    private static boolean wasBatchRefused(Lookup lookup) {
        return lookup.answer().isEmpty()
                && lookup.request().reply(lookup.key()).filter(reply -> reply.kind() == Kind.BATCH_REFUSED).isPresent();
    }

    private synchronized void stopWaiting() {
        waiting--;
    }

    private Optional<JiraAnswer> startOrRefuse(Key key, List<InFlightRequest> starting, long now) {
        CircuitBreaker.Permit permit = breakers.of(key).ask(key.reader(), now);
        if (permit.probe()) {
            starting.add(inFlight.add(InFlightRequest.probe(key.link(), key.reader(), now)));
        }
        Optional<Reason> refusal = permit.refusal()
                .or(() -> inFlight.of(key.reader()) < MAX_PER_READER ? Optional.empty() : Optional.of(Reason.ASKING));
        if (refusal.isEmpty()) {
            starting.add(inFlight.add(InFlightRequest.of(List.of(key), now)));
        }
        return refusal.map(reason -> cache.answerWithout(key, reason, now));
    }

    /** When Jira has said nothing for as long as a page waits, a call that costs it nothing finds out whether it answers at all. */
    private Optional<InFlightRequest> probeIfSilent(Key key, long now) {
        CircuitBreaker breaker = breakers.of(key);
        boolean silent = inFlight.lateOn(key.link(), now).stream().anyMatch(request -> breaker.isSilentSince(request.startedAt()));
        return breaker.isProbeDue(silent, now) ? Optional.of(inFlight.add(InFlightRequest.probe(key.link(), key.reader(), now)))
                : Optional.empty();
    }

    private void launch(InFlightRequest request, CallFactory factory) {
        boolean opened = false;
        try {
            InFlightRequest.PreparedCall prepared = factory.open(request.asked());
            opened = true;
            prepared.known().ifPresentOrElse(reply -> end(request, reply), () -> submit(request, prepared.call(), factory));
        } finally {
            if (!opened) {
                end(request, Reply.of(Kind.NOT_ASKED, Reason.FAILED, ""));
            }
        }
    }

    private void submit(InFlightRequest request, InFlightRequest.JiraCall call, CallFactory factory) {
        calls.lane(request.isProbe()).start(() -> makeCalls(request, call, factory), outcome -> end(request, request.outcome(outcome)))
                .ifPresentOrElse(request::setTask, () -> end(request, Reply.of(Kind.NOT_ASKED, Reason.BUSY, "")));
    }

    /** Makes one call, and another for what Jira left for later as long as it gets on; tells whether all was asked. */
    private boolean makeCalls(InFlightRequest request, InFlightRequest.JiraCall first, CallFactory factory) throws Exception {
        if (!startUnlessDone(request)) {
            return false;
        }
        InFlightRequest.JiraCall call = first;
        List<Key> asked = request.keys();
        while (true) {
            deliver(request, asked, call.run(() -> request.isOverdue(clock.nanos())));
            List<Key> rest = request.unanswered();
            if (rest.isEmpty() || rest.size() == asked.size() || request.isOverdue(clock.nanos())) {
                return rest.isEmpty();
            }
            InFlightRequest.PreparedCall next = factory.open(rest);
            if (next.known().isPresent()) {
                end(request, next.known().get());
                return true;
            }
            asked = rest;
            call = next.call();
        }
    }

    private synchronized boolean startUnlessDone(InFlightRequest request) {
        long now = clock.nanos();
        expireOverdue(now);
        if (!request.isDone()) {
            request.start(now);
        }
        return !request.isDone();
    }

    private synchronized Lookup join(Key key, Freshness freshness, InFlightRequest request, CallFactory factory) {
        long now = clock.nanos();
        if (request.reply(key).isPresent()) {
            return Lookup.at(key, cache.answer(key, request.reply(key).get(), now));
        }
        Optional<CacheEntry> cached = cache.get(key, now);
        Optional<Reason> refusal = breakers.of(key).refusal();
        if (refusal.isPresent()) {
            return Lookup.at(key, cache.answerWithout(key, refusal.get(), now));
        }
        Duration maxWait = cached.map(entry -> entry.maxWait(freshness, now)).orElse(BUDGET);
        if (cached.isPresent() && maxWait.isZero()) {
            return Lookup.at(key, cached.get().answer(Optional.empty(), now));
        }
        // All questions of a page start together, so together they wait no longer than one.
        long nanos = Math.min(maxWait.toNanos(), BUDGET.minus(request.age(now)).toNanos());
        if (nanos > 0 && waiting < MAX_WAITING) {
            waiting++;
            return new Lookup(key, Optional.empty(), request, nanos, factory);
        }
        return Lookup.at(key, cache.answerWithout(key, Reason.ASKING, now));
    }

    /** Ends what takes too long, and lets what takes longer than a page waits go on where it holds up nobody. */
    private void expireOverdue(long now) {
        for (InFlightRequest request : inFlight.all()) {
            request.timeoutReply(now).ifPresentOrElse(reply -> giveUp(request, reply), () -> {
                if (!request.isProbe() && !request.isDetached() && request.sinceStarted(now).compareTo(BUDGET) >= 0) {
                    detach(request);
                }
            });
        }
    }

    private void detach(InFlightRequest request) {
        Optional<Future<?>> task = request.task();
        if (inFlight.lateOf(request.reader()) < MAX_LATE_PER_READER && task.filter(calls::detach).isPresent()) {
            request.markDetached();
        } else if (task.isPresent()) {
            giveUp(request,
                    request.keys().size() == 1 ? Reply.of(Kind.SLOW, Reason.TOO_SLOW, "") : Reply.of(Kind.PENDING, Reason.ASKING, ""));
        }
    }

    private void giveUp(InFlightRequest request, Reply reply) {
        end(request, reply);
        request.task().ifPresent(calls.lane(request.isProbe())::giveUp);
    }

    /** Gives what has no reply yet this one. */
    private synchronized void end(InFlightRequest request, Reply reply) {
        List<Key> rest = request.unanswered();
        complete(request, rest, Collections.nCopies(rest.size(), reply));
    }

    private synchronized void deliver(InFlightRequest request, List<Key> asked, List<Reply> replies) {
        if (!request.isDone()) {
            request.progressed(clock.nanos());
            List<Integer> known = IntStream.range(0, asked.size()).filter(i -> replies.get(i).kind() != Kind.PENDING).boxed().toList();
            complete(request, known.stream().map(asked::get).toList(), known.stream().map(replies::get).toList());
        }
    }

    private void complete(InFlightRequest request, List<Key> keys, List<Reply> replies) {
        long now = clock.nanos();
        CircuitBreaker breaker = breakers.of(request.keys().get(0));
        for (int i = 0; i < keys.size(); i++) {
            request.complete(keys.get(i), replies.get(i), now);
            inFlight.remove(keys.get(i), request);
            if (!request.isProbe()) {
                cache.record(keys.get(i), replies.get(i), now);
            }
        }
        if (!request.isProbe()) {
            breaker.recordReplies(replies, request.reader(), now);
        } else if (!replies.isEmpty() && breaker.recordProbe(replies.get(0), now)) {
            // Whoever waits for a Jira that does not answer need not wait any longer.
            Reply silence = Reply.of(Kind.FAILED, breaker.lastFailure(), "");
            inFlight.lateOn(request.link(), now).forEach(other -> giveUp(other, silence));
        }
    }
}
