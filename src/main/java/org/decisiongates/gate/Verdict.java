package org.decisiongates.gate;

import java.util.List;

/**
 * What a rule says of an item. Only {@link Status#PASSED} and {@link Status#NOT_APPLICABLE} let it through; a rule that cannot run
 * refuses (ADR-0004).
 *
 * @param status   the answer
 * @param findings why, for every answer that refuses; advice, for one that lets through
 */
public record Verdict(Status status, List<Finding> findings) {

    /** The possible answers; stored by name in the journal. */
    public enum Status {
        PASSED, NOT_APPLICABLE, BLOCKED, FAILED_TO_RUN;

        /** Whether an item with this answer may move on. */
        public boolean letsThrough() {
            return this == PASSED || this == NOT_APPLICABLE;
        }
    }

    private static final Verdict PASSED = new Verdict(Status.PASSED, List.of());
    private static final Verdict NOT_APPLICABLE = new Verdict(Status.NOT_APPLICABLE, List.of());

    public Verdict {
        findings = List.copyOf(findings);
    }

    public static Verdict passed() {
        return PASSED;
    }

    /** Passed, with advice that never refuses. */
    public static Verdict passedWithAdvice(Finding... advice) {
        return new Verdict(Status.PASSED, List.of(advice));
    }

    public static Verdict notApplicable() {
        return NOT_APPLICABLE;
    }

    public static Verdict blocked(Finding... findings) {
        return new Verdict(Status.BLOCKED, List.of(findings));
    }

    public static Verdict failedToRun(Finding... findings) {
        return new Verdict(Status.FAILED_TO_RUN, List.of(findings));
    }
}
