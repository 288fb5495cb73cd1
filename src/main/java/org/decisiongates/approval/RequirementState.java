package org.decisiongates.approval;

import java.util.List;
import java.util.Objects;

/**
 * How far a requirement is met by an issue as it is.
 *
 * @param needed   how many approvals it takes
 * @param given    how many current ones there are
 * @param verdicts the last word of each approver, in the order in which these came
 * @param missing  user keys of those who could still approve, at most {@link ApproverDirectory#MAX_MEMBERS}; nobody once it is met
 */
record RequirementState(RequiredApproval required, Status status, int needed, int given, List<Verdict> verdicts,
        List<String> missing) {

    /** Whether a requirement is met, or why not. */
    public enum Status {
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
        NOT_REQUESTED
    }

    public RequirementState {
        Objects.requireNonNull(required, "required");
        Objects.requireNonNull(status, "status");
        verdicts = List.copyOf(verdicts);
        missing = List.copyOf(missing);
    }

    public boolean isMet() {
        return status == Status.MET;
    }

    RequirementState as(Status other) {
        return new RequirementState(required, other, needed, given, verdicts, missing);
    }
}
