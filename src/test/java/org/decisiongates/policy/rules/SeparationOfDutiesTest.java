package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class SeparationOfDutiesTest {

    private static final Field APPROVERS = new Field("customfield_10300");

    private final Rule rule = new SeparationOfDuties(APPROVERS);

    @Test
    public void refusesOneOfSeveralWhoAreNamed() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(APPROVERS, person("ann"), person(RuleExample.ACTOR));
        assertSays(rule, issue, Finding.on(APPROVERS, "decision-gates.rule.separation-of-duties.same-person"));
        assertSays(rule, IssueSnapshot.EMPTY.with(APPROVERS, person("ann"), person("bob")));
    }

    @Test
    public void refusesWhoClearedTheFieldOnTheWay() {
        RuleExample cleared = RuleExample.fails("", IssueSnapshot.EMPTY, "").formerlyNaming(APPROVERS).changing(APPROVERS);
        assertEquals(RuleResult.Status.FAILED, rule.evaluate(cleared.issue(), cleared.context()).status());
    }

    @Test
    public void comparesAccountsAndNotNames() {
        assertSays(rule, IssueSnapshot.EMPTY.with(APPROVERS, new Person("other", RuleExample.ACTOR, true, true)));
    }

    private static Person person(String key) {
        return new Person(key, key, true, true);
    }
}
