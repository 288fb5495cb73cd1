package org.decisiongates.policy.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Risk;
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
import org.decisiongates.text.content.TextContent;

/**
 * Fails while a risk counts as accepted that nobody but the owner of the issue has accepted, or that is accepted without an end, or no
 * longer. The issue is a risk and two of its fields say who accepted it until when; where these are empty or not chosen, recorded risks
 * count.
 *
 * @param owner    names the owner of the issue
 * @param minimum  how many accepted risks there are at least, where they are recorded
 * @param approver names who accepted the issue
 * @param expiry   holds the last day on which that holds
 */
public record AcceptedRiskHasApprover(Field owner, int minimum, Optional<Field> approver, Optional<Field> expiry) implements Rule {

    private static final Person OWNER = new Person("owner", "Owner", true, true);
    private static final Person ANN = new Person("ann", "Ann", true, true);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("accepted-risk-has-approver",
            List.of(Setting.field("owner", Setting.Type.PERSON_FIELD, Field.OWNER), Setting.number("minimum", 1, 0, 100),
                    Setting.optionalField("approver", Setting.Type.PERSON_FIELD),
                    Setting.optionalField("expiry", Setting.Type.DATE_FIELD)),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("somebody else has accepted it until tomorrow", accepted(Optional.of("ann"), Optional.of(1))),
                    RuleExample.passes("today is the last day", accepted(Optional.of("ann"), Optional.of(0))),
                    RuleExample.passes("two fields say who has accepted it until when",
                            IssueSnapshot.EMPTY.with(Field.OWNER, OWNER).with(new Field("reporter"), ANN)
                                    .with(Field.DUE_DATE, RuleExample.TODAY))
                            .with(Map.of("approver", "reporter", "expiry", "duedate")),
                    RuleExample.passes("the fields are empty, and somebody else has accepted a recorded risk until tomorrow",
                            accepted(Optional.of("ann"), Optional.of(1))).with(Map.of("approver", "reporter", "expiry", "duedate")),
                    RuleExample.notApplicable("no risk is accepted, and none need be", IssueSnapshot.EMPTY).with(Map.of("minimum", "0")),
                    RuleExample.fails("no risk is accepted", IssueSnapshot.EMPTY,
                            "decision-gates.rule.accepted-risk-has-approver.missing"),
                    RuleExample.fails("nobody has accepted it", accepted(Optional.empty(), Optional.of(1)),
                            "decision-gates.rule.accepted-risk-has-approver.no-approver"),
                    RuleExample.fails("whoever accepted it has left", accepted(Optional.of("gone"), Optional.of(1)),
                            "decision-gates.rule.accepted-risk-has-approver.no-approver"),
                    RuleExample.fails("the owner has accepted it", accepted(Optional.of("owner"), Optional.of(1)),
                            "decision-gates.rule.accepted-risk-has-approver.by-owner"),
                    RuleExample.fails("it is accepted for ever", accepted(Optional.of("ann"), Optional.empty()),
                            "decision-gates.rule.accepted-risk-has-approver.no-expiry"),
                    RuleExample.fails("it was accepted until yesterday", accepted(Optional.of("ann"), Optional.of(-1)),
                            "decision-gates.rule.accepted-risk-has-approver.expired")),
            AcceptedRiskHasApprover::of);

    private static AcceptedRiskHasApprover of(Settings settings) {
        return new AcceptedRiskHasApprover(settings.field("owner"), settings.number("minimum"), settings.optionalField("approver"),
                settings.optionalField("expiry"));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Optional<Field> gone = Stream.of(Optional.of(owner), approver, expiry).flatMap(Optional::stream).filter(read -> !issue.has(read))
                .findFirst();
        if (gone.isPresent()) {
            return UnusableRule.withoutField(DEFINITION, gone.get());
        }
        Set<String> owners = Set.copyOf(issue.people(owner).stream().map(Person::key).toList());
        List<Finding> findings = new ArrayList<>();
        Optional<Person> person = approver.flatMap(issue::person);
        Optional<LocalDate> last = expiry.flatMap(issue::date);
        boolean isFilledIn = person.isPresent() || last.isPresent();
        // the record costs a statement: it is read where the fields say nothing
        List<Risk> accepted = isFilledIn ? List.of()
                : issue.records().risks().stream().filter(risk -> risk.state() == Risk.State.ACCEPTED).toList();
        if (isFilledIn || (approver.isPresent() || expiry.isPresent()) && accepted.isEmpty()) {
            judge(person.filter(Person::active), last, owners, "", context, findings);
        } else {
            if (accepted.isEmpty() && minimum == 0) {
                return RuleResult.notApplicable();
            }
            if (accepted.size() < minimum) {
                findings.add(Finding.inRecord(IssueRecord.Kind.RISK, "decision-gates.rule.accepted-risk-has-approver.missing",
                        Integer.toString(minimum),
                        Integer.toString(accepted.size())));
            }
            for (Risk risk : accepted) {
                judge(RecordedPeople.active(issue, risk.approver()), risk.expiry(), owners, TextContent.excerpt(risk.text()), context,
                        findings);
            }
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private void judge(Optional<Person> person, Optional<LocalDate> last, Set<String> owners, String risk, EvaluationContext context,
            List<Finding> findings) {
        if (person.isEmpty()) {
            findings.add(finding(approver, "decision-gates.rule.accepted-risk-has-approver.no-approver", risk));
        } else if (owners.contains(person.get().key())) {
            findings.add(finding(approver, "decision-gates.rule.accepted-risk-has-approver.by-owner", risk, person.get().name()));
        }
        if (last.isEmpty()) {
            findings.add(finding(expiry, "decision-gates.rule.accepted-risk-has-approver.no-expiry", risk));
        } else if (context.daysUntil(last.get()) < 0) {
            findings.add(finding(expiry, "decision-gates.rule.accepted-risk-has-approver.expired", risk, last.get(),
                    context.today()));
        }
    }

    /** @param risk empty text where the issue itself is the risk, so that there is no row to correct */
    private static Finding finding(Optional<Field> field, String key, String risk, Serializable... more) {
        Serializable[] arguments = Stream.concat(Stream.of(risk), Stream.of(more)).toArray(Serializable[]::new);
        if (!risk.isEmpty()) {
            return Finding.inRecord(IssueRecord.Kind.RISK, key, arguments);
        }
        return field.map(shown -> Finding.on(shown, key, arguments)).orElseGet(() -> Finding.general(key, arguments));
    }

    private static IssueSnapshot accepted(Optional<String> approver, Optional<Integer> days) {
        return IssueSnapshot.EMPTY.with(Field.OWNER, OWNER).withAccount(OWNER).withAccount(ANN)
                .withAccount(new Person("gone", "Gone", false, false))
                .recording(new Risk("The bank may refuse", Risk.State.ACCEPTED, approver, days.map(RuleExample.TODAY::plusDays)));
    }
}
