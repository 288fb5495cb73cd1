package org.decisiongates.policy;

import org.decisiongates.issue.IssueView;

/** A claim that should hold for an issue, with its settings already in it. Immutable and stateless between calls. */
public interface Rule {

    /** Whether the claim holds for {@code issue}. Never throws for any state of the issue. */
    RuleResult evaluate(IssueView issue, EvaluationContext context);

    /** Whether the rule has anything to ask of an issue that stands in this phase before the transition. */
    default boolean asksFrom(String phase) {
        return true;
    }
}
