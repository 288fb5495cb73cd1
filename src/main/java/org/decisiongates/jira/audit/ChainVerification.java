package org.decisiongates.jira.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the journal of gates of a project has been verified.
 *
 * @param after     the link behind which the next run goes on; 0 to begin anew
 * @param startedAt when this round began
 * @param endedAt   when a round last came to the end of the chain and found every link as it was sealed
 * @param fault     what is wrong: a {@link org.decisiongates.audit.ChainReport.Fault}, or the verdict of the newest closed week; empty
 *                  text for nothing
 * @param position  the first link with which it is wrong; 0 where that is not known
 */
record ChainVerification(long after, Instant startedAt, Optional<Instant> endedAt, String fault, long position) {

    /** Once a day, whatever the hour. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(20);

    /** Before anything was verified. */
    static ChainVerification begun(Instant now) {
        return new ChainVerification(0, now, Optional.empty(), "", 0);
    }

    /** What is broken is looked at in every run: it may have been restored from a backup. */
    boolean isDue(Instant now) {
        return isBroken() || after > 0 || endedAt.isEmpty() || endedAt.get().isBefore(now.minus(AGAIN_AFTER));
    }

    boolean isBroken() {
        return !fault.isEmpty();
    }

    /** The same at the beginning of a round. */
    ChainVerification at(Instant now) {
        return after > 0 || isBroken() ? this : new ChainVerification(0, now, endedAt, "", 0);
    }

    /** The same, further on. What was found stays until the end is reached. */
    ChainVerification goingOnAfter(long link) {
        return new ChainVerification(link, startedAt, endedAt, fault, position);
    }

    /** The next run looks at the broken link again. */
    ChainVerification brokenBy(String what, long where) {
        return new ChainVerification(Math.max(0, where - 1), startedAt, endedAt, what, where);
    }

    ChainVerification ended(Instant now) {
        return new ChainVerification(0, startedAt, Optional.of(now), "", 0);
    }
}
