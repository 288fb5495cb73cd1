package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.decisiongates.confluence.link.Flight.Kind;
import org.decisiongates.confluence.link.Flight.Opening;
import org.decisiongates.confluence.link.Flight.Reply;
import org.decisiongates.confluence.link.KeptAnswers.Kept;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;

/**
 * Decides for every question whether it is answered from what is kept, waits for a call that is on its way, or has a call made: one call
 * a question and reader at a time, few waiters, nobody left waiting for a Jira that is away. Knows no host. See ADR 0015.
 */
final class AnswerDesk {

    /** What a page may take, everything included. */
    static final Duration BUDGET = Duration.ofSeconds(2);
    /** Request threads waiting for Jira at any one time. */
    static final int MOST_WAITING = 4;

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
    record Look(Key key, Optional<SummaryAnswer> answer, Flight flight, long nanos) {

        static Look at(Key key, SummaryAnswer answer) {
            return new Look(key, Optional.of(answer), null, 0);
        }
    }

    private final Ticks ticks;
    private final BoundedCalls calls;
    private final KeptAnswers answers;
    private final LinkBreaker.OfLinks breakers = new LinkBreaker.OfLinks();
    private final Map<Key, Flight> flights = new HashMap<>();
    private int waiting;

    AnswerDesk(Ticks ticks, BoundedCalls calls, RandomGenerator random) {
        this.ticks = ticks;
        this.calls = calls;
        this.answers = new KeptAnswers(random);
    }

    /** The answer, after {@link #BUDGET} at the latest. A reason without a subject is about the link. */
    SummaryAnswer ask(Key key, Wish wish, Opening opening) {
        long end = ticks.nanos() + BUDGET.toNanos();
        Look look = look(key, wish, opening);
        if (look.answer().isEmpty() && isToBeAskedAlone(look)) {
            leave(look);
            look = look(key, wish, opening);
        }
        if (look.answer().isPresent()) {
            return look.answer().get();
        }
        look.flight().await(Math.min(look.nanos(), end - ticks.nanos()));
        return leave(look);
    }

    /** Answers at once, or lets somebody wait, who then has to {@link #leave}. */
    Look look(Key key, Wish wish, Opening opening) {
        Flight departing;
        synchronized (this) {
            long now = ticks.nanos();
            Optional<Kept> kept = answers.get(key, now);
            if (kept.filter(entry -> entry.willDo(wish, now)).isPresent()) {
                return Look.at(key, kept.get().told(Optional.empty(), now));
            }
            expireOverdue(now);
            if (flights.containsKey(key)) {
                return board(key, wish, flights.get(key));
            }
            LinkBreaker.Leave leave = breakers.of(key).ask(key.reader(), now);
            if (leave.refusal().isPresent()) {
                return Look.at(key, answers.instead(key, leave.refusal().get(), now));
            }
            departing = depart(List.of(key), leave.probe(), now);
        }
        launch(departing, opening);
        return board(key, wish, departing);
    }

    /** The answer for somebody who has waited. */
    synchronized SummaryAnswer leave(Look look) {
        waiting--;
        long now = ticks.nanos();
        expireOverdue(now);
        return look.flight().reply(look.key()).map(reply -> answers.told(look.key(), reply, now))
                .orElseGet(() -> answers.instead(look.key(), Reason.TOO_SLOW, now));
    }

    /**
     * Asks in one call what is neither kept nor on its way; does not wait, and leaves a single question to whoever asks it.
     *
     * @param keys all of one link and one reader, without repetition
     */
    void prepare(List<Key> keys, Function<List<Key>, Opening> openings) {
        Flight departing;
        synchronized (this) {
            long now = ticks.nanos();
            expireOverdue(now);
            List<Key> wanted = keys.stream().filter(key -> !flights.containsKey(key))
                    .filter(key -> answers.get(key, now).filter(kept -> kept.willDo(Wish.KNOWN, now)).isEmpty()).toList();
            if (wanted.size() < 2 || !breakers.of(wanted.get(0)).takesBatches(wanted.get(0).reader(), now)) {
                return;
            }
            departing = depart(wanted, false, now);
        }
        launch(departing, openings.apply(departing.keys()));
    }

    synchronized int waiting() {
        return waiting;
    }

    private static boolean isToBeAskedAlone(Look look) {
        look.flight().await(look.nanos());
        return look.flight().reply(look.key()).filter(reply -> reply.kind() == Kind.ONE_BY_ONE).isPresent();
    }

    private Flight depart(List<Key> keys, boolean probe, long now) {
        Flight flight = new Flight(keys, now + BUDGET.toNanos(), probe);
        keys.forEach(key -> flights.put(key, flight));
        return flight;
    }

    private void launch(Flight flight, Opening opening) {
        boolean opened = false;
        try {
            Flight.Opened call = opening.open();
            opened = true;
            call.known().ifPresentOrElse(reply -> land(flight, flight.all(reply)), () -> fly(flight, call.work()));
        } finally {
            if (!opened) {
                land(flight, flight.all(Reply.of(Kind.UNASKED, Reason.FAILED, "")));
            }
        }
    }

    private void fly(Flight flight, Flight.Work work) {
        calls.start(() -> flight.fly(work, ticks), outcome -> land(flight, flight.outcome(outcome)))
                .ifPresentOrElse(flight::runs, () -> land(flight, flight.all(Reply.of(Kind.UNASKED, Reason.BUSY, ""))));
    }

    private synchronized Look board(Key key, Wish wish, Flight flight) {
        long now = ticks.nanos();
        if (flight.reply(key).isPresent()) {
            return Look.at(key, answers.told(key, flight.reply(key).get(), now));
        }
        Optional<Kept> kept = answers.get(key, now);
        if (flight.isProbe()) {
            return Look.at(key, answers.instead(key, breakers.of(key).lastFailure(), now));
        }
        Duration patience = kept.map(entry -> entry.patience(wish, now)).orElse(BUDGET);
        if (kept.isPresent() && patience.isZero()) {
            return Look.at(key, kept.get().told(Optional.empty(), now));
        }
        if (waiting < MOST_WAITING) {
            waiting++;
            return new Look(key, Optional.empty(), flight, Math.min(patience.toNanos(), flight.left(now)));
        }
        return Look.at(key, answers.instead(key, Reason.ASKING, now));
    }

    /** Nobody waits any longer for calls whose time is up. */
    private void expireOverdue(long now) {
        flights.values().stream().distinct().filter(flight -> flight.isOverdue(now)).toList().forEach(flight -> {
            land(flight, flight.all(flight.hasBegun() ? Reply.of(Kind.FAILED, Reason.TOO_SLOW, "") : Reply.of(Kind.UNASKED, Reason.BUSY, "")));
            flight.task().ifPresent(calls::giveUp);
        });
    }

    private synchronized void land(Flight flight, List<Reply> replies) {
        if (!flight.land(replies)) {
            return;
        }
        long now = ticks.nanos();
        for (Key key : flight.keys()) {
            flights.remove(key, flight);
            answers.note(key, flight.reply(key).orElseThrow(), now);
        }
        breakers.of(flight.keys().get(0)).landed(replies, flight.keys().get(0).reader(), now);
    }
}
