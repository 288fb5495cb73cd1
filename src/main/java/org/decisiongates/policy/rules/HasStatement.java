package org.decisiongates.policy.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
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
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.Statement;
import org.decisiongates.text.content.TextContent;

/**
 * Fails until the issue asks a question and says between what is chosen: between several options, or why there is only one. Options are
 * recorded, or are the lines of a field.
 *
 * @param field   holds the question
 * @param length  how many characters a question takes at least
 * @param options holds one option a line; without it, only recorded options count
 * @param reason  says why there is one option only; without it, only the reason of the recorded option does
 * @param minimum how many options there are at least
 */
public record HasStatement(Field field, int length, Optional<Field> options, Optional<Field> reason, int minimum,
        DescriptionTemplate template) implements Rule {

    private static final Field QUESTION = new Field(OwnField.QUESTION.key());
    private static final Field DESCRIPTION = new Field("description");
    private static final Field ENVIRONMENT = new Field("environment");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-statement",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, QUESTION), Setting.number("length", 15, 1, 1000),
                    Setting.number("minimum", 2, 1, 20), Setting.optionalField("options", Setting.Type.TEXT_FIELD),
                    Setting.optionalField("reason", Setting.Type.TEXT_FIELD), Setting.template()),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("a question and two recorded options", asking().recording(option("Refund by card", ""))
                    .recording(option("Refund by voucher", ""))),
                    RuleExample.passes("a question and one recorded option with a reason",
                            asking().recording(option("Refund by card", "The law leaves no choice"))),
                    RuleExample.passes("a question and two options in a field",
                            asking().with(DESCRIPTION, "* Refund by card\n* Refund by voucher")).with(Map.of("options", "description")),
                    RuleExample.passes("a question, and one option in a field with its reason in another",
                            asking().with(DESCRIPTION, "Refund by card").with(ENVIRONMENT, "The law leaves no choice"))
                            .with(Map.of("options", "description", "reason", "environment")),
                    RuleExample.fails("options without a question", IssueSnapshot.EMPTY.recording(option("Refund by card", ""))
                            .recording(option("Refund by voucher", "")), "decision-gates.rule.has-statement.missing"),
                    RuleExample.fails("the question is still a placeholder", twoOptions().with(QUESTION, "To be decided"),
                            "decision-gates.rule.has-statement.placeholder"),
                    RuleExample.fails("the question is a catchword", twoOptions().with(QUESTION, "Refund how?"),
                            "decision-gates.rule.has-statement.too-short"),
                    RuleExample.fails("a question without options", asking(),
                            "decision-gates.rule.has-statement.too-few-recorded-options"),
                    RuleExample.fails("one option without a reason", asking().recording(option("Refund by card", "n/a")),
                            "decision-gates.rule.has-statement.too-few-recorded-options"),
                    RuleExample.fails("the same option twice",
                            asking().recording(option("Refund by card", "")).recording(option("refund by CARD", "")),
                            "decision-gates.rule.has-statement.too-few-recorded-options"),
                    RuleExample.fails("one option in a field, without a reason", asking().with(DESCRIPTION, "Refund by card"),
                            "decision-gates.rule.has-statement.too-few-options").with(Map.of("options", "description"))),
            HasStatement::of);

    private static HasStatement of(Settings settings) {
        return new HasStatement(settings.field("field"), settings.number("length"), settings.optionalField("options"),
                settings.optionalField("reason"), settings.number("minimum"), DescriptionTemplate.of(settings.text("template")));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Optional<Field> gone = Stream.of(Optional.of(field), options, reason).flatMap(Optional::stream).filter(read -> !issue.has(read))
                .findFirst();
        if (gone.isPresent()) {
            return UnusableRule.withoutField(DEFINITION, gone.get());
        }
        List<Finding> findings = new ArrayList<>();
        String question = issue.text(field);
        Statement.faultOf(question, length, template).map(fault -> finding(fault, question)).ifPresent(findings::add);
        String typed = options.map(issue::text).orElse("");
        String why = reason.map(issue::text).orElse("");
        Set<String> different = new HashSet<>();
        Statement.lines(typed, template).forEach(line -> different.add(TextContent.essence(line, 0, line.length())));
        // the record costs a statement: it is read where the field does not do
        List<DecisionOption> recorded = different.size() >= minimum ? List.of()
                : issue.records().options().stream().filter(option -> says(option.text())).toList();
        recorded.forEach(option -> different.add(TextContent.essence(option.text(), 0, option.text().length())));
        boolean isExplained = different.size() == 1 && (says(why) || recorded.stream().anyMatch(option -> says(option.reason())));
        if (different.size() < minimum && !isExplained) {
            Serializable[] counts = {Integer.toString(minimum), Integer.toString(different.size())};
            findings.add(options.map(shown -> Finding.on(shown, "decision-gates.rule.has-statement.too-few-options", counts))
                    .orElseGet(
                            () -> Finding.inRecord(IssueRecord.Kind.OPTION,
                                    "decision-gates.rule.has-statement.too-few-recorded-options", counts)));
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private Finding finding(Statement.Fault fault, String question) {
        return switch (fault) {
            case EMPTY -> Finding.on(field, "decision-gates.rule.has-statement.missing");
            case PLACEHOLDER -> Finding.on(field, "decision-gates.rule.has-statement.placeholder");
            case TOO_SHORT -> Finding.on(field, "decision-gates.rule.has-statement.too-short", Integer.toString(length),
                    Integer.toString(Statement.lengthOf(question, template)));
        };
    }

    private boolean says(String text) {
        return !Statement.lines(text, template).isEmpty();
    }

    private static IssueSnapshot asking() {
        return IssueSnapshot.EMPTY.with(QUESTION, "How do customers get their money back?");
    }

    private static IssueSnapshot twoOptions() {
        return IssueSnapshot.EMPTY.recording(option("Refund by card", "")).recording(option("Refund by voucher", ""));
    }

    private static DecisionOption option(String text, String reason) {
        return new DecisionOption(text, reason, DecisionOption.State.OPEN);
    }
}
