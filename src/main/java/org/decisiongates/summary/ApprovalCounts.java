package org.decisiongates.summary;

import java.util.stream.Stream;

/**
 * What waits for approvals of what is listed as open, and what has to be approved again.
 *
 * @param issues  issues that wait for approvals somebody asked for
 * @param pending requirements of these issues that are not met
 * @param stale   approvals that what they are bound to has left behind
 */
public record ApprovalCounts(long issues, long pending, long stale) {

    /** Nothing waits, and everything that was approved is what it was. */
    public static final ApprovalCounts NONE = new ApprovalCounts(0, 0, 0);

    /** Those of one issue. */
    public static ApprovalCounts of(long pending, long stale) {
        return new ApprovalCounts(pending == 0 ? 0 : 1, pending, stale);
    }

    /** All of them together. */
    public static ApprovalCounts sum(Stream<ApprovalCounts> all) {
        return all.reduce(NONE, (one, other) -> new ApprovalCounts(one.issues + other.issues, one.pending + other.pending,
                one.stale + other.stale));
    }
}
