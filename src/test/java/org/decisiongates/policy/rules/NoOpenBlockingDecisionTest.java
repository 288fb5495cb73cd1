package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class NoOpenBlockingDecisionTest {

    private static final String KEY = "decision-gates.rule.no-open-blocking-decision.";

    private final NoOpenBlockingDecision rule = new NoOpenBlockingDecision(new LinkSelection(List.of(), "either"));

    @Test
    public void namesWhatItMayAndCountsTheRest() {
        IssueSnapshot blocked = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blocking(12, DecisionPhase.IN_REVIEW))
                .linkedTo(ExampleLinks.blockingHidden(13, DecisionPhase.DRAFT)).linkedTo(ExampleLinks.blocking(11, DecisionPhase.DRAFT))
                .linkedTo(ExampleLinks.blockingHidden(14, DecisionPhase.DRAFT))
                .linkedTo(ExampleLinks.blockingHidden(15, DecisionPhase.LIVE));

        assertSays(rule, blocked, Finding.general(KEY + "missing", "SHOP-11 (Draft), SHOP-12 (In review)"),
                Finding.general(KEY + "hidden", "2"));
    }

    @Test
    public void countsAnIssueOnceHoweverOftenItIsLinked() {
        LinkSelection both = new LinkSelection(List.of("10000", ExampleLinks.RELATES), "either");
        IssueSnapshot twice = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingHidden(11, DecisionPhase.DRAFT))
                .linkedTo(ExampleLinks.relatedHidden(11, DecisionPhase.DRAFT));

        assertSays(new NoOpenBlockingDecision(both), twice, Finding.general(KEY + "hidden", "1"));
    }

    @Test
    public void asksForTheDirectionThatWasChosen() {
        IssueSnapshot inward = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blocking(11, DecisionPhase.DRAFT));
        IssueSnapshot outward = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT));
        List<String> both = List.of("10000", ExampleLinks.RELATES);

        assertSays(new NoOpenBlockingDecision(new LinkSelection(both, "outward")), inward);
        assertSays(new NoOpenBlockingDecision(new LinkSelection(both, "inward")), outward);
        assertSays(new NoOpenBlockingDecision(new LinkSelection(both, "outward")), outward,
                Finding.general(KEY + "missing", "SHOP-11 (Draft)"));
        assertSays(new NoOpenBlockingDecision(new LinkSelection(both, "inward")), inward,
                Finding.general(KEY + "missing", "SHOP-11 (Draft)"));
    }

    @Test
    public void isNotConcernedWithBlockers() {
        assertSays(new NoOpenBlockingDecision(new LinkSelection(List.of(ExampleLinks.RELATES), "either")),
                IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, org.decisiongates.issue.BlockerPhase.OPEN)));
    }
}
