package org.decisiongates.report;

import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.report.GateReport.Subject;
import org.decisiongates.text.Message;

public class DraftComparisonTest {

    private static final PolicyVersion FIRST = new PolicyVersion("decision", 1);
    private static final PolicyVersion DRAFT = new PolicyVersion("decision", 2);

    private final ReportCounter counter = new ReportCounter(Subject.ISSUE);
    private final DraftComparison comparison = new DraftComparison(DRAFT,
            new ReadinessEvaluator(EvaluationContext.of(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC)), counter, Message::key);

    @Test
    public void tellsWhatIsNewlyRefusedAndWhatNoLonger() {
        take("A-1", List.of(gate(FIRST, Enforcement.ENFORCE, "has-owner")), List.of(gate(DRAFT, Enforcement.ENFORCE, "has-due-date")));

        GateReport report = counter.report();
        assertEquals(Map.of(OutcomeChange.STILL_REFUSED, 1), report.changes());
        assertEquals(List.of("has-due-date REFUSED NEWLY_REFUSED decision/decide", "has-owner NOT_ASKED NO_LONGER_REFUSED decision/decide"),
                lines(report));
        assertEquals("the reason is that of what is in force", "decision-gates.rule.has-owner.missing", report.entries().get(1).reason());
        assertEquals(true, comparison.isDraftAsked());
    }

    @Test
    public void tellsWhatIsOnlyAdvisedFromNowOn() {
        take("A-1", List.of(gate(FIRST, Enforcement.ENFORCE, "has-owner")), List.of(gate(DRAFT, Enforcement.ADVISE, "has-owner")));

        assertEquals(Map.of(ReportOutcome.ADVISED, 1), counter.report().counts());
        assertEquals(Map.of(OutcomeChange.NO_LONGER_REFUSED, 1), counter.report().changes());
        assertEquals(List.of("has-owner ADVISED NO_LONGER_REFUSED decision/decide"), lines(counter.report()));
    }

    @Test
    public void neverCountsAsPassedWhatNeedsSomebodyWhoActs() {
        take("A-1", List.of(), List.of(gate(DRAFT, Enforcement.ENFORCE, "separation-of-duties")));

        assertEquals(Map.of(ReportOutcome.CANNOT_TELL, 1), counter.report().counts());
        assertEquals(Map.of(OutcomeChange.CANNOT_TELL, 1), counter.report().changes());
        assertEquals(Set.of("separation-of-duties"), comparison.untold());
    }

    @Test
    public void knowsWhatIsUnchangedOfWhatNobodyCanTell() {
        Gate open = gate(FIRST, Enforcement.ENFORCE, "separation-of-duties");
        Gate still = gate(DRAFT, Enforcement.ENFORCE, "separation-of-duties");
        take("A-1", List.of(open), List.of(still));
        take("A-2", List.of(open), List.of(still, gate(DRAFT, Enforcement.ENFORCE, "has-owner")));
        take("A-3", List.of(open, gate(FIRST, Enforcement.ENFORCE, "has-owner")), List.of(still));
        take("A-4", List.of(gate(FIRST, Enforcement.ENFORCE, "has-owner")), List.of(still, gate(DRAFT, Enforcement.ENFORCE, "has-owner")));
        take("A-5", List.of(open), List.of());
        take("A-6", List.of(open), List.of(gate(DRAFT, Enforcement.ADVISE, "separation-of-duties")));

        assertEquals(Map.of(OutcomeChange.UNCHANGED, 1, OutcomeChange.NEWLY_REFUSED, 1, OutcomeChange.NO_LONGER_REFUSED, 1,
                OutcomeChange.STILL_REFUSED, 1, OutcomeChange.CANNOT_TELL, 2), counter.report().changes());
        assertEquals("what refuses comes first", List.of("has-owner REFUSED NEWLY_REFUSED decision/decide",
                "has-owner REFUSED STILL_REFUSED decision/decide", "separation-of-duties CANNOT_TELL UNCHANGED decision/decide"),
                lines(counter.report()).subList(0, 3));
    }

    @Test
    public void countsAnIssueThatStandsBeforeNoGateAsAskedNothing() {
        take("A-1", List.of(), List.of());

        assertEquals(Map.of(ReportOutcome.NOT_ASKED, 1), counter.report().counts());
        assertEquals(Map.of(OutcomeChange.STILL_LET_THROUGH, 1), counter.report().changes());
        assertEquals(false, comparison.isDraftAsked());
    }

    @Test
    public void saysNothingOfAGateThatRefusesAllTheSame() {
        Gate same = gate(FIRST, Enforcement.ENFORCE, "has-owner");
        comparison.take("A-1", List.of(transition(1, same), transition(2)), List.of(transition(1, same), transition(2)), anEmptyItem(),
                anEmptyItem(), ActiveWaivers.NONE);

        assertEquals(List.of("has-owner REFUSED STILL_REFUSED decision/decide"), lines(counter.report()));
        assertEquals(1, counter.report().refused());
        assertEquals("the draft has no part in it", false, comparison.isDraftAsked());
    }

    @Test
    public void asksTheDraftOfTheIssueAsItWouldBeWithIt() {
        Gate same = gate(FIRST, Enforcement.ENFORCE, "approvals-current");
        take("A-1", List.of(same), List.of(same),
                IssueSnapshot.EMPTY.approving(new IssueApproval("Legal", ApprovalState.MET, 1, 1, List.of())));

        assertEquals(Map.of(OutcomeChange.NO_LONGER_REFUSED, 1), counter.report().changes());
    }

    private void take(String key, List<Gate> before, List<Gate> after) {
        take(key, before, after, anEmptyItem());
    }

    private void take(String key, List<Gate> before, List<Gate> after, IssueView tried) {
        comparison.take(key, List.of(transition(1, before.toArray(Gate[]::new))), List.of(transition(1, after.toArray(Gate[]::new))),
                anEmptyItem(), tried, ActiveWaivers.NONE);
    }

    private static GatedTransition transition(int id, Gate... gates) {
        return new GatedTransition(id, "Decide", List.of(gates));
    }

    private static Gate gate(PolicyVersion policy, Enforcement enforcement, String rule) {
        return new Gate(policy, "decide", "Decide", enforcement,
                List.of(ConfiguredRule.of(Rules.of(rule).orElseThrow(), Map.of(), Optional.empty())));
    }

    private static List<String> lines(GateReport report) {
        return report.entries().stream()
                .map(entry -> entry.rule() + " " + entry.outcome() + " " + entry.change().orElseThrow() + " " + entry.gate()).toList();
    }
}
