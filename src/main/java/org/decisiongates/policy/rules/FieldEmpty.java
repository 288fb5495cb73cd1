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

/** Fails while there is anything in a field of any kind. */
public record FieldEmpty(Field field) implements Rule {

    private static final Field RESOLUTION = new Field("resolution");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("field-empty",
            List.of(Setting.field(Setting.Type.ANY_FIELD, RESOLUTION)),
            Set.of(),
            List.of(RuleExample.passes("there is nothing in it", IssueSnapshot.EMPTY),
                    RuleExample.passes("there are only blanks in it", IssueSnapshot.EMPTY.with(new Field("environment"), " \n "))
                            .with(Map.of("field", "environment")),
                    RuleExample.fails("there is a choice in it", IssueSnapshot.EMPTY.with(RESOLUTION, new Choice("1", "Done")),
                            "decision-gates.rule.field-empty.set")),
            settings -> new FieldEmpty(settings.field("field")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        return issue.isSet(field) ? RuleResult.failed(Finding.on(field, "decision-gates.rule.field-empty.set")) : RuleResult.passed();
    }
}
