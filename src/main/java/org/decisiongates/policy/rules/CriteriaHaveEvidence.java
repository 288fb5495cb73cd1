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
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueAttachment;
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
 * Fails while a criterion is said to be verified and nothing supports it: a page, or a file that is attached to the issue. Nor is there any
 * evidence until a criterion is verified. Where follow-ups are required, it fails as well while one that cannot be demonstrated is not
 * followed up.
 *
 * @param field            holds the evidence as text; without it, recorded evidence is read
 * @param accepts          whether there is nothing to ask until a criterion is verified
 * @param requiresFollowUp whether each criterion that is not demonstrable needs a follow-up
 */
public record CriteriaHaveEvidence(Optional<Field> field, boolean accepts, boolean requiresFollowUp) implements Rule {

    private static final String KEY = "decision-gates.rule.criteria-have-evidence.";
    private static final long FOLLOW_UP = 12;
    private static final Map<String, String> REQUIRED = Map.of("follow-up", "required");

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("criteria-have-evidence",
            List.of(Setting.optionalField("field", Setting.Type.TEXT_FIELD), Setting.choice("nothing-verified", "refuse", "accept"),
                    Setting.choice("follow-up", "optional", "required")),
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
                            KEY + "unverified"),
                    RuleExample.fails("nothing supports the verified criterion", verified(),
                            KEY + "missing"),
                    RuleExample.fails("the page supports another criterion", verified().recording(page(2)),
                            KEY + "missing"),
                    RuleExample.fails("the field is empty", IssueSnapshot.EMPTY, KEY + "none")
                            .with(Map.of("field", "description")),
                    RuleExample.fails("the file that supports it was removed", verified().recording(file(1)),
                            KEY + "removed"),
                    RuleExample.passes("what cannot be demonstrated is followed up",
                            gap().followedUp(new FollowUp(FOLLOW_UP, true, true, false, false))).with(REQUIRED),
                    RuleExample.passes("its follow-up is closed, and brought evidence",
                            gap().followedUp(new FollowUp(FOLLOW_UP, true, true, true, false)).recording(page(2))).with(REQUIRED),
                    RuleExample.fails("what cannot be demonstrated has no follow-up", supported().recording(gap(Optional.empty())),
                            KEY + "no-follow-up").with(REQUIRED),
                    RuleExample.fails("the field says where the evidence is, and what cannot be demonstrated has no follow-up",
                            IssueSnapshot.EMPTY.with(new Field("description"), "See https://example.org/refunds for the figures")
                                    .recording(gap(Optional.empty())),
                            KEY + "no-follow-up").with(Map.of("field", "description", "follow-up", "required")),
                    RuleExample.fails("the follow-up was deleted", gap(), KEY + "follow-up-gone").with(REQUIRED),
                    RuleExample.fails("nobody owns the follow-up", gap().followedUp(new FollowUp(FOLLOW_UP, false, true, false, false)),
                            KEY + "follow-up-owner").with(REQUIRED),
                    RuleExample.fails("the follow-up has no due date", gap().followedUp(new FollowUp(FOLLOW_UP, true, false, false, false)),
                            KEY + "follow-up-due").with(REQUIRED),
                    RuleExample.fails("the follow-up was closed and brought no evidence",
                            gap().followedUp(new FollowUp(FOLLOW_UP, true, true, true, false)), KEY + "follow-up-closed").with(REQUIRED),
                    RuleExample.fails("a follow-up that the actor may not see has no due date",
                            gap().followedUp(new FollowUp(FOLLOW_UP, true, false, false, true)), KEY + "follow-up-hidden").with(REQUIRED)),
            settings -> new CriteriaHaveEvidence(settings.optionalField("field"), settings.text("nothing-verified").equals("accept"),
                    settings.text("follow-up").equals("required")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (field.isPresent() && !issue.has(field.get())) {
            return UnusableRule.withoutField(DEFINITION, field.get());
        }
        List<Criterion> verified = field.isPresent() ? List.of() : inState(Criterion.State.VERIFIED, issue);
        List<Criterion> gaps = requiresFollowUp ? inState(Criterion.State.NOT_DEMONSTRABLE, issue) : List.of();
        if (field.isEmpty() && verified.isEmpty() && gaps.isEmpty() && accepts) {
            return RuleResult.notApplicable();
        }
        List<Finding> findings = new ArrayList<>();
        if (field.isPresent()) {
            if (Statement.lines(issue.text(field.get()), DescriptionTemplate.NONE).isEmpty()) {
                findings.add(Finding.on(field.get(), KEY + "none"));
            }
        } else if (verified.isEmpty() && !accepts) {
            findings.add(Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "unverified"));
        }
        verified.forEach(criterion -> addFaultsOfEvidence(criterion, issue, findings));
        gaps.forEach(gap -> addFaultsOfFollowUp(gap, issue, findings));
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static List<Criterion> inState(Criterion.State state, IssueView issue) {
        return issue.records().criteria().stream().filter(criterion -> criterion.state() == state).toList();
    }

    private static void addFaultsOfEvidence(Criterion criterion, IssueView issue, List<Finding> findings) {
        List<Evidence> supporting = issue.records().supporting(criterion);
        if (supporting.isEmpty()) {
            findings.add(Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "missing", TextContent.excerpt(criterion.text())));
        } else if (supporting.stream().noneMatch(evidence -> isThere(evidence, issue))) {
            findings.add(Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "removed", TextContent.excerpt(criterion.text()),
                    TextContent.excerpt(supporting.get(0).reference())));
        }
    }

    /** No finding names the follow-up, and one alone tells of whatever is wrong with one that the actor may not see. */
    private static void addFaultsOfFollowUp(Criterion gap, IssueView issue, List<Finding> findings) {
        if (gap.followUp().isEmpty()) {
            findings.add(about(gap, "no-follow-up"));
            return;
        }
        Optional<FollowUp> found = issue.followUps().stream().filter(one -> one.issueId() == gap.followUp().get()).findFirst();
        if (found.isEmpty()) {
            findings.add(about(gap, "follow-up-gone"));
            return;
        }
        List<Finding> faults = new ArrayList<>();
        if (!found.get().hasOwner()) {
            faults.add(about(gap, "follow-up-owner"));
        }
        if (!found.get().hasDueDate()) {
            faults.add(about(gap, "follow-up-due"));
        }
        if (found.get().isClosed() && issue.records().supporting(gap).stream().noneMatch(evidence -> isThere(evidence, issue))) {
            faults.add(about(gap, "follow-up-closed"));
        }
        findings.addAll(found.get().isHidden() && !faults.isEmpty() ? List.of(about(gap, "follow-up-hidden")) : faults);
    }

    private static Finding about(Criterion gap, String message) {
        return Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + message, TextContent.excerpt(gap.text()));
    }

    private static boolean isThere(Evidence evidence, IssueView issue) {
        return evidence.isThere(name -> issue.attachments().stream().anyMatch(file -> file.name().equals(name)));
    }

    private static IssueSnapshot verified() {
        return IssueSnapshot.EMPTY
                .recording(new Criterion(1, "No refund is lost", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED));
    }

    private static IssueSnapshot supported() {
        return verified().recording(page(1));
    }

    private static IssueSnapshot gap() {
        return supported().recording(gap(Optional.of(FOLLOW_UP)));
    }

    private static Criterion gap(Optional<Long> followUp) {
        return new Criterion(2, "Refunds take 3 days", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE, followUp);
    }

    private static Evidence page(long criterion) {
        return new Evidence("The figures of a week", Evidence.Source.LINK, "https://example.org/refunds", Optional.of(criterion));
    }

    private static Evidence file(long criterion) {
        return new Evidence("The figures of a week", Evidence.Source.ATTACHMENT, "refunds.csv", Optional.of(criterion));
    }
}
