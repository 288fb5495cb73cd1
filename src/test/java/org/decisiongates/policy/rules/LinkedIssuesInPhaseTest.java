package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class LinkedIssuesInPhaseTest {

    private static final String KEY = "decision-gates.rule.linked-issues-in-phase.";
    private static final LinkSelection ANY = new LinkSelection(List.of(), "either");

    @Test
    public void saysAtOnceWhatIsMissingAndWhatIsElsewhere() {
        LinkedIssuesInPhase rule = new LinkedIssuesInPhase(ANY, List.of("DECIDED"), List.of(), true, 4);
        IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(12, DecisionPhase.DRAFT))
                .linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED)).linkedTo(ExampleLinks.relatedHidden(13, DecisionPhase.LIVE));

        assertSays(rule, issue, Finding.general(KEY + "missing", "4", "1"), Finding.general(KEY + "elsewhere", "SHOP-12 (Draft)"),
                Finding.general(KEY + "hidden", "1"));
    }

    @Test
    public void asksForEnoughOnlyWhereEnoughWillDo() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DECIDED))
                .linkedTo(ExampleLinks.related(12, DecisionPhase.DRAFT)).linkedTo(ExampleLinks.relatedHidden(13, DecisionPhase.DECIDED));

        assertSays(new LinkedIssuesInPhase(ANY, List.of("DECIDED"), List.of(), false, 2), issue);
        assertSays(new LinkedIssuesInPhase(ANY, List.of("DECIDED"), List.of(), false, 3), issue,
                Finding.general(KEY + "missing", "3", "2"));
    }

    @Test
    public void asksForWhatIsSettledWhereNothingIsChosen() {
        LinkedIssuesInPhase rule = new LinkedIssuesInPhase(ANY, List.of(), List.of(), true, 1);
        for (BlockerPhase phase : BlockerPhase.values()) {
            IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, phase));
            if (phase.isOpen()) {
                assertSays(rule, issue, Finding.general(KEY + "elsewhere", "SHOP-11 (" + phase.label() + ")"));
            } else {
                assertSays(rule, issue);
            }
        }
    }

    @Test
    public void countsIssuesOfEveryTypeOnceAStatusIsChosen() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.relatedRequest(11, ExampleLinks.DONE))
                .linkedTo(ExampleLinks.relatedRequest(12, "1")).linkedTo(ExampleLinks.related(13, DecisionPhase.DECIDED));

        assertSays(new LinkedIssuesInPhase(ANY, List.of(), List.of(), true, 1), issue);
        assertSays(new LinkedIssuesInPhase(ANY, List.of("DECIDED"), List.of(ExampleLinks.DONE), true, 1), issue,
                Finding.general(KEY + "elsewhere", "SHOP-12 (Status 1)"));
    }
}
