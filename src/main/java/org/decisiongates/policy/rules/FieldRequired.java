package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/** Fails while there is nothing in a field of any kind. */
public record FieldRequired(Field field) implements Rule {

    private static final Field DESCRIPTION = new Field("description");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("field-required",
            List.of(Setting.field(Setting.Type.ANY_FIELD, DESCRIPTION)),
            Set.of(),
            List.of(RuleExample.passes("there is a text in it", IssueSnapshot.EMPTY.with(DESCRIPTION, "Refunds take too long")),
                    RuleExample.passes("there is a choice in it",
                            IssueSnapshot.EMPTY.with(new Field("priority"), new Choice("2", "High"))).with(Map.of("field", "priority")),
                    RuleExample.fails("there is nothing in it", IssueSnapshot.EMPTY, "decision-gates.rule.field-required.missing"),
                    RuleExample.fails("there are only blanks in it", IssueSnapshot.EMPTY.with(DESCRIPTION, " \n "),
                            "decision-gates.rule.field-required.missing")),
            settings -> new FieldRequired(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        return issue.isSet(field) ? RuleResult.passed()
                : RuleResult.failed(Finding.on(field, "decision-gates.rule.field-required.missing"));
    }
}
