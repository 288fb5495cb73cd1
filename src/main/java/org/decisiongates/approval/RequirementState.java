package org.decisiongates.approval;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.Verdict.Standing;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalQuorum.Unit;

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

    /** Where people are counted, one who approved for others as well is one. */
    static int given(List<Verdict> verdicts, ApprovalQuorum quorum) {
        List<Verdict> approved = verdicts.stream().filter(verdict -> verdict.isCurrent(Kind.APPROVED)).toList();
        return quorum.unit() == Unit.PERCENT ? approved.size()
                : (int) approved.stream().map(verdict -> verdict.step().actor()).distinct().count();
    }

    /**
     * Approvers for whom a delegate approved who counts already: where people are counted, they are not said for, and can approve
     * themselves.
     */
    static Set<String> notCounted(List<Verdict> verdicts, ApprovalQuorum quorum) {
        Set<String> left = new LinkedHashSet<>();
        if (quorum.unit() == Unit.PEOPLE) {
            Set<String> counted = new HashSet<>();
            List<Verdict> approved = verdicts.stream().filter(verdict -> verdict.isCurrent(Kind.APPROVED)).toList();
            approved.stream().map(Verdict::step).filter(step -> step.onBehalfOf().isEmpty()).forEach(step -> counted.add(step.actor()));
            approved.stream().map(Verdict::step).filter(step -> step.onBehalfOf().isPresent() && !counted.add(step.actor()))
                    .forEach(step -> left.add(step.approver()));
        }
        return left;
    }

    /** Whether an approval by somebody for another one adds nobody, since people are counted and this one counts already. */
    boolean addsNobody(String actor, String approver) {
        return !actor.equals(approver) && required.requirement().quorum().unit() == Unit.PEOPLE
                && verdicts.stream().anyMatch(verdict -> verdict.isCurrent(Kind.APPROVED) && verdict.step().actor().equals(actor)
                        && !verdict.step().approver().equals(approver));
    }

    /** Whether an approver said something in person that counts, or that they want it discussed: nobody else changes that. */
    boolean isSaidInPersonBy(String approver) {
        return verdicts.stream().anyMatch(verdict -> verdict.step().onBehalfOf().isEmpty() && verdict.step().actor().equals(approver)
                && (verdict.standing() == Standing.CURRENT || verdict.kind() == Kind.NEEDS_DISCUSSION));
    }

    /** Whether what was said for an approver counts, and is not what a delegate said who counts already. */
    boolean isSaidFor(String approver) {
        return verdicts.stream()
                .anyMatch(verdict -> verdict.step().approver().equals(approver) && verdict.standing() == Standing.CURRENT)
                && !isNotCounted(approver);
    }

    /** Whether a delegate who counts already approved for an approver, which adds nobody. */
    boolean isNotCounted(String approver) {
        return notCounted(verdicts, required.requirement().quorum()).contains(approver);
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
