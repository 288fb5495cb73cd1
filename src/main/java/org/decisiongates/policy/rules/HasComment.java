package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.decisiongates.text.Message;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

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
        String comment = context.comment();
        String set = field.isPresent() && context.changes(field.get()) ? issue.text(field.get()) : "";
        Optional<Statement.Fault> one = Statement.faultOf(comment, length, DescriptionTemplate.NONE);
        Optional<Statement.Fault> other = Statement.faultOf(set, length, DescriptionTemplate.NONE);
        if (one.isEmpty() || other.isEmpty()) {
            return RuleResult.passed();
        }
        // what comes closest to being enough is what people want to hear about
        return RuleResult.failed(switch (one.get().compareTo(other.get()) > 0 ? one.get() : other.get()) {
            case EMPTY -> new Finding(field, Message.of("decision-gates.rule.has-comment.missing"));
            case PLACEHOLDER -> new Finding(field, Message.of("decision-gates.rule.has-comment.placeholder"));
            case TOO_SHORT -> new Finding(field, Message.of("decision-gates.rule.has-comment.too-short", Integer.toString(length),
                    Integer.toString(Math.max(Statement.lengthOf(comment, DescriptionTemplate.NONE),
                            Statement.lengthOf(set, DescriptionTemplate.NONE)))));
        });
    }

    private static Map<String, String> outcome() {
        return Map.of("field", OUTCOME.id());
    }
}
