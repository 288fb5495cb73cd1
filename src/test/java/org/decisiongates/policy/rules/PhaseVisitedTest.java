package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class PhaseVisitedTest {

    private static final String MISSING = "decision-gates.rule.phase-visited.missing";

    @Test
    public void namesThePhasesThatWereSkipped() {
        List<String> phases = List.of("IN_REVIEW", "DRAFT", "IN_DELIVERY");

        assertSays(new PhaseVisited(phases, true), IssueSnapshot.EMPTY, Finding.general(MISSING, "In review, In delivery"));
        assertSays(new PhaseVisited(List.of("IN_REVIEW", "IN_DELIVERY"), false), IssueSnapshot.EMPTY,
                Finding.general(MISSING, "In review, In delivery"));
    }

    @Test
    public void remembersPhasesThatWereLeft() {
        assertSays(new PhaseVisited(List.of("IN_REVIEW", "DRAFT"), true),
                IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(DecisionPhase.IN_REVIEW))
                        .movedTo(IssueSnapshot.statusOf(DecisionPhase.REJECTED)));
        assertSays(new PhaseVisited(List.of("LIVE", "DRAFT"), false),
                IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(DecisionPhase.REJECTED)));
    }
}
