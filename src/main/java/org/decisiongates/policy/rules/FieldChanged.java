package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/** Fails unless this very transition sets or changes a field. */
public record FieldChanged(Field field) implements Rule {

    private static final Field DESCRIPTION = new Field("description");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("field-changed",
            List.of(Setting.field(Setting.Type.ANY_FIELD, DESCRIPTION)),
            Set.of(Need.TRANSITION),
            List.of(RuleExample.passes("the transition sets it", IssueSnapshot.EMPTY.with(DESCRIPTION, "Refunds take too long"))
                    .changing(DESCRIPTION),
                    RuleExample.passes("the transition empties it", IssueSnapshot.EMPTY).changing(DESCRIPTION),
                    RuleExample.fails("it stays as it was", IssueSnapshot.EMPTY.with(DESCRIPTION, "Refunds take too long"),
                            "decision-gates.rule.field-changed.unchanged")),
            settings -> new FieldChanged(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        return context.changes(field) ? RuleResult.passed()
                : RuleResult.failed(Finding.on(field, "decision-gates.rule.field-changed.unchanged"));
    }
}
