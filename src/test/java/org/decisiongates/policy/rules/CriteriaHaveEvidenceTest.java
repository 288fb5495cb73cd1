package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Criterion.State;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Evidence.Source;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class CriteriaHaveEvidenceTest {

    private static final String KEY = "decision-gates.rule.criteria-have-evidence.";

    private final CriteriaHaveEvidence rule = new CriteriaHaveEvidence(Optional.empty(), false, false);

    @Test
    public void asksForEachVerifiedCriterion() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(criterion(1, State.VERIFIED)).recording(criterion(2, State.VERIFIED))
                .recording(criterion(3, State.OPEN)).recording(criterion(4, State.VERIFIED)).recording(criterion(5, State.NOT_DEMONSTRABLE))
                .recording(new Evidence("Seen", Source.LINK, "https://example.org", Optional.of(2L)))
                .recording(new Evidence("Seen", Source.ATTACHMENT, "figures.csv", Optional.of(4L)))
                .recording(new Evidence("Of all of it", Source.LINK, "https://example.org", Optional.empty()));

        assertSays(rule, issue, Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "missing", "Criterion 1"),
                Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "removed", "Criterion 4", "figures.csv"));
    }

    @Test
    public void takesNoVerifiedCriterionForNoEvidenceUnlessToldOtherwise() {
        IssueSnapshot open = IssueSnapshot.EMPTY.recording(criterion(1, State.OPEN)).recording(criterion(2, State.NOT_DEMONSTRABLE));

        assertSays(rule, open, Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + "unverified"));
        assertEquals(RuleResult.notApplicable(),
                new CriteriaHaveEvidence(Optional.empty(), true, false).evaluate(open, RuleExample.inNoTransition()));
    }

    @Test
    public void needsOneOfSeveralFilesToBeStillThere() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(criterion(1, State.VERIFIED))
                .recording(new Evidence("Seen", Source.ATTACHMENT, "old.csv", Optional.of(1L)))
                .recording(new Evidence("Seen", Source.ATTACHMENT, "new.csv", Optional.of(1L)));

        assertSays(rule, issue, Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "removed", "Criterion 1", "old.csv"));
        assertSays(rule, issue.attached(new IssueAttachment("new.csv", "text/csv", Optional.empty(), Instant.EPOCH)));
    }

    @Test
    public void namesEveryGapThatIsNotFollowedUpAndEverythingItsFollowUpLacks() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(criterion(1, State.NOT_DEMONSTRABLE))
                .recording(criterion(2, State.NOT_DEMONSTRABLE).followedUpBy(12)).recording(criterion(3, State.OPEN))
                .recording(criterion(4, State.NOT_DEMONSTRABLE).followedUpBy(13)).recording(criterion(5, State.VERIFIED).followedUpBy(99))
                .followedUp(new FollowUp(12, false, false, true, false));

        assertSays(new CriteriaHaveEvidence(Optional.empty(), false, true), issue,
                Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "missing", "Criterion 5"), gap("no-follow-up", 1),
                gap("follow-up-owner", 2), gap("follow-up-due", 2), gap("follow-up-closed", 2), gap("follow-up-gone", 4));
        assertSays(rule, issue, Finding.inRecord(IssueRecord.Kind.EVIDENCE, KEY + "missing", "Criterion 5"));
    }

    @Test
    public void tellsNothingOfWhatAFollowUpLacksThatTheActorMayNotSee() {
        CriteriaHaveEvidence required = new CriteriaHaveEvidence(Optional.empty(), true, true);
        IssueSnapshot gap = IssueSnapshot.EMPTY.recording(criterion(2, State.NOT_DEMONSTRABLE).followedUpBy(12));

        assertSays(required, gap.followedUp(new FollowUp(12, false, false, true, true)), gap("follow-up-hidden", 2));
        assertSays(required, gap.followedUp(new FollowUp(12, true, true, true, true)), gap("follow-up-hidden", 2));
        assertSays(required, gap.followedUp(new FollowUp(12, true, true, false, true)));
    }

    @Test
    public void opensAGapAgainWhereItsFollowUpWasClosedAndTheFileIsGone() {
        CriteriaHaveEvidence required = new CriteriaHaveEvidence(Optional.empty(), true, true);
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(criterion(2, State.NOT_DEMONSTRABLE).followedUpBy(12))
                .followedUp(new FollowUp(12, true, true, true, false))
                .recording(new Evidence("Seen", Source.ATTACHMENT, "figures.csv", Optional.of(2L)));

        assertSays(required, issue, gap("follow-up-closed", 2));
        assertSays(required, issue.attached(new IssueAttachment("figures.csv", "text/csv", Optional.empty(), Instant.EPOCH)));
    }

    private static Finding gap(String message, int criterion) {
        return Finding.inRecord(IssueRecord.Kind.CRITERION, KEY + message, "Criterion " + criterion);
    }

    private static Criterion criterion(long id, State state) {
        return new Criterion(id, "Criterion " + id, Optional.empty(), Optional.empty(), state);
    }
}
