package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.Risk.State;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;

public class AcceptedRiskHasApproverTest {

    private static final String KEY = "decision-gates.rule.accepted-risk-has-approver.";
    private static final Field APPROVER = new Field("customfield_10600");
    private static final Field EXPIRY = new Field("customfield_10601");
    private static final Person OWNER = new Person("owner", "Olivia", true, true);

    private final IssueSnapshot owned = IssueSnapshot.EMPTY.with(Field.OWNER, OWNER).withAccount(OWNER);

    @Test
    public void judgesEachAcceptedRisk() {
        IssueSnapshot issue = owned.recording(risk("Open", State.OPEN, Optional.empty(), Optional.empty()))
                .recording(risk("Late", State.ACCEPTED, Optional.of("owner"), Optional.of(RuleExample.TODAY.minusDays(1))))
                .recording(risk("Lost", State.ACCEPTED, Optional.of("nobody"), Optional.empty()));

        assertSays(new AcceptedRiskHasApprover(Field.OWNER, 3, Optional.empty(), Optional.empty()), issue,
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "missing", "3", "2"),
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "by-owner", "Late", "Olivia"),
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "expired", "Late", LocalDate.parse("2026-11-17"),
                        LocalDate.parse("2026-11-18")),
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "no-approver", "Lost"),
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "no-expiry", "Lost"));
    }

    @Test
    public void putsWhatAFieldLacksUnderIt() {
        AcceptedRiskHasApprover rule = new AcceptedRiskHasApprover(Field.OWNER, 1, Optional.of(APPROVER), Optional.of(EXPIRY));

        assertSays(rule, owned, Finding.on(APPROVER, KEY + "no-approver", ""), Finding.on(EXPIRY, KEY + "no-expiry", ""));
        assertSays(rule, owned.with(APPROVER, OWNER).with(EXPIRY, RuleExample.TODAY),
                Finding.on(APPROVER, KEY + "by-owner", "", "Olivia"));
        assertSays(rule, owned.with(APPROVER, new Person("ann", "Ann", true, true)).with(EXPIRY, RuleExample.TODAY));
    }

    @Test
    public void takesTheRecordWhereTheFieldsAreEmpty() {
        AcceptedRiskHasApprover rule = new AcceptedRiskHasApprover(Field.OWNER, 1, Optional.of(APPROVER), Optional.of(EXPIRY));
        IssueSnapshot recorded = owned.withAccount(new Person("ann", "Ann", true, true))
                .recording(risk("Late", State.ACCEPTED, Optional.of("ann"), Optional.of(RuleExample.TODAY)));

        assertSays(rule, recorded);
        assertSays(rule, recorded.with(APPROVER, OWNER), Finding.on(APPROVER, KEY + "by-owner", "", "Olivia"),
                Finding.on(EXPIRY, KEY + "no-expiry", ""));
        assertSays(rule, owned.recording(risk("Late", State.ACCEPTED, Optional.empty(), Optional.of(RuleExample.TODAY))),
                Finding.inRecord(IssueRecord.Kind.RISK, KEY + "no-approver", "Late"));
        assertSays(rule, owned.recording(risk("Open", State.OPEN, Optional.empty(), Optional.empty())),
                Finding.on(APPROVER, KEY + "no-approver", ""), Finding.on(EXPIRY, KEY + "no-expiry", ""));
    }

    @Test
    public void asksForBothOnceOneFieldIsChosen() {
        assertSays(new AcceptedRiskHasApprover(Field.OWNER, 1, Optional.of(APPROVER), Optional.empty()),
                owned.with(APPROVER, new Person("ann", "Ann", true, true)), Finding.general(KEY + "no-expiry", ""));
    }

    private static Risk risk(String text, State state, Optional<String> approver, Optional<LocalDate> expiry) {
        return new Risk(text, state, approver, expiry);
    }
}
