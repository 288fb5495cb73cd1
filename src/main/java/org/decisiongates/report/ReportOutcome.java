package org.decisiongates.report;

import java.util.Collection;
import java.util.Comparator;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.readiness.RuleReadiness;

/** What gates say of an issue, or one of their rules, in one word; the worst first. Stored by name. */
public enum ReportOutcome {
    /** The transition would be refused. */
    REFUSED,
    /** It would be refused, because something could not be evaluated. */
    ERROR,
    /** It takes an actor or a transition to tell, and there is none. Never a pass. */
    CANNOT_TELL,
    /** People would see what is missing, and could go on. */
    ADVISED,
    /** Only the journal would know that something is missing. */
    RECORDED,
    /** It would be let through because of a waiver. */
    WAIVED,
    /** Nothing is missing. */
    PASSED,
    /** No gate asks anything. */
    NOT_ASKED;

    /** What one rule says. */
    public static ReportOutcome of(RuleReadiness rule) {
        return rule.enforcement() == Enforcement.OFF ? NOT_ASKED : switch (rule.result()) {
            case PASSED, NOT_APPLICABLE -> PASSED;
            case WAIVED -> WAIVED;
            case NOT_EVALUABLE -> CANNOT_TELL;
            case FAILED -> unmet(rule.enforcement(), REFUSED);
            case ERROR -> unmet(rule.enforcement(), ERROR);
        };
    }

    /**
     * What all rules together say of an issue. A rule that cannot be told matters only where it is enforced: whatever another says, nobody
     * is refused because of it.
     */
    public static ReportOutcome ofIssue(Collection<RuleReadiness> rules) {
        return rules.stream().map(rule -> of(rule) == CANNOT_TELL && rule.enforcement() != Enforcement.ENFORCE ? PASSED : of(rule))
                .min(Comparator.naturalOrder()).orElse(NOT_ASKED);
    }

    private static ReportOutcome unmet(Enforcement enforcement, ReportOutcome enforced) {
        return switch (enforcement) {
            case ENFORCE -> enforced;
            case ADVISE -> ADVISED;
            case EVALUATE -> RECORDED;
            case OFF -> NOT_ASKED;
        };
    }

    /** Whether the transition would be refused. */
    public boolean refuses() {
        return this == REFUSED || this == ERROR;
    }
}
