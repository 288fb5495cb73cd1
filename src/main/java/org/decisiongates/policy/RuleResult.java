package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of an issue.
 *
 * @param status   the result
 * @param findings why, for every result that is no pass, and what was waived; advice, for {@link Status#PASSED}
 */
public record RuleResult(Status status, List<Finding> findings) {

    /** The possible results; stored by name in the journal. In the order of their weight: of several, the last one counts for a gate. */
    public enum Status {
        /** The rule has nothing to say of such an issue. */
        NOT_APPLICABLE,
        /** The claim holds. */
        PASSED,
        /** The claim does not hold, and a person with the right to do so has accepted that for a while. */
        WAIVED,
        /** The rule needs an actor or a transition, and there is none here. Never a pass. */
        NOT_EVALUABLE,
        /** The claim does not hold. */
        FAILED,
        /** The rule could not be evaluated (ADR-0004). */
        ERROR;

        /** Whether an issue with this result may move on. */
        public boolean letsThrough() {
            return this == PASSED || this == NOT_APPLICABLE || this == WAIVED;
        }

        /** The status of this name; empty for a word of a newer version of the app. */
        public static Optional<Status> named(String name) {
            return Arrays.stream(values()).filter(status -> status.name().equals(name)).findFirst();
        }

        boolean outweighs(Status other) {
            return ordinal() > other.ordinal();
        }
    }

    private static final RuleResult PASSED = new RuleResult(Status.PASSED, List.of());
    private static final RuleResult NOT_APPLICABLE = new RuleResult(Status.NOT_APPLICABLE, List.of());

    public RuleResult {
        findings = List.copyOf(findings);
    }

    public static RuleResult passed() {
        return PASSED;
    }

    /** Passed, with advice that never refuses. */
    public static RuleResult passedWithAdvice(List<Finding> advice) {
        return advice.isEmpty() ? PASSED : new RuleResult(Status.PASSED, advice);
    }

    public static RuleResult notApplicable() {
        return NOT_APPLICABLE;
    }

    public static RuleResult failed(Finding finding) {
        return new RuleResult(Status.FAILED, List.of(finding));
    }

    /** Failed with these findings, which somebody has accepted for a while. */
    static RuleResult waived(List<Finding> findings) {
        return new RuleResult(Status.WAIVED, findings);
    }

    public static RuleResult notEvaluable(Finding finding) {
        return new RuleResult(Status.NOT_EVALUABLE, List.of(finding));
    }

    public static RuleResult error(Finding finding) {
        return new RuleResult(Status.ERROR, List.of(finding));
    }
}
