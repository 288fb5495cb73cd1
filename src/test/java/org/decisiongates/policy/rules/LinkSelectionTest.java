package org.decisiongates.policy.rules;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;

public class LinkSelectionTest {

    private static final IssueSnapshot DECISIONS = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, BlockerPhase.OPEN))
            .linkedTo(ExampleLinks.relatedHidden(12, DecisionPhase.LIVE));

    @Test
    public void leadsBeyondDecisionsWhereTheTypeOfLinkOrOfIssueSaysSo() {
        LinkSelection all = new LinkSelection(List.of(), "either");

        assertFalse(all.leadBeyondDecisions(IssueSnapshot.EMPTY));
        assertFalse(all.leadBeyondDecisions(DECISIONS));
        assertTrue(all.leadBeyondDecisions(DECISIONS.linkedTo(ExampleLinks.blockingTask(13))));
        assertTrue(new LinkSelection(List.of(ExampleLinks.RELATES), "either").leadBeyondDecisions(DECISIONS));
    }

    @Test
    public void leadsInTheDirectionThatWasChosen() {
        IssueSnapshot inward = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11));

        assertTrue(new LinkSelection(List.of(), "inward").leadBeyondDecisions(inward));
        assertFalse(new LinkSelection(List.of(), "outward").leadBeyondDecisions(inward));
    }
}
