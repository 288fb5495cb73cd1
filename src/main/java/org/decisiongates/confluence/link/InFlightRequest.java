package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * One call to Jira with one or more questions of one reader; everybody who wants the same answer waits here. Each question has its reply
 * as soon as Jira gave it, however long the others take. Except for waiting, guarded by its owner.
 */
final class InFlightRequest {

    /** How long Jira may say nothing to a question before the question is given up. */
    static final Duration MAX_CALL = Duration.ofSeconds(10);
    /** How long the questions of one page may take together. */
    static final Duration MAX_REQUEST = Duration.ofMinutes(1);

    /** What a reply means for the cache and for the link. */
    enum Kind {
        /** What was asked for. */
        CONTENT,
        /** Jira says that this reader gets none, so what they were shown before is forgotten. */
        DENIED,
        /** The reader has to approve first; Jira was not asked. What they were shown before is forgotten. */
        UNAUTHORISED,
        /** Jira does not answer. */
        FAILED,
        /** Jira answered, and not with anything that can be shown. */
        INVALID,
        /** This question took too long. */
        SLOW,
        /** Jira wants this reader to wait. */
        RATE_LIMITED,
        /** Jira does not take several questions in one call. */
        BATCH_REFUSED,
        /** Jira has not come to this question yet. */
        PENDING,
        /** Jira answers; asked to find out just that. */
        ALIVE,
        /** Jira was not asked. */
        NOT_ASKED
    }

    /**
     * The outcome of one question.
     *
     * @param bytes      length of what Jira sent
     * @param retryAfter how long Jira wants to be left alone, if it says so
     */
    record Reply(Kind kind, JiraAnswer answer, int bytes, Optional<Duration> retryAfter) {

        static Reply of(Kind kind, Reason reason, String subject) {
            return new Reply(kind, Missing.because(reason, subject), 0, Optional.empty());
        }

        Optional<Reason> reason() {
            return answer instanceof Missing missing ? Optional.of(missing.reason()) : Optional.empty();
        }
    }

    /** Prepares calls in the name of the user of the current thread. */
    interface CallFactory {

        /** A call for these questions of one link and reader; for none of them, a call that only finds out whether Jira answers. */
        PreparedCall open(List<Key> keys);
    }

    /** The call; gives a reply for each question, in order, and stops when its time is up. */
    interface JiraCall {

        List<Reply> run(BooleanSupplier overdue) throws Exception;
    }

    /** A call that is ready, or the reason why it could not be prepared. */
    record PreparedCall(Optional<Reply> known, JiraCall call) {

        static PreparedCall known(Reply reply) {
            return new PreparedCall(Optional.of(reply), null);
        }

        static PreparedCall ready(JiraCall call) {
            return new PreparedCall(Optional.empty(), call);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(InFlightRequest.class);

    private final Map<Key, CompletableFuture<Reply>> replies = new LinkedHashMap<>();
    private final Key first;
    private final boolean probe;
    private final long createdAt;
    private volatile boolean started;
    private volatile boolean done;
    private volatile Future<?> task;
    private boolean detached;
    private volatile long startedAt;
    private volatile long progress;

    private InFlightRequest(List<Key> keys, boolean probe, long now) {
        keys.forEach(key -> replies.put(key, new CompletableFuture<>()));
        this.first = keys.get(0);
        this.probe = probe;
        this.createdAt = now;
    }

    /** Questions on their way; {@code now} is on {@link MonotonicClock#nanos()} like all moments here. */
    static InFlightRequest of(List<Key> keys, long now) {
        return new InFlightRequest(keys, false, now);
    }

    /** A call that finds out for {@code reader} whether Jira answers, without anybody waiting. */
    static InFlightRequest probe(String link, String reader, long now) {
        return new InFlightRequest(List.of(new Key(link, "", reader)), true, now);
    }

    List<Key> keys() {
        return List.copyOf(replies.keySet());
    }

    /** What to ask: nothing for a probe. */
    List<Key> asked() {
        return probe ? List.of() : unanswered();
    }

    /** The questions without a reply. */
    List<Key> unanswered() {
        return replies.entrySet().stream().filter(entry -> !entry.getValue().isDone()).map(Map.Entry::getKey).toList();
    }

    String link() {
        return first.link();
    }

    String reader() {
        return first.reader();
    }

    boolean isProbe() {
        return probe;
    }

    void start(long now) {
        startedAt = now;
        progress = now;
        started = true;
    }

    boolean isStarted() {
        return started;
    }

    long startedAt() {
        return startedAt;
    }

    Duration age(long now) {
        return Duration.ofNanos(now - createdAt);
    }

    /** Zero for a call that waits for a thread. */
    Duration sinceStarted(long now) {
        return started ? Duration.ofNanos(now - startedAt) : Duration.ZERO;
    }

    void setTask(Future<?> asTask) {
        task = asTask;
    }

    Optional<Future<?>> task() {
        return Optional.ofNullable(task);
    }

    /** It takes longer than a page waits, and no longer counts among the calls that can be made at once. */
    void markDetached() {
        detached = true;
    }

    boolean isDetached() {
        return detached;
    }

    /** What to say when it must not go on: it waits too long for a thread, or Jira says nothing for too long. */
    Optional<Reply> timeoutReply(long now) {
        Duration longest = probe ? RequestCoordinator.BUDGET : MAX_CALL;
        if (!started) {
            return now - createdAt < longest.toNanos() ? Optional.empty() : Optional.of(Reply.of(Kind.NOT_ASKED, Reason.BUSY, ""));
        }
        if (now - progress >= longest.toNanos()) {
            return Optional.of(Reply.of(Kind.SLOW, Reason.TOO_SLOW, ""));
        }
        return now - startedAt < MAX_REQUEST.toNanos() ? Optional.empty() : Optional.of(Reply.of(Kind.PENDING, Reason.ASKING, ""));
    }

    boolean isOverdue(long now) {
        return done || timeoutReply(now).isPresent();
    }

    /** What to say about what has no reply when the work has ended, which says whether all was asked. */
    Reply outcome(Future<Boolean> ended) {
        try {
            return ended.get() ? Reply.of(Kind.NOT_ASKED, Reason.BUSY, "") : Reply.of(Kind.PENDING, Reason.ASKING, "");
        } catch (ExecutionException e) {
            LOG.warn("Asking Jira over application link {} failed", link(), e.getCause());
            return Reply.of(Kind.INVALID, Reason.FAILED, "");
        } catch (CancellationException e) {
            return Reply.of(Kind.NOT_ASKED, Reason.BUSY, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.of(Kind.NOT_ASKED, Reason.BUSY, "");
        }
    }

    /** Whether replies are no longer taken. */
    boolean isDone() {
        return done;
    }

    /** Takes the outcome of one question; false when it was known before. */
    boolean complete(Key key, Reply reply, long now) {
        progress = now;
        boolean isNew = replies.get(key).complete(reply);
        done = unanswered().isEmpty();
        return isNew;
    }

    /** Jira said something, though nothing about a question. */
    void progressed(long now) {
        progress = now;
    }

    /** The outcome of {@code key}; empty while it is on its way. */
    Optional<Reply> reply(Key key) {
        return Optional.ofNullable(replies.get(key).getNow(null));
    }

    /** Waits for the reply, at most this long; a thread that is interrupted does not wait. */
    void await(Key key, long nanos) {
        try {
            replies.get(key).get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // the caller looks at what there is
        }
    }
}
