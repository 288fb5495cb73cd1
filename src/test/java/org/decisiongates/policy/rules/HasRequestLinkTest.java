package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class HasRequestLinkTest {

    private static final Finding MISSING = Finding.general("decision-gates.rule.has-request-link.missing");

    private final HasRequestLink rule = new HasRequestLink(new LinkSelection(List.of(), "either"));

    @Test
    public void takesNoDecisionOrBlockerForOneUnlessTheTypeOfLinkSaysSo() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, BlockerPhase.OPEN))
                .linkedTo(ExampleLinks.relatedHidden(12, DecisionPhase.LIVE));

        assertSays(rule, issue, MISSING);
        assertSays(rule, issue.linkedTo(ExampleLinks.blockingTask(13)));
        assertSays(new HasRequestLink(new LinkSelection(List.of(ExampleLinks.RELATES), "either")), issue);
    }

    @Test
    public void asksForTheDirectionThatWasChosen() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11));

        assertSays(new HasRequestLink(new LinkSelection(List.of(), "inward")), issue);
        assertSays(new HasRequestLink(new LinkSelection(List.of(), "outward")), issue, MISSING);
    }
}
