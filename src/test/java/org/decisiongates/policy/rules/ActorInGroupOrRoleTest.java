package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class ActorInGroupOrRoleTest {

    private final Rule rule = new ActorInGroupOrRole(new GroupsAndRoles(List.of("leads"), List.of("10100")));
    private final IssueSnapshot issue = IssueSnapshot.EMPTY.inGroup("ann", "leads").inRole("bob", "10100");

    @Test
    public void asksForTheUserWhoActs() {
        for (String actor : List.of("ann", "bob")) {
            assertEquals(actor, RuleResult.passed(), rule.evaluate(issue, RuleExample.inNoTransition().by(actor)));
        }
        assertEquals(RuleResult.failed(Finding.general("decision-gates.rule.actor-in-group-or-role.outside", "leads, 10100")),
                rule.evaluate(issue, RuleExample.inNoTransition().by("eve")));
    }

    @Test
    public void isAnErrorWithoutAnyGroupOrRole() {
        assertFalse(ConfiguredRule.of(ActorInGroupOrRole.DEFINITION).isSound());
    }
}
