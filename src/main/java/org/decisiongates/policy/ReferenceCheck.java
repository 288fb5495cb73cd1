package org.decisiongates.policy;

import java.util.List;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.Reference;

/**
 * A rule whose settings name something of the host: evaluated where the host has all of it, else an error that names what is gone. What is
 * gone equals nothing, so a rule that forbids it would pass (ADR-0076).
 */
record ReferenceCheck(List<Reference> references, Rule rule) implements Rule {

    ReferenceCheck {
        references = List.copyOf(references);
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        for (int i = 0; i < references.size(); i++) {
            if (issue.nameOf(references.get(i)).isEmpty()) {
                throw new MissingReferenceException(references.get(i));
            }
        }
        return rule.evaluate(issue, context);
    }

    @Override
    public boolean asksFrom(String phase) {
        return rule.asksFrom(phase);
    }
}
