package org.decisiongates.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Person;
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

/**
 * Fails until it is planned who outside the team is told of an issue that customers notice: whom, where, by whom, and when next. A plan is
 * recorded, or stands in fields.
 *
 * @param customerFacing says whether customers notice
 * @param always         whether a plan is asked for even if they do not
 * @param advises        whether an update that is overdue is advice only
 * @param plan           holds whom and where; without it, recorded plans are read
 * @param writer         names who writes the update, where {@code plan} is read; without it, the owner of the issue does
 * @param nextUpdate     holds the day of the next update, where {@code plan} is read; without it, the due date is
 */
public record HasCommunicationPlan(Field customerFacing, boolean always, boolean advises, Optional<Field> plan, Optional<Field> writer,
        Optional<Field> nextUpdate) implements Rule {

    private static final Field CUSTOMER_FACING = new Field(OwnField.CUSTOMER_FACING.key());
    private static final Person ANN = new Person("ann", "Ann", true, true);

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-communication-plan",
            List.of(Setting.field("customer-facing", Setting.Type.OPTION_FIELD, CUSTOMER_FACING),
                    Setting.choice("applies", "customer-facing", "always"), Setting.choice("overdue", "refuse", "advise"),
                    Setting.optionalField("plan", Setting.Type.TEXT_FIELD), Setting.optionalField("writer", Setting.Type.PERSON_FIELD),
                    Setting.optionalField("next-update", Setting.Type.DATE_FIELD)),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("a complete plan, the next update is due tomorrow", planned("Buyers", "ann", 1)),
                    RuleExample.passes("the next update is due today", planned("Buyers", "ann", 0)),
                    RuleExample.passesWithAdvice("the update is overdue, which is advice only", planned("Buyers", "ann", -1),
                            "decision-gates.rule.has-communication-plan.overdue").with(Map.of("overdue", "advise")),
                    RuleExample.passes("the plan stands in fields",
                            noticed().with(new Field("description"), "Buyers, on the status page").with(Field.OWNER, ANN)
                                    .with(Field.DUE_DATE, RuleExample.TODAY))
                            .with(Map.of("plan", "description")),
                    RuleExample.notApplicable("customers notice nothing", IssueSnapshot.EMPTY),
                    RuleExample.fails("customers notice it, and there is no plan", noticed(),
                            "decision-gates.rule.has-communication-plan.missing"),
                    RuleExample.fails("customers notice nothing, and a plan is always asked for", IssueSnapshot.EMPTY,
                            "decision-gates.rule.has-communication-plan.missing").with(Map.of("applies", "always")),
                    RuleExample.fails("it is open who is told", planned("tbd", "ann", 1),
                            "decision-gates.rule.has-communication-plan.incomplete"),
                    RuleExample.fails("whoever writes the update has left", planned("Buyers", "gone", 1),
                            "decision-gates.rule.has-communication-plan.no-writer"),
                    RuleExample.fails("the update was due yesterday", planned("Buyers", "ann", -1),
                            "decision-gates.rule.has-communication-plan.overdue")),
            HasCommunicationPlan::of);

    private static HasCommunicationPlan of(Settings settings) {
        return new HasCommunicationPlan(settings.field("customer-facing"), settings.text("applies").equals("always"),
                settings.text("overdue").equals("advise"), settings.optionalField("plan"), settings.optionalField("writer"),
                settings.optionalField("next-update"));
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Optional<Field> gone = Stream.of(Optional.of(customerFacing), plan, writtenBy(), due()).flatMap(Optional::stream)
                .filter(read -> !issue.has(read)).findFirst();
        if (gone.isPresent()) {
            return UnusableRule.withoutField(DEFINITION, gone.get());
        }
        if (!always && !issue.saysYes(customerFacing)) {
            return RuleResult.notApplicable();
        }
        List<Finding> findings = new ArrayList<>();
        List<Finding> overdue = new ArrayList<>();
        if (plan.isPresent()) {
            judgeFields(issue, context, findings, overdue);
        } else {
            judgeRecords(issue, context, findings, overdue);
        }
        if (findings.isEmpty() && advises) {
            return RuleResult.passedWithAdvice(overdue);
        }
        if (!advises) {
            findings.addAll(overdue);
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private void judgeRecords(IssueView issue, EvaluationContext context, List<Finding> findings, List<Finding> overdue) {
        List<CommunicationPlan> plans = issue.records().communicationPlans();
        if (plans.isEmpty()) {
            findings.add(Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, "decision-gates.rule.has-communication-plan.missing"));
        }
        for (CommunicationPlan recorded : plans) {
            if (!says(recorded.audience()) || !says(recorded.channel()) || recorded.nextUpdate().isEmpty()) {
                findings.add(
                        Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, "decision-gates.rule.has-communication-plan.incomplete"));
            }
            if (RecordedPeople.active(issue, recorded.owner()).isEmpty()) {
                findings.add(Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, "decision-gates.rule.has-communication-plan.no-writer"));
            }
            recorded.nextUpdate().filter(day -> context.daysUntil(day) < 0)
                    .map(day -> Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, "decision-gates.rule.has-communication-plan.overdue",
                            day,
                            context.today()))
                    .ifPresent(overdue::add);
        }
    }

    private void judgeFields(IssueView issue, EvaluationContext context, List<Finding> findings, List<Finding> overdue) {
        Field text = plan.orElseThrow();
        Field day = due().orElseThrow();
        Field person = writtenBy().orElseThrow();
        Optional<LocalDate> next = issue.date(day);
        if (!says(issue.text(text))) {
            findings.add(Finding.on(text, "decision-gates.rule.has-communication-plan.missing"));
        }
        if (next.isEmpty()) {
            findings.add(Finding.on(day, "decision-gates.rule.has-communication-plan.incomplete"));
        }
        if (issue.person(person).filter(Person::active).isEmpty()) {
            findings.add(Finding.on(person, "decision-gates.rule.has-communication-plan.no-writer"));
        }
        next.filter(due -> context.daysUntil(due) < 0)
                .map(due -> Finding.on(day, "decision-gates.rule.has-communication-plan.overdue", due,
                        context.today()))
                .ifPresent(overdue::add);
    }

    private Optional<Field> writtenBy() {
        return plan.map(read -> writer.orElse(Field.OWNER));
    }

    private Optional<Field> due() {
        return plan.map(read -> nextUpdate.orElse(Field.DUE_DATE));
    }

    private static boolean says(String text) {
        return !Statement.lines(text, DescriptionTemplate.NONE).isEmpty();
    }

    private static IssueSnapshot noticed() {
        return IssueSnapshot.EMPTY.with(CUSTOMER_FACING, new Choice("1", OwnField.YES));
    }

    private static IssueSnapshot planned(String audience, String writer, int days) {
        return noticed()
                .recording(
                        new CommunicationPlan(audience, "Status page", Optional.of(writer), Optional.of(RuleExample.TODAY.plusDays(days))))
                .withAccount(ANN).withAccount(new Person("gone", "Gone", false, false));
    }
}
