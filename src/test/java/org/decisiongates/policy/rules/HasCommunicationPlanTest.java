package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.UnknownAnswerException;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;

public class HasCommunicationPlanTest {

    private static final String KEY = "decision-gates.rule.has-communication-plan.";
    private static final Field FACING = new Field("customer-facing");
    private static final Field PLAN = new Field("description");
    private static final Person ANN = new Person("ann", "Ann", true, true);

    private final HasCommunicationPlan rule = new HasCommunicationPlan(FACING, false, false, Optional.empty(), Optional.empty(),
            Optional.empty());
    private final IssueSnapshot noticed = IssueSnapshot.EMPTY.with(FACING, new Choice("1", "Yes")).withAccount(ANN);

    @Test
    public void asksEveryRecordedPlan() {
        IssueSnapshot issue = noticed
                .recording(new CommunicationPlan("Buyers", "Status page", Optional.of("ann"), Optional.of(RuleExample.TODAY)))
                .recording(new CommunicationPlan("Sellers", "", Optional.of("nobody"), Optional.of(RuleExample.TODAY.minusDays(2))));

        assertSays(rule, issue, Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, KEY + "incomplete"),
                Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, KEY + "no-writer"),
                Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, KEY + "overdue", LocalDate.parse("2026-11-16"),
                        LocalDate.parse("2026-11-18")));
    }

    @Test
    public void refusesWhatIsMissingEvenWhereBeingOverdueIsAdvice() {
        HasCommunicationPlan advising = new HasCommunicationPlan(FACING, false, true, Optional.empty(), Optional.empty(),
                Optional.empty());

        assertSays(advising, noticed.recording(
                new CommunicationPlan("Buyers", "Mail", Optional.empty(), Optional.of(RuleExample.TODAY.minusDays(1)))),
                Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, KEY + "no-writer"));
    }

    @Test
    public void takesNoAnswerForANoThatIsNone() {
        IssueSnapshot renamed = IssueSnapshot.EMPTY.with(FACING, new Choice("1", "Ja"));

        assertThrows(UnknownAnswerException.class, () -> assertSays(rule, renamed));
        assertSays(new HasCommunicationPlan(FACING, true, false, Optional.empty(), Optional.empty(), Optional.empty()), renamed,
                Finding.inRecord(IssueRecord.Kind.COMMUNICATION_PLAN, KEY + "missing"));
    }

    @Test
    public void putsWhatAFieldLacksUnderIt() {
        Field writer = new Field("customfield_10500");
        Field next = new Field("customfield_10501");
        HasCommunicationPlan ofFields = new HasCommunicationPlan(FACING, false, false, Optional.of(PLAN), Optional.of(writer),
                Optional.of(next));

        assertSays(ofFields, noticed.with(PLAN, "TBD"), Finding.on(PLAN, KEY + "missing"), Finding.on(next, KEY + "incomplete"),
                Finding.on(writer, KEY + "no-writer"));
        assertSays(ofFields, noticed.with(PLAN, "Buyers, by mail").with(writer, ANN).with(next, RuleExample.TODAY.minusDays(1)),
                Finding.on(next, KEY + "overdue", LocalDate.parse("2026-11-17"), LocalDate.parse("2026-11-18")));
    }
}
