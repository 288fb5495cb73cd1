package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Criterion.State;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class AllCriteriaVerifiedTest {

    private static final String KEY = "decision-gates.rule.all-criteria-verified.";
    private static final Field FIELD = Field.ACCEPTANCE_CRITERIA;

    @Test
    public void saysHowManyAreNotAndWhichComesFirst() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(criterion("One", State.VERIFIED)).recording(criterion("Two gaps", State.OPEN))
                .recording(criterion("Three gaps", State.OPEN)).recording(criterion("Four gaps", State.NOT_DEMONSTRABLE));

        assertSays(new AllCriteriaVerified(Optional.empty(), false), issue,
                Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "unverified", "2", "Two gaps"),
                Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "not-demonstrable", "1", "Four gaps"));
        assertSays(new AllCriteriaVerified(Optional.empty(), true), issue,
                Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "unverified", "2", "Two gaps"));
    }

    @Test
    public void countsNoCriterionThatSaysNothing() {
        assertSays(new AllCriteriaVerified(Optional.empty(), false), IssueSnapshot.EMPTY.recording(criterion("TBD", State.VERIFIED)),
                Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "missing"));
    }

    @Test
    public void knowsATickedLine() {
        AllCriteriaVerified rule = new AllCriteriaVerified(Optional.of(FIELD), false);
        for (String ticked : List.of("[x] No refund is lost", "* [X] No refund is lost", "1. (/) No refund is lost",
                "\u2705 No refund is lost", "- [\u2713] No refund is lost")) {
            assertSays(rule, IssueSnapshot.EMPTY.with(FIELD, ticked + "\nTBD\n"));
        }
        for (String open : List.of("No refund is lost", "* [ ] No refund is lost", "(x) No refund is lost", "No refund is lost [x]")) {
            assertSays(rule, IssueSnapshot.EMPTY.with(FIELD, "[x] Refunds take 3 days\n" + open),
                    Finding.on(FIELD, KEY + "unverified", "1", open));
        }
        assertSays(rule, IssueSnapshot.EMPTY.with(FIELD, "h2. Criteria\n[x] TBD"), Finding.on(FIELD, KEY + "missing"));
    }

    private static Criterion criterion(String text, State state) {
        return new Criterion(text, Optional.empty(), Optional.empty(), state);
    }
}
