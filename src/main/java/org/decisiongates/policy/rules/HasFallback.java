package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/**
 * Fails until the issue says what happens if it is not settled in time. What is only markup, or an
 * unfilled template, is no plan.
 *
 * @param length   how many characters of an alphabet a plan has at least; other scripts need fewer
 * @param template what the project puts into the field to be filled in
 */
public record HasFallback(Field field, int length, DescriptionTemplate template) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-fallback",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, Field.FALLBACK), Setting.number("length", 20, 1, 1000), Setting.template()),
            Set.of(),
            List.of(RuleExample.passes("a sentence that says what happens", falling("Keep the old checkout switched on")),
                    RuleExample.fails("the field is empty", IssueSnapshot.EMPTY, "decision-gates.rule.has-fallback.missing"),
                    RuleExample.fails("only a placeholder", falling("TBD"), "decision-gates.rule.has-fallback.placeholder"),
                    RuleExample.fails("a plan of few words", falling("Wait for it"), "decision-gates.rule.has-fallback.too-short")),
            settings -> new HasFallback(settings.field("field"), settings.number("length"),
                    DescriptionTemplate.of(settings.text("template"))));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String text = issue.text(field);
        Optional<Statement.Fault> fault = Statement.faultOf(text, length, template);
        if (fault.isEmpty()) {
            return RuleResult.passed();
        }
        return RuleResult.failed(switch (fault.get()) {
            case EMPTY -> Finding.on(field, "decision-gates.rule.has-fallback.missing");
            case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-fallback.placeholder");
            case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-fallback.too-short", Integer.toString(length),
                    Integer.toString(Statement.lengthOf(text, template)));
        });
    }

    private static IssueSnapshot falling(String plan) {
        return IssueSnapshot.EMPTY.with(Field.FALLBACK, plan);
    }
}
