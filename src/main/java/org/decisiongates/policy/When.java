package org.decisiongates.policy;

import java.util.List;

import org.decisiongates.issue.IssueView;

/** The circumstances in which a rule applies: all of these conditions hold. */
public record When(List<RuleCondition> conditions) {

    /** Of every issue. */
    public static final When ALWAYS = new When(List.of());

    public When {
        conditions = List.copyOf(conditions);
    }

    /** Where all of these hold. */
    public static When all(RuleCondition... conditions) {
        return new When(List.of(conditions));
    }

    public boolean isAlways() {
        return conditions.isEmpty();
    }

    /**
     * Whether no issue of this type, which a policy is for, can ever meet them: they name other types alone, or one of them is the opposite
     * of another.
     *
     * @param issueType {@code decision}, {@code blocker}, or the host's id of another type
     */
    public boolean isNever(String issueType) {
        return conditions.stream().anyMatch(condition -> conditions.contains(condition.not())
                || condition.kind() == RuleCondition.Kind.ISSUE_TYPE && condition.values().contains(issueType) != condition.holds());
    }

    /**
     * Passed where the rule applies; not applicable where a condition does not hold. One that cannot be examined is an error whatever
     * the others say; one that lacks an actor matters where the others hold.
     *
     * @param rule the rule in question, for the findings
     */
    RuleResult evaluate(ConfiguredRule rule, IssueView issue, EvaluationContext context) {
        RuleResult worst = RuleResult.passed();
        boolean applies = true;
        for (int i = 0; i < conditions.size(); i++) {
            RuleResult result = conditions.get(i).evaluate(rule, issue, context);
            applies &= result.status() != RuleResult.Status.NOT_APPLICABLE;
            worst = result.status().outweighs(worst.status()) ? result : worst;
        }
        if (worst.status() == RuleResult.Status.ERROR) {
            return worst;
        }
        return applies ? worst : RuleResult.notApplicable();
    }
}
