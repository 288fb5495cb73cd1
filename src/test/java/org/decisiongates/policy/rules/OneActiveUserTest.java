package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Finding;

public class OneActiveUserTest {

    private static final Field CLOSER = new Field("customfield_10300");
    private static final Person ANN = new Person("ann", "Ann", true, false);

    private final OneActiveUser rule = new OneActiveUser(CLOSER);

    @Test
    public void asksNotWhetherWorkCanBeAssignedToThePerson() {
        assertSays(rule, IssueSnapshot.EMPTY.with(CLOSER, ANN));
    }

    @Test
    public void namesEverybodyWhereOneIsMeant() {
        assertSays(rule, IssueSnapshot.EMPTY.with(CLOSER, ANN, new Person("gone", "Gone", false, false)),
                Finding.on(CLOSER, "decision-gates.rule.one-active-user.several", "Ann, Gone"));
    }
}
