package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.decisiongates.confluence.link.AnswerDesk.Key;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call on its way to Jira for one or more questions of one reader, and where everybody waits who wants the same. */
final class Flight {

    /** What a reply means for what is kept, and for the link. */
    enum Kind {
        /** A summary. */
        GOOD,
        /** Jira says that this reader gets none, so what he was shown before is forgotten. */
        DENIED,
        /** The reader has to approve first; Jira was not asked. What he was shown before is forgotten. */
        UNAUTHORISED,
        /** Jira is away or in trouble. */
        FAILED,
        /** Jira wants this reader to wait. */
        HELD,
        /** Jira does not take several questions in one call. */
        ONE_BY_ONE,
        /** Nobody asked Jira. */
        UNASKED
    }

    /**
     * What came of one question.
     *
     * @param bytes      length of what Jira sent
     * @param retryAfter how long Jira wants to be left alone, if it says so
     */
    record Reply(Kind kind, SummaryAnswer answer, int bytes, Optional<Duration> retryAfter) {

        static Reply of(Kind kind, Reason reason, String subject) {
            return new Reply(kind, Missing.because(reason, subject), 0, Optional.empty());
        }

        Optional<Reason> reason() {
            return answer instanceof Missing missing ? Optional.of(missing.reason()) : Optional.empty();
        }
    }

    /** Gets a call ready, on the thread of the reader whom it is for. */
    interface Opening {

        Opened open();
    }

    /** The call; gives a reply for each question, in order, and stops when its time is up. */
    interface Work {

        List<Reply> run(BooleanSupplier overdue) throws Exception;
    }

    /** A call that is ready, or what came of getting it ready. */
    record Opened(Optional<Reply> known, Work work) {

        static Opened known(Reply reply) {
            return new Opened(Optional.of(reply), null);
        }

        static Opened ready(Work work) {
            return new Opened(Optional.empty(), work);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Flight.class);

    private final List<Key> keys;
    private final long deadline;
    private final boolean probe;
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile List<Reply> replies = List.of();
    private volatile boolean begun;
    private volatile Future<?> task;

    /**
     * A call that has not begun.
     *
     * @param keys     what is asked, all of one link and one reader
     * @param deadline when it must be over, on {@link Ticks#nanos()}
     * @param probe    whether it is to find out if Jira is there again, so that nobody waits for it
     */
    Flight(List<Key> keys, long deadline, boolean probe) {
        this.keys = List.copyOf(keys);
        this.deadline = deadline;
        this.probe = probe;
    }

    List<Key> keys() {
        return keys;
    }

    boolean isProbe() {
        return probe;
    }

    boolean isOverdue(long now) {
        return now - deadline >= 0;
    }

    /** Nanoseconds left. */
    long left(long now) {
        return deadline - now;
    }

    /** Makes the call, unless there is no time left for it. */
    List<Reply> fly(Work work, Ticks ticks) throws Exception {
        if (isOverdue(ticks.nanos())) {
            return all(Reply.of(Kind.UNASKED, Reason.BUSY, ""));
        }
        begun = true;
        return work.run(() -> isOverdue(ticks.nanos()));
    }

    /** What came of {@link #fly}. */
    List<Reply> outcome(Future<List<Reply>> ended) {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            LOG.warn("Asking Jira over application link {} failed", keys.get(0).link(), e.getCause());
            return all(Reply.of(Kind.FAILED, Reason.FAILED, ""));
        } catch (CancellationException e) {
            return all(Reply.of(Kind.UNASKED, Reason.BUSY, ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return all(Reply.of(Kind.UNASKED, Reason.BUSY, ""));
        }
    }

    boolean hasBegun() {
        return begun;
    }

    void runs(Future<?> asTask) {
        task = asTask;
    }

    Optional<Future<?>> task() {
        return Optional.ofNullable(task);
    }

    /** Ends it; false when it had ended before. */
    boolean land(List<Reply> with) {
        if (landed.getCount() == 0) {
            return false;
        }
        replies = List.copyOf(with);
        landed.countDown();
        return true;
    }

    /** The same reply to each of its questions. */
    List<Reply> all(Reply reply) {
        return new ArrayList<>(Collections.nCopies(keys.size(), reply));
    }

    /** What came of {@code key}; empty while it is on its way. */
    Optional<Reply> reply(Key key) {
        return landed.getCount() > 0 ? Optional.empty() : Optional.of(replies.get(keys.indexOf(key)));
    }

    /** Waits until it has landed, at most so long, and not at all for somebody who is interrupted. */
    void await(long nanos) {
        try {
            landed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
