package org.decisiongates.jira.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.approval.ApprovalChainVerifier.Broken;

/**
 * How far the approvals of all issues have been verified.
 *
 * @param after     id of the issue behind which the next run goes on; 0 to begin anew
 * @param startedAt when this round began
 * @param endedAt   when a round last came to the last issue
 * @param broken    issues whose chain was found broken, at most {@link #MAX_BROKEN}; looked at again in every run
 */
record ApprovalVerification(long after, Instant startedAt, Optional<Instant> endedAt, List<Broken> broken) {

    /** With so many nobody looks further until some are restored. */
    static final int MAX_BROKEN = 50;
    /** Once a day, whatever the hour. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(20);

    ApprovalVerification {
        broken = List.copyOf(broken);
    }

    /** Before anything was verified. */
    static ApprovalVerification begun(Instant now) {
        return new ApprovalVerification(0, now, Optional.empty(), List.of());
    }

    boolean isDue(Instant now) {
        return after > 0 || endedAt.isEmpty() || endedAt.get().isBefore(now.minus(AGAIN_AFTER));
    }

    /** How many more broken issues it has room for. */
    int room() {
        return MAX_BROKEN - broken.size();
    }

    /** The same at the beginning of a round. */
    ApprovalVerification at(Instant now) {
        return after > 0 ? this : new ApprovalVerification(0, now, endedAt, broken);
    }

    /** The same, with these issues alone broken. */
    ApprovalVerification with(List<Broken> others) {
        return new ApprovalVerification(after, startedAt, endedAt, others);
    }

    /**
     * The same, further on.
     *
     * @param found what is broken of the issues that were looked at
     * @param next  where to go on; empty at the end
     */
    ApprovalVerification goingOn(List<Broken> found, OptionalLong next, Instant now) {
        Map<Long, Broken> all = new LinkedHashMap<>();
        broken.forEach(one -> all.put(one.issueId(), one));
        found.forEach(one -> all.put(one.issueId(), one));
        return new ApprovalVerification(next.orElse(0), startedAt, next.isPresent() ? endedAt : Optional.of(now),
                List.copyOf(all.values()));
    }
}
