package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.Criterion;
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
import org.decisiongates.text.content.DescriptionTemplate;
import org.decisiongates.text.content.RenderedText;
import org.decisiongates.text.content.Statement;
import org.decisiongates.text.content.TextContent;
import org.decisiongates.text.content.Vagueness;

/**
 * Fails until the issue says what must be true for the outcome to be accepted, one criterion a line. What is only
 * markup, or an unfilled template, is no criterion. Criteria that cannot be checked earn advice, never a refusal.
 *
 * @param minimum  how many different criteria there are at least
 * @param template what the project puts into the field to be filled in
 */
public record HasAcceptanceCriteria(Field field, int minimum, DescriptionTemplate template) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-acceptance-criteria",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, Field.ACCEPTANCE_CRITERIA), Setting.number("minimum", 1, 1, 50),
                    Setting.template()),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("one criterion with a number in it", accepting("Refunds reach the customer within 3 days")),
                    RuleExample.passesWithAdvice("a criterion with a vague word", accepting("Checkout is fast"),
                            "decision-gates.rule.has-acceptance-criteria.vague"),
                    RuleExample.passesWithAdvice("a criterion that nobody could measure", accepting("Customers see their refunds"),
                            "decision-gates.rule.has-acceptance-criteria.unmeasurable"),
                    RuleExample.passes("one line in the field and one recorded criterion, where two are asked for",
                            accepting("No refund is lost").recording(recorded("Refunds take 3 days"))).with(Map.of("minimum", "2")),
                    RuleExample.fails("the field is empty", IssueSnapshot.EMPTY, "decision-gates.rule.has-acceptance-criteria.missing"),
                    RuleExample.fails("only a heading and a placeholder", accepting("h2. Criteria\n* TBD"),
                            "decision-gates.rule.has-acceptance-criteria.placeholder"),
                    RuleExample.fails("the same line twice where two are asked for", accepting("No refund is lost\nno refund is LOST"),
                            "decision-gates.rule.has-acceptance-criteria.too-few").with(Map.of("minimum", "2"))),
            settings -> new HasAcceptanceCriteria(settings.field("field"), settings.number("minimum"),
                    DescriptionTemplate.of(settings.text("template"))));

    private static final int MAX_ADVICE = 3;

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        String text = issue.text(field);
        CharSequence criteria = RenderedText.of(text);
        int found = count(criteria);
        if (found >= minimum) {
            return advise(criteria);
        }
        Set<String> different = differentOnes(text, issue);
        if (different.size() >= minimum) {
            return advise(criteria);
        }
        if (different.isEmpty() && TextContent.visible(text, 0, text.length()) == 0) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-acceptance-criteria.missing"));
        }
        if (different.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-acceptance-criteria.placeholder"));
        }
        return RuleResult.failed(Finding.on(field, "decision-gates.rule.has-acceptance-criteria.too-few", Integer.toString(minimum),
                Integer.toString(different.size())));
    }

    private static IssueSnapshot accepting(String criteria) {
        return IssueSnapshot.EMPTY.with(Field.ACCEPTANCE_CRITERIA, criteria);
    }

    private static Criterion recorded(String text) {
        return new Criterion(text, Optional.empty(), Optional.empty(), Criterion.State.OPEN);
    }

    /** The lines and what is recorded, without what says nothing; the record is read only where the lines are too few. */
    private Set<String> differentOnes(String text, IssueView issue) {
        Set<String> different = new HashSet<>();
        Stream.concat(Stream.of(text), issue.records().criteria().stream().map(Criterion::text))
                .flatMap(typed -> Statement.lines(typed, template).stream())
                .forEach(line -> different.add(TextContent.essence(line, 0, line.length())));
        return different;
    }

    /** How many different real lines there are; stops counting at the minimum. */
    private int count(CharSequence criteria) {
        // one line differs from no other: only a gate that wants several has to remember them
        Set<String> different = minimum == 1 ? null : new HashSet<>();
        int found = 0;
        int end;
        for (int start = 0; start < criteria.length() && found < minimum; start = end + 1) {
            end = TextContent.lineEnd(criteria, start);
            int from = TextContent.contentStart(criteria, start, end);
            if (isCriterion(criteria, from, end) && (different == null || different.add(TextContent.essence(criteria, from, end)))) {
                found++;
            }
        }
        return found;
    }

    private boolean isCriterion(CharSequence criteria, int from, int to) {
        return TextContent.isReal(criteria, from, to) && !template.holds(criteria, from, to);
    }

    private RuleResult advise(CharSequence criteria) {
        List<Finding> advice = List.of();
        int end;
        for (int start = 0; start < criteria.length() && advice.size() < MAX_ADVICE; start = end + 1) {
            end = TextContent.lineEnd(criteria, start);
            Optional<Finding> finding = adviceOn(criteria, TextContent.contentStart(criteria, start, end), end);
            if (finding.isPresent()) {
                advice = advice.isEmpty() ? new ArrayList<>(MAX_ADVICE) : advice;
                advice.add(finding.get());
            }
        }
        return advice.isEmpty() ? RuleResult.passed() : RuleResult.passedWithAdvice(advice);
    }

    private Optional<Finding> adviceOn(CharSequence criteria, int from, int to) {
        if (!isCriterion(criteria, from, to)) {
            return Optional.empty();
        }
        Optional<String> vague = Vagueness.vaguePhrase(criteria, from, to);
        if (vague.isPresent()) {
            return Optional.of(Finding.on(field, "decision-gates.rule.has-acceptance-criteria.vague", vague.get(),
                    TextContent.excerpt(criteria, from, to)));
        }
        return Vagueness.isMeasurable(criteria, from, to) ? Optional.empty()
                : Optional.of(Finding.on(field, "decision-gates.rule.has-acceptance-criteria.unmeasurable",
                        TextContent.excerpt(criteria, from, to)));
    }
}
