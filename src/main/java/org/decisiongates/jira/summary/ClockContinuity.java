package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the clock has moved on plausibly from one run of a job to the next. A clock that was set wrong looks like an app that was
 * disabled for a long time, so after either the clock is trusted only once enough runs in a row have agreed with it.
 *
 * @param lastRun  when the job last ran, by the clock of the node that ran it
 * @param runsLeft how many runs must still agree before the clock is trusted
 */
record ClockContinuity(Instant lastRun, int runsLeft) {

    /** No more than one week can end in it, so that no smaller jump closes more than one too early. */
    static final Duration JUMP = Duration.ofDays(7);
    /** A day of hourly runs: time for people to notice a wrong clock. */
    static final int PROBATION = 24;

    /** The first run: there is no evidence against the clock. */
    static ClockContinuity startingAt(Instant now) {
        return new ClockContinuity(now, 0);
    }

    /** After a run at {@code now}. */
    ClockContinuity after(Instant now) {
        return new ClockContinuity(now, jumpsTo(now) ? PROBATION : Math.max(0, runsLeft - 1));
    }

    boolean isTrusted() {
        return runsLeft == 0;
    }

    /** Whether the clock, forwards or backwards, is too far from the last run to be trusted at once. */
    boolean jumpsTo(Instant now) {
        return Duration.between(lastRun, now).abs().compareTo(JUMP) > 0;
    }
}
