package org.decisiongates.policy.rules;

import java.util.List;
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
import org.decisiongates.text.content.RenderedText;
import org.decisiongates.text.content.TextContent;

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
        if (TextContent.visible(text, 0, text.length()) == 0) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-fallback.missing"));
        }
        CharSequence plan = RenderedText.of(text);
        if (Long.bitCount(letters(plan)) < Math.min(length, TextContent.LETTERS_OF_A_SENTENCE)) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-fallback.placeholder"));
        }
        int written = written(plan);
        if (written < length) {
            return RuleResult.failed(
                    Finding.on(field, "decision-gates.rule.has-fallback.too-short", Integer.toString(length), Integer.toString(written)));
        }
        return RuleResult.passed();
    }

    private static IssueSnapshot falling(String plan) {
        return IssueSnapshot.EMPTY.with(Field.FALLBACK, plan);
    }

    /** How many characters the lines have that say something. */
    private int written(CharSequence plan) {
        int written = 0;
        int end;
        for (int start = 0; start < plan.length(); start = end + 1) {
            end = TextContent.lineEnd(plan, start);
            int from = TextContent.contentStart(plan, start, end);
            written += says(plan, from, end) ? TextContent.written(plan, from, end) : 0;
        }
        return written;
    }

    /** The different letters of the lines that say something. */
    private long letters(CharSequence plan) {
        long letters = 0;
        int end;
        for (int start = 0; start < plan.length(); start = end + 1) {
            end = TextContent.lineEnd(plan, start);
            int from = TextContent.contentStart(plan, start, end);
            letters |= says(plan, from, end) ? TextContent.letters(plan, from, end) : 0;
        }
        return letters;
    }

    private boolean says(CharSequence plan, int from, int to) {
        return TextContent.isReal(plan, from, to) && !template.holds(plan, from, to);
    }
}
