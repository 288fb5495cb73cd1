package org.decisiongates.policy.rules;

import java.util.HashMap;
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
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;

/**
 * Fails while nothing says how the issue was settled: neither a field, whenever it was filled in, nor, where it counts, the comment of the
 * transition.
 *
 * @param field         the field that holds the note; empty where it is always written as a comment
 * @param length        how many characters of an alphabet the note has at least
 * @param template      what the project puts into the field to be filled in
 * @param isCommentRead whether a comment counts as well as the field
 */
public record HasResolutionNote(Optional<Field> field, int length, DescriptionTemplate template, boolean isCommentRead) implements Rule {

    private static final Field NOTE = new Field("customfield_10204");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-resolution-note",
            List.of(Setting.optionalField("field", Setting.Type.TEXT_FIELD), Setting.number("length", 20, 1, 1000), Setting.template(),
                    FieldOrCommentText.commentSetting()),
            Set.of(),
            List.of(RuleExample.passes("the field says how it was settled",
                    IssueSnapshot.EMPTY.with(NOTE, "The supplier sent the missing terminals")).with(note()),
                    RuleExample.passes("the comment of the transition says it", IssueSnapshot.EMPTY)
                            .commenting("The supplier sent the missing terminals").with(note()),
                    RuleExample.passes("there is no field for it, and the comment says it", IssueSnapshot.EMPTY)
                            .commenting("The supplier sent the missing terminals"),
                    RuleExample.fails("neither says anything", IssueSnapshot.EMPTY, "decision-gates.rule.has-resolution-note.missing")
                            .with(note()),
                    RuleExample.fails("the field holds a placeholder", IssueSnapshot.EMPTY.with(NOTE, "TBD"),
                            "decision-gates.rule.has-resolution-note.placeholder").with(note()),
                    RuleExample.fails("the note is too short", IssueSnapshot.EMPTY.with(NOTE, "It works now"),
                            "decision-gates.rule.has-resolution-note.too-short").with(note()),
                    RuleExample.fails("only the comment says it, which does not count", IssueSnapshot.EMPTY,
                            "decision-gates.rule.has-resolution-note.not-in-field")
                            .commenting("The supplier sent the missing terminals").with(noteAlone())),
            settings -> new HasResolutionNote(settings.optionalField("field"), settings.number("length"),
                    DescriptionTemplate.of(settings.text("template")), FieldOrCommentText.isCommentRead(settings)));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (field.isPresent() && !issue.has(field.get())) {
            return UnusableRule.withoutField(DEFINITION, field.get());
        }
        String text = field.map(issue::text).orElse("");
        Optional<Finding> fault = isCommentRead ? FieldOrCommentText.fault(DEFINITION, field, text, context, length, template)
                : FieldOrCommentText.fault(DEFINITION, field.orElseThrow(), text, length, template);
        if (fault.isPresent() && context.transition().isEmpty()) {
            // it may have been written as the comment of a transition that is over, and nobody can say beforehand how it will be settled
            return RuleResult.notEvaluable(Finding.general("decision-gates.gate.not-evaluable", DEFINITION.key()));
        }
        return fault.map(RuleResult::failed).orElseGet(RuleResult::passed);
    }

    private static Map<String, String> note() {
        return Map.of("field", NOTE.id());
    }

    private static Map<String, String> noteAlone() {
        Map<String, String> settings = new HashMap<>(FieldOrCommentText.withoutComment());
        settings.putAll(note());
        return settings;
    }
}
