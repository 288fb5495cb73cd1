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

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.InFlightRequest.Opener;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.decisiongates.confluence.link.SummaryCache.Kept;

/**
 * Decides for every question whether it is answered from the cache, joins a call in flight, or starts one: one call per question and reader
 * at a time, few waiting threads, and none waiting for a Jira that is away. A page stops waiting long before a call has to end; a late answer
 * is there when the page is loaded again. Knows no host. See ADR-0015 and ADR-0039.
 */
final class SummaryClient {

    /** What a page waits, everything included. */
    static final Duration BUDGET = Duration.ofSeconds(2);
    /** Request threads waiting for Jira at any one time. */
    static final int MOST_WAITING = 4;
    /** Calls of one reader at any one time; and of these, such that take longer than a page waits. */
    static final int MOST_OF_A_READER = 8;
    static final int MOST_LATE_OF_A_READER = 2;

    /**
     * What is asked by whom.
     *
     * @param link   id of the application link
     * @param query  what the resource is asked
     * @param reader user key; empty for somebody who is not logged in
     */
    record Key(String link, String query, String reader) {
    }

    /** How much somebody wants Jira itself to speak. */
    enum Wish { KNOWN, ANEW }

    /** An answer, or how many nanoseconds to wait for which call. */
    record Look(Key key, Optional<SummaryAnswer> answer, InFlightRequest flight, long nanos, Opener opener) {

        static Look at(Key key, SummaryAnswer answer) {
            return new Look(key, Optional.of(answer), null, 0, null);
        }
    }

    private final MonotonicClock ticks;
    private final BoundedExecutor calls;
    private final SummaryCache answers;
    private final CircuitBreaker.OfLinks breakers = new CircuitBreaker.OfLinks();
    private final InFlightRequests flights = new InFlightRequests();
    private int waiting;

    SummaryClient(MonotonicClock ticks, BoundedExecutor calls, RandomGenerator random) {
        this.ticks = ticks;
        this.calls = calls;
        this.answers = new SummaryCache(random);
    }

    /** The answer, after {@link #BUDGET} at the latest. A reason without a subject is about the link. */
    SummaryAnswer ask(Key key, Wish wish, Opener opener) {
        long end = ticks.nanos() + BUDGET.toNanos();
        Look look = look(key, wish, opener);
        if (look.answer().isEmpty() && isToBeAskedAlone(look)) {
            leave(look);
            look = look(key, wish, opener);
        }
        if (look.answer().isEmpty()) {
            look.flight().await(key, Math.min(look.nanos(), end - ticks.nanos()));
            return leave(look);
        }
        return look.answer().get();
    }

    /** Answers at once, or lets somebody wait, who then has to {@link #leave}. */
    Look look(Key key, Wish wish, Opener opener) {
        List<InFlightRequest> departing = new ArrayList<>();
        Optional<SummaryAnswer> answer;
        InFlightRequest flight;
        synchronized (this) {
            long now = ticks.nanos();
            answer = answers.get(key, now).filter(kept -> kept.willDo(wish, now)).map(kept -> kept.told(Optional.empty(), now));
            if (answer.isEmpty()) {
                expireOverdue(now);
                doubt(key, now).ifPresent(departing::add);
                answer = flights.contains(key) ? Optional.empty() : departOrRefuse(key, departing, now);
            }
            flight = flights.get(key);
        }
        departing.forEach(one -> launch(one, opener));
        return answer.map(known -> Look.at(key, known)).orElseGet(() -> board(key, wish, flight, opener));
    }

    /** The answer for somebody who has waited. */
    SummaryAnswer leave(Look look) {
        Optional<InFlightRequest> probe;
        SummaryAnswer answer;
        synchronized (this) {
            waiting--;
            long now = ticks.nanos();
            expireOverdue(now);
            probe = doubt(look.key(), now);
            answer = look.flight().reply(look.key()).map(reply -> answers.told(look.key(), reply, now))
                    .orElseGet(() -> answers.instead(look.key(), breakers.of(look.key()).whyNot().orElse(Reason.ASKING), now));
        }
        probe.ifPresent(flight -> launch(flight, look.opener()));
        return answer;
    }

    /**
     * Asks in as few calls as possible what is neither kept nor on its way; does not wait, and leaves a single question to whoever asks it.
     *
     * @param keys all of one link and one reader, without repetition
     */
    void prepare(List<Key> keys, Opener opener) {
        List<InFlightRequest> departing = new ArrayList<>();
        synchronized (this) {
            long now = ticks.nanos();
            expireOverdue(now);
            List<Key> wanted = keys.stream().filter(key -> !flights.contains(key))
                    .filter(key -> answers.get(key, now).filter(kept -> kept.willDo(Wish.KNOWN, now)).isEmpty()).toList();
            if (wanted.size() < 2 || !breakers.of(wanted.get(0)).takesBatches(wanted.get(0).reader(), now)) {
                return;
            }
            // What was slow keeps nobody else waiting.
            Map<Boolean, List<Key>> bySpeed = wanted.stream().collect(Collectors.partitioningBy(key -> answers.wasSlow(key, now)));
            Stream.concat(Stream.of(bySpeed.get(false)), bySpeed.get(true).stream().map(List::of)).filter(part -> !part.isEmpty())
                    .takeWhile(part -> flights.of(part.get(0).reader()) < MOST_OF_A_READER)
                    .forEach(part -> departing.add(flights.depart(InFlightRequest.of(part, now))));
        }
        departing.forEach(flight -> launch(flight, opener));
    }

    synchronized int waiting() {
        return waiting;
    }

    private static boolean isToBeAskedAlone(Look look) {
        look.flight().await(look.key(), look.nanos());
        return look.flight().reply(look.key()).filter(reply -> reply.kind() == Kind.ONE_BY_ONE).isPresent();
    }

    private Optional<SummaryAnswer> departOrRefuse(Key key, List<InFlightRequest> departing, long now) {
        CircuitBreaker.Leave leave = breakers.of(key).ask(key.reader(), now);
        if (leave.probe()) {
            departing.add(flights.depart(InFlightRequest.probe(key.link(), key.reader(), now)));
        }
        Optional<Reason> refusal = leave.refusal()
                .or(() -> flights.of(key.reader()) < MOST_OF_A_READER ? Optional.empty() : Optional.of(Reason.ASKING));
        if (refusal.isEmpty()) {
            departing.add(flights.depart(InFlightRequest.of(List.of(key), now)));
        }
        return refusal.map(reason -> answers.instead(key, reason, now));
    }

    /** When Jira has said nothing for as long as a page waits, a call that costs it nothing finds out whether it answers at all. */
    private Optional<InFlightRequest> doubt(Key key, long now) {
        CircuitBreaker breaker = breakers.of(key);
        boolean silent = flights.lateOn(key.link(), now).stream().anyMatch(flight -> breaker.hasSaidNothingSince(flight.begunAt()));
        return breaker.isDoubtful(silent, now) ? Optional.of(flights.depart(InFlightRequest.probe(key.link(), key.reader(), now)))
                : Optional.empty();
    }

    private void launch(InFlightRequest flight, Opener opener) {
        boolean opened = false;
        try {
            InFlightRequest.Opened call = opener.open(flight.asked());
            opened = true;
            call.known().ifPresentOrElse(reply -> end(flight, reply), () -> fly(flight, call.work(), opener));
        } finally {
            if (!opened) {
                end(flight, Reply.of(Kind.UNASKED, Reason.FAILED, ""));
            }
        }
    }

    private void fly(InFlightRequest flight, InFlightRequest.Work work, Opener opener) {
        calls.lane(flight.isProbe()).start(() -> ask(flight, work, opener), outcome -> end(flight, flight.outcome(outcome)))
                .ifPresentOrElse(flight::runs, () -> end(flight, Reply.of(Kind.UNASKED, Reason.BUSY, "")));
    }

    /** Makes one call, and another for what Jira left for later as long as it gets on; tells whether all was asked. */
    private boolean ask(InFlightRequest flight, InFlightRequest.Work first, Opener opener) throws Exception {
        if (!begin(flight)) {
            return false;
        }
        InFlightRequest.Work work = first;
        List<Key> asked = flight.keys();
        while (true) {
            tell(flight, asked, work.run(() -> flight.isOverdue(ticks.nanos())));
            List<Key> rest = flight.untold();
            if (rest.isEmpty() || rest.size() == asked.size() || flight.isOverdue(ticks.nanos())) {
                return rest.isEmpty();
            }
            InFlightRequest.Opened next = opener.open(rest);
            if (next.known().isPresent()) {
                end(flight, next.known().get());
                return true;
            }
            asked = rest;
            work = next.work();
        }
    }

    private synchronized boolean begin(InFlightRequest flight) {
        long now = ticks.nanos();
        expireOverdue(now);
        if (!flight.isOver()) {
            flight.begin(now);
        }
        return !flight.isOver();
    }

    private synchronized Look board(Key key, Wish wish, InFlightRequest flight, Opener opener) {
        long now = ticks.nanos();
        if (flight.reply(key).isPresent()) {
            return Look.at(key, answers.told(key, flight.reply(key).get(), now));
        }
        Optional<Kept> kept = answers.get(key, now);
        Optional<Reason> refusal = breakers.of(key).whyNot();
        if (refusal.isPresent()) {
            return Look.at(key, answers.instead(key, refusal.get(), now));
        }
        Duration patience = kept.map(entry -> entry.patience(wish, now)).orElse(BUDGET);
        if (kept.isPresent() && patience.isZero()) {
            return Look.at(key, kept.get().told(Optional.empty(), now));
        }
        // All questions of a page depart together, so together they wait no longer than one.
        long nanos = Math.min(patience.toNanos(), BUDGET.minus(flight.sinceDeparture(now)).toNanos());
        if (nanos > 0 && waiting < MOST_WAITING) {
            waiting++;
            return new Look(key, Optional.empty(), flight, nanos, opener);
        }
        return Look.at(key, answers.instead(key, Reason.ASKING, now));
    }

    /** Ends what takes too long, and lets what takes longer than a page waits go on where it holds up nobody. */
    private void expireOverdue(long now) {
        for (InFlightRequest flight : flights.all()) {
            flight.whyOver(now).ifPresentOrElse(reply -> giveUp(flight, reply), () -> {
                if (!flight.isProbe() && !flight.isAside() && flight.sinceBegun(now).compareTo(BUDGET) >= 0) {
                    setAside(flight);
                }
            });
        }
    }

    private void setAside(InFlightRequest flight) {
        Optional<Future<?>> task = flight.task();
        if (flights.lateOf(flight.reader()) < MOST_LATE_OF_A_READER && task.filter(calls::setAside).isPresent()) {
            flight.goAside();
        } else if (task.isPresent()) {
            giveUp(flight, flight.keys().size() == 1 ? Reply.of(Kind.SLOW, Reason.TOO_SLOW, "") : Reply.of(Kind.LATER, Reason.ASKING, ""));
        }
    }

    private void giveUp(InFlightRequest flight, Reply reply) {
        end(flight, reply);
        flight.task().ifPresent(calls.lane(flight.isProbe())::giveUp);
    }

    /** Gives what has no reply yet this one. */
    private synchronized void end(InFlightRequest flight, Reply reply) {
        List<Key> rest = flight.untold();
        land(flight, rest, Collections.nCopies(rest.size(), reply));
    }

    private synchronized void tell(InFlightRequest flight, List<Key> asked, List<Reply> replies) {
        if (!flight.isOver()) {
            flight.progressed(ticks.nanos());
            List<Integer> known = IntStream.range(0, asked.size()).filter(i -> replies.get(i).kind() != Kind.LATER).boxed().toList();
            land(flight, known.stream().map(asked::get).toList(), known.stream().map(replies::get).toList());
        }
    }

    private void land(InFlightRequest flight, List<Key> keys, List<Reply> replies) {
        long now = ticks.nanos();
        CircuitBreaker breaker = breakers.of(flight.keys().get(0));
        for (int i = 0; i < keys.size(); i++) {
            flight.tell(keys.get(i), replies.get(i), now);
            flights.remove(keys.get(i), flight);
            if (!flight.isProbe()) {
                answers.note(keys.get(i), replies.get(i), now);
            }
        }
        if (!flight.isProbe()) {
            breaker.landed(replies, flight.reader(), now);
        } else if (!replies.isEmpty() && breaker.probed(replies.get(0), now)) {
            // Whoever waits for a Jira that does not answer need not wait any longer.
            Reply silence = Reply.of(Kind.FAILED, breaker.lastFailure(), "");
            flights.lateOn(flight.link(), now).forEach(other -> giveUp(other, silence));
        }
    }
}
