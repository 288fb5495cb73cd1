package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Optional;

import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Reason;

/**
 * An answer, and how long it may be used.
 *
 * @param fetched when Jira gave it
 * @param until   until when it is given without asking Jira again
 * @param asked   when Jira was last asked
 * @param failure what came of asking again, if nothing
 * @param slow    how often in a row Jira took too long
 */
record CacheEntry(JiraAnswer answer, long fetched, long until, long asked, Optional<Reason> failure, int slow) {

    boolean isContent() {
        return answer instanceof Found;
    }

    /** Whether it can be given without asking Jira. */
    boolean isFresh(Freshness freshness, long now) {
        boolean anew = freshness == Freshness.NEW && slow == 0;
        return anew ? Duration.ofNanos(now - asked).compareTo(AnswerCache.BETWEEN_REFRESHES) < 0 : now - until < 0;
    }

    /** How long a page waits for a newer one before it shows this one. */
    Duration maxWait(Freshness freshness, long now) {
        return freshness == Freshness.NEW || !isContent() ? RequestCoordinator.BUDGET
                : now - fetched < AnswerCache.STALE_WHILE_REVALIDATE.toNanos() ? Duration.ZERO
                : AnswerCache.SHORT_WAIT;
    }

    /** The answer with its present age and the reason why there is no newer one. */
    JiraAnswer answer(Optional<Reason> whyStale, long now) {
        return answer instanceof Found found
                ? new Found(found.content(), found.jira(), found.fetchedAt(), Duration.ofNanos(now - fetched),
                        whyStale.or(this::failure))
                : answer;
    }

    CacheEntry after(Reason newFailure, long now, AnswerCache.Backoff backoff) {
        return new CacheEntry(answer, fetched, now + backoff.duration().toNanos(), now, Optional.of(newFailure), backoff.slow());
    }

    boolean isExpired(long now) {
        return isContent() ? now - fetched >= AnswerCache.STALE_IF_ERROR.toNanos() : now - until >= 0;
    }

    /** Whether it can be dropped; how often a question was slow is remembered for a while after it may be asked again. */
    boolean isDisposable(long now) {
        return isExpired(now) && (isContent() || now - until >= backOff(slow).toNanos());
    }

    static Duration backOff(int times) {
        Duration pause = AnswerCache.BACK_OFF.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 10));
        return times == 0 ? Duration.ZERO : pause.compareTo(AnswerCache.MAX_BACK_OFF) < 0 ? pause : AnswerCache.MAX_BACK_OFF;
    }
}
