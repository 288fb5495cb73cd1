package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class HasRequestLinkTest {

    @Test
    public void takesNoLinkForOneThatWasMadeTheOtherWay() {
        IssueSnapshot asked = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11));

        assertSays(new HasRequestLink(new LinkSelection(List.of(), "inward"), true), asked);
        assertSays(new HasRequestLink(new LinkSelection(List.of(), "outward"), true), asked,
                Finding.general("decision-gates.rule.has-request-link.missing"));
    }

    @Test
    public void takesOneIssueForBothOutcomeAndRequestOnlyWhereThatIsAccepted() {
        HasOutcomeLink outcome = new HasOutcomeLink(new LinkSelection(List.of(), "either"));
        HasRequestLink request = new HasRequestLink(new LinkSelection(List.of(), "either"), false);
        Finding outcomeOnly = Finding.general("decision-gates.rule.has-request-link.outcome-only");
        IssueSnapshot one = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11));

        assertSays(outcome, one);
        assertSays(request, one, outcomeOnly);
        assertSays(request, one.linkedTo(ExampleLinks.relatedRequest(11, "1")), outcomeOnly);
        assertSays(request, one.linkedTo(ExampleLinks.related(12, DecisionPhase.DRAFT)), outcomeOnly);
        assertSays(request, one.linkedTo(ExampleLinks.relatedRequest(12, "1")));
        // what came in one way, and the outcome in the other
        assertSays(new HasRequestLink(new LinkSelection(List.of(), "inward"), false),
                one.linkedTo(ExampleLinks.relatedRequest(12, "1")));
    }
}
