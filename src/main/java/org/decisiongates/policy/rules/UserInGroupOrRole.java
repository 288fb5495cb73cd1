package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.UnusableRule;

/**
 * Fails while somebody whom a field names is in none of the groups and has none of the roles.
 *
 * @param everybody whether all who are named have to be; else one is enough
 */
public record UserInGroupOrRole(Field field, GroupsAndRoles membership, boolean everybody) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("user-in-group-or-role",
            List.of(Setting.field(Setting.Type.PEOPLE_FIELD, Field.OWNER), GroupsAndRoles.groupSetting(), GroupsAndRoles.roleSetting(),
                    Setting.choice("who", "everybody", "somebody")),
            Set.of(),
            List.of(RuleExample.passes("the owner is in the group", owned("ann").inGroup("ann", "leads")).with(Map.of("groups", "leads")),
                    RuleExample.passes("the owner has the role in the project", owned("ann").inRole("ann", "10100"))
                            .with(Map.of("roles", "10100")),
                    RuleExample.passes("one of two is in the group, and one is enough", owned("ann", "bob").inGroup("bob", "leads"))
                            .with(Map.of("groups", "leads", "who", "somebody")),
                    RuleExample.fails("nobody is named", IssueSnapshot.EMPTY.inGroup("ann", "leads"),
                            "decision-gates.rule.user-in-group-or-role.missing").with(Map.of("groups", "leads")),
                    RuleExample.fails("one of two is in the group", owned("ann", "bob").inGroup("bob", "leads"),
                            "decision-gates.rule.user-in-group-or-role.outside").with(Map.of("groups", "leads"))),
            settings -> GroupsAndRoles.of(settings).unlessEmpty(UserInGroupOrRole.DEFINITION,
                    new UserInGroupOrRole(settings.field("field"), GroupsAndRoles.of(settings), settings.text("who").equals("everybody"))));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        if (!issue.has(field)) {
            return UnusableRule.withoutField(DEFINITION, field);
        }
        List<Person> named = issue.people(field);
        if (named.isEmpty()) {
            return RuleResult.failed(Finding.on(field, "decision-gates.rule.user-in-group-or-role.missing", membership.names(issue)));
        }
        List<Person> outside = named.stream().filter(person -> !membership.includes(person.key(), issue)).toList();
        if (outside.isEmpty() || !everybody && outside.size() < named.size()) {
            return RuleResult.passed();
        }
        return RuleResult.failed(Finding.on(field, "decision-gates.rule.user-in-group-or-role.outside",
                membership.names(issue), outside.stream().map(Person::name).collect(Collectors.joining(", "))));
    }

    private static IssueSnapshot owned(String... keys) {
        return IssueSnapshot.EMPTY.with(Field.OWNER,
                List.of(keys).stream().map(key -> new Person(key, key, true, true)).toArray(Person[]::new));
    }
}
