package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.time.Instant;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.Hypothesis.State;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleExample;

public class HypothesesValidatedTest {

    private static final String KEY = "decision-gates.rule.hypotheses-validated.";

    /** The example of M2 in docs/metrics.md: 2 of 5, which is 40 %. */
    @Test
    public void countsAsTheMetricDoes() {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (long id = 1; id <= 3; id++) {
            issue = issue.recording(belief(id, State.VALIDATED, 1));
        }
        issue = issue.recording(page(1)).recording(page(2)).recording(belief(4, State.INVALIDATED, 1)).recording(belief(5, State.OPEN, -1))
                .recording(belief(6, State.OPEN, 1));

        assertSays(new HypothesesValidated(40, false), issue);
        assertSays(new HypothesesValidated(41, false), issue, tooFew(2, 5, 41));
    }

    @Test
    public void countsTheCheckDateItselfAsInTime() {
        IssueSnapshot proven = IssueSnapshot.EMPTY.recording(belief(1, State.VALIDATED, 1)).recording(page(1));
        for (State state : new State[] {State.OPEN, State.INCONCLUSIVE}) {
            assertSays(new HypothesesValidated(100, false), proven.recording(belief(2, state, 0)));
            assertSays(new HypothesesValidated(100, false), proven.recording(belief(2, state, -1)), tooFew(1, 2, 100));
        }
    }

    @Test
    public void asksForEvidenceThatIsStillThere() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(belief(1, State.VALIDATED, 1))
                .recording(new Evidence("Figures", Evidence.Source.ATTACHMENT, "pilot.csv", Optional.empty(), Optional.of(1L)));

        assertSays(new HypothesesValidated(50, false), issue, tooFew(0, 1, 50));
        assertSays(new HypothesesValidated(50, false),
                issue.attached(new IssueAttachment("pilot.csv", "text/csv", Optional.empty(), Instant.EPOCH)));
        assertSays(new HypothesesValidated(50, false), IssueSnapshot.EMPTY.recording(belief(1, State.VALIDATED, 1)).recording(page(2)),
                tooFew(0, 1, 50));
    }

    @Test
    public void takesEitherVerdictOfTheHighestExposureAndNoOther() {
        IssueSnapshot proven = IssueSnapshot.EMPTY.recording(belief(1, State.VALIDATED, 1)).recording(page(1));
        HypothesesValidated rule = new HypothesesValidated(1, true);

        assertSays(rule, proven.recording(belief(2, State.INVALIDATED, 1).ofHighestExposure()));
        for (State state : new State[] {State.OPEN, State.INCONCLUSIVE}) {
            assertSays(rule, proven.recording(belief(2, state, 1).ofHighestExposure()),
                    Finding.inRecord(IssueRecord.Kind.HYPOTHESIS, KEY + "highest"));
        }
    }

    private static Finding tooFew(int validated, int counted, int percent) {
        return Finding.inRecord(IssueRecord.Kind.HYPOTHESIS, KEY + "too-few", String.valueOf(validated), String.valueOf(counted),
                String.valueOf(percent));
    }

    private static Hypothesis belief(long id, State state, int days) {
        return Hypothesis.open("Guests leave", "Figures", RuleExample.TODAY.plusDays(days)).withId(id).with(state, "Seen");
    }

    private static Evidence page(long hypothesis) {
        return new Evidence("Figures", Evidence.Source.LINK, "https://example.org/pilot", Optional.empty(), Optional.of(hypothesis));
    }
}
