package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/**
 * Fails unless the transition itself sets a field that says why it is made. What the field held before is the reason of another transition,
 * so that what it holds afterwards is always that of the last one; a comment does not count, because nothing finds it again.
 *
 * @param field  says why
 * @param length how many characters of an alphabet it has at least
 */
public record HasReason(Field field, int length) implements Rule {

    private static final Field REASON = new Field(OwnField.REASON.key());
    private static final String SAID = "The supplier has stopped selling it";

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-reason",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, REASON), Setting.number("length", 10, 1, 1000)), Set.of(Need.TRANSITION),
            List.of(RuleExample.passes("the transition says why", IssueSnapshot.EMPTY.with(REASON, SAID)).changing(REASON),
                    RuleExample.fails("nothing is said", IssueSnapshot.EMPTY, "decision-gates.rule.has-reason.missing"),
                    RuleExample.fails("the reason is the one of an earlier transition", IssueSnapshot.EMPTY.with(REASON, SAID),
                            "decision-gates.rule.has-reason.unchanged"),
                    RuleExample.fails("the reason is a placeholder", IssueSnapshot.EMPTY.with(REASON, "TBD"),
                            "decision-gates.rule.has-reason.placeholder").changing(REASON),
                    RuleExample.fails("the reason says too little", IssueSnapshot.EMPTY.with(REASON, "So be it"),
                            "decision-gates.rule.has-reason.too-short").changing(REASON)),
            settings -> new HasReason(settings.field("field"), settings.number("length")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String text = issue.text(field);
        Optional<Statement.Fault> fault = Statement.faultOf(text, length, DescriptionTemplate.NONE);
        Optional<Finding> finding = fault.isEmpty() && !context.changes(field)
                ? Optional.of(Finding.on(field, "decision-gates.rule.has-reason.unchanged"))
                : fault.map(why -> switch (why) {
                    case EMPTY -> Finding.on(field, "decision-gates.rule.has-reason.missing");
                    case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-reason.placeholder");
                    case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-reason.too-short", Integer.toString(length),
                            Integer.toString(Statement.lengthOf(text, DescriptionTemplate.NONE)));
                });
        return finding.map(RuleResult::failed).orElseGet(RuleResult::passed);
    }
}
