package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;

/**
 * Fails unless something is said with the transition: as its comment, or in a field that it sets.
 *
 * @param field  the field that may be set instead of writing a comment
 * @param length how many characters of an alphabet have to be written at least
 */
public record HasComment(Optional<Field> field, int length) implements Rule {

    private static final Field OUTCOME = new Field("customfield_10203");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-comment",
            List.of(Setting.number("length", 10, 1, 1000), Setting.optionalField("field", Setting.Type.TEXT_FIELD)),
            Set.of(Need.TRANSITION),
            List.of(RuleExample.passes("a comment is written that says something", IssueSnapshot.EMPTY)
                    .commenting("Agreed with support and legal"),
                    RuleExample.passes("the field is set by the transition",
                            IssueSnapshot.EMPTY.with(OUTCOME, "We keep the old checkout")).changing(OUTCOME).with(outcome()),
                    RuleExample.fails("no comment is written", IssueSnapshot.EMPTY, "decision-gates.rule.has-comment.missing"),
                    RuleExample.fails("the comment is a placeholder", IssueSnapshot.EMPTY, "decision-gates.rule.has-comment.placeholder")
                            .commenting("n/a"),
                    RuleExample.fails("the comment says too little", IssueSnapshot.EMPTY, "decision-gates.rule.has-comment.too-short")
                            .commenting("So be it"),
                    RuleExample.fails("the field was set long ago, and no comment is written",
                            IssueSnapshot.EMPTY.with(OUTCOME, "We keep the old checkout"),
                            "decision-gates.rule.has-comment.missing").with(outcome())),
            settings -> new HasComment(settings.optionalField("field"), settings.number("length")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (field.isPresent() && !issue.has(field.get())) {
            return UnusableRule.withoutField(DEFINITION, field.get());
        }
        String set = field.filter(context::changes).map(issue::text).orElse("");
        return FieldOrCommentText.fault(DEFINITION, field, set, context, length, DescriptionTemplate.NONE).map(RuleResult::failed)
                .orElseGet(RuleResult::passed);
    }

    private static Map<String, String> outcome() {
        return Map.of("field", OUTCOME.id());
    }
}
