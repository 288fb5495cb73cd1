package org.decisiongates.policy;

import java.util.List;

/**
 * What a rule says of an item. Only {@link Status#PASSED} and {@link Status#NOT_APPLICABLE} let it through; a rule that cannot run
 * refuses (ADR-0004).
 *
 * @param status   the answer
 * @param findings why, for every answer that refuses; advice, for one that lets through
 */
public record RuleResult(Status status, List<Finding> findings) {

    /** The possible answers; stored by name in the journal. */
    public enum Status {
        PASSED, NOT_APPLICABLE, BLOCKED, FAILED_TO_RUN;

        /** Whether an item with this answer may move on. */
        public boolean letsThrough() {
            return this == PASSED || this == NOT_APPLICABLE;
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
    public static RuleResult passedWithAdvice(Finding... advice) {
        return new RuleResult(Status.PASSED, List.of(advice));
    }

    public static RuleResult notApplicable() {
        return NOT_APPLICABLE;
    }

    public static RuleResult blocked(Finding... findings) {
        return new RuleResult(Status.BLOCKED, List.of(findings));
    }

    public static RuleResult failedToRun(Finding... findings) {
        return new RuleResult(Status.FAILED_TO_RUN, List.of(findings));
    }
}
