package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
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
import org.decisiongates.policy.TextPattern;
import org.decisiongates.policy.UnusableRule;
import org.decisiongates.text.content.TextContent;

/**
 * Fails unless a text matches a pattern, or does not. An empty text matches nothing.
 *
 * @param matching whether the text has to match; else it must not
 */
public record FieldMatches(Field field, TextPattern pattern, boolean matching) implements Rule {

    /** The longest text that is matched: as long as a host lets texts be unless told otherwise, and read within the time of a click. */
    static final int LONGEST = 32_767;
    private static final Field SUMMARY = new Field("summary");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("field-matches",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, SUMMARY), Setting.choice("expectation", "match", "no-match"),
                    Setting.pattern("pattern", "\\S")),
            Set.of(),
            List.of(RuleExample.passes("the pattern is found in it", called("ADR-12 Keep the old checkout")).with(number("match")),
                    RuleExample.passes("the pattern is not found in it, and must not be", called("Keep the old checkout"))
                            .with(number("no-match")),
                    RuleExample.passes("it is empty, and the pattern must not be found", IssueSnapshot.EMPTY).with(number("no-match")),
                    RuleExample.fails("it is empty", IssueSnapshot.EMPTY, "decision-gates.rule.field-matches.missing")
                            .with(number("match")),
                    RuleExample.fails("the pattern is not found in it", called("Keep the old checkout"),
                            "decision-gates.rule.field-matches.mismatch").with(number("match")),
                    RuleExample.fails("the pattern is found in it, and must not be", called("ADR-12 Keep the old checkout"),
                            "decision-gates.rule.field-matches.match").with(number("no-match")),
                    RuleExample.fails("it is longer than what is matched", called("x".repeat(LONGEST + 1)),
                            "decision-gates.rule.field-matches.too-long").with(number("no-match"))),
            settings -> new FieldMatches(settings.field("field"), settings.pattern("pattern"),
                    settings.text("expectation").equals("match")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String text = issue.text(field);
        if (TextContent.visible(text, 0, text.length()) == 0) {
            return matching ? RuleResult.failed(Finding.on(field, "decision-gates.rule.field-matches.missing", pattern.toString()))
                    : RuleResult.passed();
        }
        if (text.length() > LONGEST) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.field-matches.too-long", Integer.toString(LONGEST),
                    Integer.toString(text.length())));
        }
        if (pattern.isFoundIn(text) == matching) {
            return RuleResult.passed();
        }
        String finding = matching ? "decision-gates.rule.field-matches.mismatch" : "decision-gates.rule.field-matches.match";
        return RuleResult.failed(Finding.on(field, finding, pattern.toString()));
    }

    private static IssueSnapshot called(String summary) {
        return IssueSnapshot.EMPTY.with(SUMMARY, summary);
    }

    private static Map<String, String> number(String expectation) {
        return Map.of("pattern", "^ADR-[0-9]+ ", "expectation", expectation);
    }
}
