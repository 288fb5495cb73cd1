package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.Finding;

public class HasRequestLinkTest {

    @Test
    public void takesNoLinkForOneThatWasMadeTheOtherWay() {
        IssueSnapshot asked = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.blockingTask(11));

        assertSays(new HasRequestLink(new LinkSelection(List.of(), "inward")), asked);
        assertSays(new HasRequestLink(new LinkSelection(List.of(), "outward")), asked,
                Finding.general("decision-gates.rule.has-request-link.missing"));
    }
}
