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

    /** The same, but for those whose turn has not come. */
    static List<RequirementState> inTurns(List<RequirementState> found) {
        int stage = stageOf(found);
        return found.stream().map(one -> one.state == ApprovalState.OPEN && one.required.requirement().stage() > stage
                ? one.as(ApprovalState.NOT_ITS_TURN)
                : one).toList();
    }

    /** The stage whose turn it is: the earliest one with a requirement that is not met, and all once everything is met. */
    static int stageOf(List<RequirementState> found) {
        return found.stream().filter(one -> !one.isMet()).mapToInt(one -> one.required.requirement().stage()).min()
                .orElse(Integer.MAX_VALUE);
    }
}
