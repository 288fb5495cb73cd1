package org.decisiongates.policy.rules;

import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;
import org.decisiongates.text.Message;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;

/** A field and, where it counts, the comment of a transition: one of them has to say enough. */
final class FieldOrCommentText {

    private static final String COMMENT = "comment";
    private static final String REFUSE = "refuse";

    private FieldOrCommentText() {
    }

    /** Whether a comment counts where a rule has a field for the text: initially so, since that is how rules read it at first. */
    static Setting commentSetting() {
        return Setting.choice(COMMENT, "accept", REFUSE);
    }

    /** The setting that has a field alone count. */
    static Map<String, String> withoutComment() {
        return Map.of(COMMENT, REFUSE);
    }

    /** Whether a comment counts: always where there is no field that could say it. */
    static boolean isCommentRead(Settings settings) {
        return settings.optionalField("field").isEmpty() || !settings.text(COMMENT).equals(REFUSE);
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

    /**
     * What is missing where the field alone counts: the rule's own findings {@code not-in-field}, {@code placeholder} and
     * {@code too-short}.
     */
    static Optional<Finding> fault(RuleDefinition rule, Field field, String text, int length, DescriptionTemplate template) {
        return Statement.faultOf(text, length, template).map(why -> switch (why) {
            case EMPTY -> Finding.on(field, rule.textKey("not-in-field"));
            case PLACEHOLDER -> Finding.on(field, rule.textKey("placeholder"));
            case TOO_SHORT -> Finding.on(field, rule.textKey("too-short"), Integer.toString(length),
                    Integer.toString(Statement.lengthOf(text, template)));
        });
    }
}
