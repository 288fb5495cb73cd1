package org.decisiongates.policy.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
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
 * Fails while a criterion is said to be verified and nothing supports it: a page, or a file that is attached to the issue. Nor is there any
 * evidence until a criterion is verified.
 *
 * @param field   holds the evidence as text; without it, recorded evidence is read
 * @param accepts whether there is nothing to ask until a criterion is verified
 */
public record CriteriaHaveEvidence(Optional<Field> field, boolean accepts) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("criteria-have-evidence",
            List.of(Setting.optionalField("field", Setting.Type.TEXT_FIELD), Setting.choice("nothing-verified", "refuse", "accept")),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("a page supports the verified criterion", verified().recording(page(1))),
                    RuleExample.passes("an attached file supports it", verified().recording(file(1))
                            .attached(new IssueAttachment("refunds.csv", "text/csv", Optional.empty(), Instant.EPOCH))),
                    RuleExample.passes("the field says where the evidence is",
                            IssueSnapshot.EMPTY.with(new Field("description"), "See https://example.org/refunds for the figures"))
                            .with(Map.of("field", "description")),
                    RuleExample.notApplicable("no criterion is verified yet, which was to be accepted", IssueSnapshot.EMPTY)
                            .with(Map.of("nothing-verified", "accept")),
                    RuleExample.fails("no criterion is verified yet", IssueSnapshot.EMPTY,
                            "decision-gates.rule.criteria-have-evidence.unverified"),
                    RuleExample.fails("nothing supports the verified criterion", verified(),
                            "decision-gates.rule.criteria-have-evidence.missing"),
                    RuleExample.fails("the page supports another criterion", verified().recording(page(2)),
                            "decision-gates.rule.criteria-have-evidence.missing"),
                    RuleExample.fails("the field is empty", IssueSnapshot.EMPTY, "decision-gates.rule.criteria-have-evidence.none")
                            .with(Map.of("field", "description")),
                    RuleExample.fails("the file that supports it was removed", verified().recording(file(1)),
                            "decision-gates.rule.criteria-have-evidence.removed")),
            settings -> new CriteriaHaveEvidence(settings.optionalField("field"), settings.text("nothing-verified").equals("accept")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (field.isPresent()) {
            if (!issue.has(field.get())) {
                return UnusableRule.withoutField(DEFINITION, field.get());
            }
            return Statement.lines(issue.text(field.get()), DescriptionTemplate.NONE).isEmpty()
                    ? RuleResult.failed(Finding.on(field.get(), "decision-gates.rule.criteria-have-evidence.none"))
                    : RuleResult.passed();
        }
        IssueRecords records = issue.records();
        List<Criterion> verified = records.criteria().stream().filter(criterion -> criterion.state() == Criterion.State.VERIFIED).toList();
        if (verified.isEmpty()) {
            return accepts ? RuleResult.notApplicable()
                    : RuleResult.failed(Finding.inRecord(IssueRecord.Kind.CRITERION,
                            "decision-gates.rule.criteria-have-evidence.unverified"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Criterion criterion : verified) {
            List<Evidence> supporting = records.supporting(criterion);
            if (supporting.isEmpty()) {
                findings.add(Finding.inRecord(IssueRecord.Kind.EVIDENCE, "decision-gates.rule.criteria-have-evidence.missing",
                        TextContent.excerpt(criterion.text())));
            } else if (supporting.stream().noneMatch(evidence -> isThere(evidence, issue))) {
                findings.add(Finding.inRecord(IssueRecord.Kind.EVIDENCE, "decision-gates.rule.criteria-have-evidence.removed",
                        TextContent.excerpt(criterion.text()),
                        TextContent.excerpt(supporting.get(0).reference())));
            }
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static boolean isThere(Evidence evidence, IssueView issue) {
        return evidence.source() == Evidence.Source.LINK
                || issue.attachments().stream().anyMatch(file -> file.name().equals(evidence.reference()));
    }

    private static IssueSnapshot verified() {
        return IssueSnapshot.EMPTY
                .recording(new Criterion(1, "No refund is lost", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED));
    }

    private static Evidence page(long criterion) {
        return new Evidence("The figures of a week", Evidence.Source.LINK, "https://example.org/refunds", Optional.of(criterion));
    }

    private static Evidence file(long criterion) {
        return new Evidence("The figures of a week", Evidence.Source.ATTACHMENT, "refunds.csv", Optional.of(criterion));
    }
}
