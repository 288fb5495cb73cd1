package org.decisiongates.readiness;

import java.util.Optional;

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
        Optional<RuleDefinition> definition = Rules.of(rule.rule());
        boolean reads = definition.map(RuleDefinition::needs).filter(needs -> needs.contains(RuleDefinition.Need.LINKS)).isPresent();
        return reads ? LINK : ISSUE;
    }
}
