package org.decisiongates.issue;

/** What becomes of a feedback thread. Stored by name in cases of policies. */
public enum ThreadState {
    /** It is discussed. */
    OPEN,
    /** It is discussed, and the owner of the issue has to act on it. */
    NEEDS_OWNER_ACTION,
    /** Somebody disagrees with the Decision, and nothing goes on until that is settled. */
    DISPUTED,
    /** It ended, and something came of it. */
    RESOLVED,
    /** It ended, and nothing is done about it. */
    DECLINED;

    /** Whether the owner of the issue has to act on it. */
    public boolean needsOwner() {
        return this == NEEDS_OWNER_ACTION || this == DISPUTED;
    }

    /** Whether it ended. A thread that ended may be reopened. */
    public boolean isClosed() {
        return this == RESOLVED || this == DECLINED;
    }
}
