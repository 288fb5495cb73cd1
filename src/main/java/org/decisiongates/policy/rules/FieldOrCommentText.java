package org.decisiongates.policy.rules;

import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.text.Message;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/** A field and the comment of a transition, of which one has to say enough. */
final class FieldOrCommentText {

    private FieldOrCommentText() {
    }

    /**
     * What is missing; empty where one of the texts says enough. What comes closest to being enough is what people want to hear about: the
     * rule's own findings {@code missing}, {@code placeholder} and {@code too-short}.
     *
     * @param shown  the field to show it under
     * @param length how many characters of an alphabet one of them has at least
     */
    static Optional<Finding> fault(RuleDefinition rule, Optional<Field> shown, String text, EvaluationContext context, int length,
            DescriptionTemplate template) {
        Optional<Statement.Fault> one = Statement.faultOf(text, length, template);
        if (one.isEmpty()) {
            // a comment that cannot be told any more is not asked for where the text is enough
            return Optional.empty();
        }
        String comment = context.comment();
        Optional<Statement.Fault> other = Statement.faultOf(comment, length, template);
        if (other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(shown, switch (one.get().compareTo(other.get()) > 0 ? one.get() : other.get()) {
            case EMPTY -> Message.of(rule.textKey("missing"));
            case PLACEHOLDER -> Message.of(rule.textKey("placeholder"));
            case TOO_SHORT -> Message.of(rule.textKey("too-short"), Integer.toString(length),
                    Integer.toString(Math.max(Statement.lengthOf(text, template), Statement.lengthOf(comment, template))));
        }));
    }
}
