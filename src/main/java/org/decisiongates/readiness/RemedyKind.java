package org.decisiongates.readiness;

import java.util.Set;

import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.Rules;

/** How what is missing can be put right. */
public enum RemedyKind {
    /** By editing the field that the finding names. */
    FIELD,
    /** By a row of the record, of the kind that the finding names. */
    RECORD,
    /** By what becomes of a feedback thread of the issue. */
    THREAD,
    /** By an approval of the issue. */
    APPROVAL,
    /** By a link to another issue, or by what becomes of an issue that is linked. */
    LINK,
    /** During the transition itself: by a comment, or by what its screen asks for. */
    TRANSITION,
    /** By an administrator, because the gate cannot be evaluated. */
    ADMINISTRATOR,
    /** Otherwise: the finding says how. */
    ISSUE;

    static RemedyKind of(RuleReadiness rule, Finding finding) {
        if (rule.result() == RuleResult.Status.ERROR) {
            return ADMINISTRATOR;
        }
        if (rule.isAskedAtTransition()) {
            return TRANSITION;
        }
        if (finding.field().isPresent()) {
            return FIELD;
        }
        if (finding.rows().isPresent()) {
            return RECORD;
        }
        Set<RuleDefinition.Need> needs = Rules.of(rule.rule()).map(RuleDefinition::needs).orElse(Set.of());
        if (needs.contains(RuleDefinition.Need.THREADS)) {
            return THREAD;
        }
        if (needs.contains(RuleDefinition.Need.APPROVALS)) {
            return APPROVAL;
        }
        return needs.contains(RuleDefinition.Need.LINKS) ? LINK : ISSUE;
    }
}
