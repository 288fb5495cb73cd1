package org.decisiongates.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
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

/**
 * Fails until enough of the recorded hypotheses whose time has come are validated, and one of those that most depends on has a verdict.
 * They are counted as the metric M2 counts them (docs/metrics.md), over all of the time there was: validated without evidence, and past
 * the check date without a verdict, are both unproven.
 *
 * @param percent         the least share of validated ones, 1 to 100
 * @param requiresHighest whether one of the highest exposure needs a verdict
 */
public record HypothesesValidated(int percent, boolean requiresHighest) implements Rule {

    private static final String KEY = "decision-gates.rule.hypotheses-validated.";
    private static final int WHOLE = 100;
    private static final int INITIALLY = 50;

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("hypotheses-validated",
            List.of(Setting.number("percent", INITIALLY, 1, WHOLE), Setting.choice("highest", "required", "optional")),
            Set.of(Need.RECORDS),
            List.of(RuleExample.passes("half of them are validated, and one of the highest exposure is among those with a verdict",
                    proven().recording(belief(2, Hypothesis.State.INVALIDATED, 1))),
                    RuleExample.passes("what is not due yet does not count", proven().recording(belief(2, Hypothesis.State.OPEN, 0))),
                    RuleExample.passes("none is of the highest exposure, which was to be accepted",
                            IssueSnapshot.EMPTY.recording(belief(1, Hypothesis.State.VALIDATED, 1)).recording(evidence()))
                            .with(Map.of("highest", "optional")),
                    RuleExample.fails("there is no hypothesis", IssueSnapshot.EMPTY, KEY + "missing"),
                    RuleExample.fails("none has a verdict, and none is due", IssueSnapshot.EMPTY
                            .recording(belief(1, Hypothesis.State.OPEN, 1)), KEY + "unchecked").with(Map.of("highest", "optional")),
                    RuleExample.fails("half of them is not enough", proven().recording(belief(2, Hypothesis.State.INVALIDATED, 1)),
                            KEY + "too-few").with(Map.of("percent", "51")),
                    RuleExample.fails("no evidence supports the validated one",
                            IssueSnapshot.EMPTY.recording(belief(1, Hypothesis.State.VALIDATED, 1).ofHighestExposure()), KEY + "too-few"),
                    RuleExample.fails("the check dates of two are past, and they are open or inconclusive",
                            proven().recording(belief(2, Hypothesis.State.OPEN, -1))
                                    .recording(belief(3, Hypothesis.State.INCONCLUSIVE, -1)),
                            KEY + "too-few"),
                    RuleExample.fails("none of the highest exposure has a verdict",
                            IssueSnapshot.EMPTY.recording(belief(1, Hypothesis.State.VALIDATED, 1)).recording(evidence())
                                    .recording(belief(2, Hypothesis.State.OPEN, 1).ofHighestExposure()),
                            KEY + "highest")),
            settings -> new HypothesesValidated(settings.number("percent"), settings.text("highest").equals("required")));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        List<Hypothesis> recorded = issue.records().hypotheses();
        if (recorded.isEmpty()) {
            return RuleResult.failed(finding("missing"));
        }
        List<Hypothesis> counted = recorded.stream()
                .filter(belief -> belief.state().isVerdict() || belief.isOverdueOn(context.today())).toList();
        long validated = counted.stream().filter(belief -> isProven(belief, issue)).count();
        List<Finding> findings = new ArrayList<>();
        if (counted.isEmpty()) {
            findings.add(finding("unchecked"));
        } else if (validated * WHOLE < (long) percent * counted.size()) {
            findings.add(Finding.inRecord(IssueRecord.Kind.HYPOTHESIS, KEY + "too-few", Long.toString(validated),
                    Integer.toString(counted.size()), Integer.toString(percent)));
        }
        if (requiresHighest && recorded.stream()
                .noneMatch(belief -> belief.exposure() == Hypothesis.Exposure.HIGHEST && belief.state().isVerdict())) {
            findings.add(finding("highest"));
        }
        return findings.isEmpty() ? RuleResult.passed() : new RuleResult(RuleResult.Status.FAILED, findings);
    }

    private static boolean isProven(Hypothesis belief, IssueView issue) {
        return belief.state() == Hypothesis.State.VALIDATED && issue.records().testing(belief).stream()
                .anyMatch(evidence -> evidence.isThere(name -> issue.attachments().stream().anyMatch(file -> file.name().equals(name))));
    }

    private static Finding finding(String message) {
        return Finding.inRecord(IssueRecord.Kind.HYPOTHESIS, KEY + message);
    }

    private static IssueSnapshot proven() {
        return IssueSnapshot.EMPTY.recording(belief(1, Hypothesis.State.VALIDATED, 1).ofHighestExposure()).recording(evidence());
    }

    private static Hypothesis belief(long id, Hypothesis.State state, int days) {
        return Hypothesis.open("Guests leave because they have to register", "20 of 100 guests finish", RuleExample.TODAY.plusDays(days))
                .withId(id).with(state, state == Hypothesis.State.OPEN ? "" : "Seen in the pilot");
    }

    private static Evidence evidence() {
        return new Evidence("The figures of the pilot", Evidence.Source.LINK, "https://example.org/pilot", Optional.empty(),
                Optional.of(1L));
    }
}
