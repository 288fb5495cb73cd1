package org.decisiongates.policy;

import org.decisiongates.issue.IssueView;

/** A claim that should hold before an item moves on, with its settings already in it. Immutable and stateless between calls. */
public interface Rule {

    /** Whether the claim holds for {@code item} at {@code now}. Never throws for any state of the item. */
    RuleResult examine(IssueView item, EvaluationContext now);
}
