package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;

public class HasOutcomeLinkTest {

    @Test
    public void countsAnOutcomeThatTheActorMayNotSee() {
        IssueSnapshot hidden = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.relatedHidden(11, DecisionPhase.LIVE));

        assertSays(new HasOutcomeLink(new LinkSelection(List.of(ExampleLinks.RELATES), "either")), hidden);
    }
}
