package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
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
import org.decisiongates.text.content.Statement;
import org.decisiongates.text.content.TextContent;

/**
 * Fails until every acceptance criterion is verified: every recorded one, or every line of a field, which is verified once it is ticked.
 *
 * @param field       holds one criterion a line; without it, recorded criteria are read
 * @param acceptsGaps whether a criterion may turn out not to be demonstrable
 */
public record AllCriteriaVerified(Optional<Field> field, boolean acceptsGaps) implements Rule {

    private static final Pattern TICKED = Pattern.compile("[\\s*#+0-9.)-]*(\\[[xX\u2713\u2714]]|\\(/\\)|[\u2611\u2705\u2713\u2714]).*");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("all-criteria-verified",
            List.of(Setting.optionalField("field", Setting.Type.TEXT_FIELD), Setting.choice("not-demonstrable", "refuse", "accept")),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("both recorded criteria are verified",
                    recording(Criterion.State.VERIFIED, Criterion.State.VERIFIED)),
                    RuleExample.passes("one cannot be shown, which was to be accepted",
                            recording(Criterion.State.VERIFIED, Criterion.State.NOT_DEMONSTRABLE))
                            .with(Map.of("not-demonstrable", "accept")),
                    RuleExample.passes("every line of the field is ticked", accepting("* [x] No refund is lost\n(/) Refunds take 3 days"))
                            .with(Map.of("field", "acceptance-criteria")),
                    RuleExample.fails("there are no criteria", IssueSnapshot.EMPTY, "decision-gates.rule.all-criteria-verified.missing"),
                    RuleExample.fails("one of two is still to be verified", recording(Criterion.State.VERIFIED, Criterion.State.OPEN),
                            "decision-gates.rule.all-criteria-verified.unverified"),
                    RuleExample
                            .fails("one line of the field is not ticked", accepting("* [x] No refund is lost\n* [ ] Refunds take 3 days"),
                                    "decision-gates.rule.all-criteria-verified.unverified")
                            .with(Map.of("field", "acceptance-criteria")),
                    RuleExample.fails("one cannot be shown", recording(Criterion.State.VERIFIED, Criterion.State.NOT_DEMONSTRABLE),
                            "decision-gates.rule.all-criteria-verified.not-demonstrable")),
            settings -> new AllCriteriaVerified(settings.optionalField("field"), settings.text("not-demonstrable").equals("accept")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (field.isPresent()) {
            return issue.has(field.get()) ? ofLines(issue.text(field.get())) : UnusableRule.withoutField(DEFINITION, field.get());
        }
        List<Criterion> criteria = issue.records().criteria().stream()
                .filter(criterion -> !Statement.lines(criterion.text(), DescriptionTemplate.NONE).isEmpty()).toList();
        if (criteria.isEmpty()) {
            return RuleResult.failed(Finding.inRecord(IssueRecord.Kind.CRITERION, "decision-gates.rule.all-criteria-verified.missing"));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> open = texts(criteria, Criterion.State.OPEN);
        if (!open.isEmpty()) {
            findings.add(Finding.inRecord(IssueRecord.Kind.CRITERION, "decision-gates.rule.all-criteria-verified.unverified",
                    Integer.toString(open.size()),
                    TextContent.excerpt(open.get(0))));
        }
        List<String> gaps = acceptsGaps ? List.of() : texts(criteria, Criterion.State.NOT_DEMONSTRABLE);
        if (!gaps.isEmpty()) {
            findings.add(Finding.inRecord(IssueRecord.Kind.CRITERION, "decision-gates.rule.all-criteria-verified.not-demonstrable",
                    Integer.toString(gaps.size()),
                    TextContent.excerpt(gaps.get(0))));
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private RuleResult ofLines(String text) {
        List<String> lines = text.lines().filter(line -> !Statement.lines(line, DescriptionTemplate.NONE).isEmpty()).toList();
        if (lines.isEmpty()) {
            return RuleResult.failed(Finding.on(field.orElseThrow(), "decision-gates.rule.all-criteria-verified.missing"));
        }
        List<String> open = lines.stream().filter(line -> !TICKED.matcher(line).matches()).toList();
        return open.isEmpty() ? RuleResult.passed()
                : RuleResult.failed(Finding.on(field.orElseThrow(), "decision-gates.rule.all-criteria-verified.unverified",
                        Integer.toString(open.size()), TextContent.excerpt(open.get(0).strip())));
    }

    private static List<String> texts(List<Criterion> criteria, Criterion.State state) {
        return criteria.stream().filter(criterion -> criterion.state() == state).map(Criterion::text).toList();
    }

    private static IssueSnapshot recording(Criterion.State... states) {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (Criterion.State state : states) {
            issue = issue.recording(new Criterion("No refund is lost", Optional.empty(), Optional.empty(), state));
        }
        return issue;
    }

    private static IssueSnapshot accepting(String criteria) {
        return IssueSnapshot.EMPTY.with(Field.ACCEPTANCE_CRITERIA, criteria);
    }
}
