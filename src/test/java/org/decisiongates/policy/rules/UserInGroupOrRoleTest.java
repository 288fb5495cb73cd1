package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;

public class UserInGroupOrRoleTest {

    private static final Field WATCHERS = new Field("customfield_10300");
    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.inGroup("ann", "leads").inRole("bob", "10100")
            .with(WATCHERS, person("ann"), person("bob"), person("eve"));

    private final GroupsAndRoles leadsOrApprovers = new GroupsAndRoles(List.of("leads"), List.of("10100"));

    @Test
    public void namesEverybodyWhoIsOutside() {
        assertSays(new UserInGroupOrRole(WATCHERS, leadsOrApprovers, true), ISSUE,
                Finding.on(WATCHERS, "decision-gates.rule.user-in-group-or-role.outside", "leads, 10100", "eve"));
        assertSays(new UserInGroupOrRole(WATCHERS, new GroupsAndRoles(List.of("leads"), List.of()), true), ISSUE,
                Finding.on(WATCHERS, "decision-gates.rule.user-in-group-or-role.outside", "leads", "bob, eve"));
    }

    @Test
    public void isContentWithOneOfThemWhereThatIsEnough() {
        assertSays(new UserInGroupOrRole(WATCHERS, leadsOrApprovers, false), ISSUE);
        assertSays(new UserInGroupOrRole(WATCHERS, leadsOrApprovers, false), ISSUE.with(WATCHERS, person("eve"), person("joe")),
                Finding.on(WATCHERS, "decision-gates.rule.user-in-group-or-role.outside", "leads, 10100", "eve, joe"));
    }

    @Test
    public void isAnErrorWithoutAnyGroupOrRole() {
        assertTrue(ConfiguredRule.of(UserInGroupOrRole.DEFINITION, Map.of("groups", "leads"), Optional.empty()).isSound());
        assertFalse(ConfiguredRule.of(UserInGroupOrRole.DEFINITION).isSound());
    }

    private static Person person(String key) {
        return new Person(key, key, true, true);
    }
}
