package org.decisiongates.issue;

/** How far a requirement for approval is met, or why not. Stored by name in the tests of policies. */
public enum ApprovalState {
    /** Enough of the approvers approved what the issue says now. */
    MET,
    /** Approvals are missing, and can be given. */
    OPEN,
    /** Approvals are missing, and an earlier stage is not through. */
    NOT_ITS_TURN,
    /** An approver wants it discussed. */
    NEEDS_DISCUSSION,
    /** Nobody is left who could approve, or too few are. */
    TOO_FEW_APPROVERS,
    /** A share of so many approvers cannot be told. */
    TOO_MANY_APPROVERS,
    /** Nobody has asked for approvals. */
    NOT_REQUESTED,
    /** The stored steps are not as they were sealed, so that none of them counts. */
    CHAIN_BROKEN,
    /** It is not asked of such an issue. */
    NOT_APPLICABLE
}
