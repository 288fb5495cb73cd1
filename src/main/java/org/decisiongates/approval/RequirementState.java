package org.decisiongates.approval;

import java.util.List;
import java.util.Objects;

import org.decisiongates.issue.ApprovalState;

/**
 * How far a requirement is met by an issue as it is.
 *
 * @param needed   how many approvals it takes
 * @param given    how many current ones there are
 * @param verdicts the last word of each approver, in the order in which these came
 * @param missing  user keys of those who could still approve, at most {@link ApproverDirectory#MAX_MEMBERS}; nobody once it is met
 */
public record RequirementState(RequiredApproval required, ApprovalState state, int needed, int given, List<Verdict> verdicts,
        List<String> missing) {

    public RequirementState {
        Objects.requireNonNull(required, "required");
        Objects.requireNonNull(state, "state");
        verdicts = List.copyOf(verdicts);
        missing = List.copyOf(missing);
    }

    public boolean isMet() {
        return state == ApprovalState.MET;
    }

    RequirementState as(ApprovalState other) {
        return new RequirementState(required, other, needed, given, verdicts, missing);
    }
}
