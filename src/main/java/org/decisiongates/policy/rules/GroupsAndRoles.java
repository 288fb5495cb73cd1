package org.decisiongates.policy.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Reference;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.UnusableRule;

/**
 * Groups of the host and roles in the project of an issue; whoever is in one of them belongs to it.
 *
 * @param groups names of groups
 * @param roles  the host's ids of roles
 */
record GroupsAndRoles(List<String> groups, List<String> roles) {

    private static final int MOST = 20;

    GroupsAndRoles {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
    }

    /** The settings that name groups. */
    static Setting groupSetting() {
        return Setting.list("groups", Setting.Type.GROUPS, 0, MOST);
    }

    /** The settings that name roles. */
    static Setting roleSetting() {
        return Setting.list("roles", Setting.Type.ROLES, 0, MOST);
    }

    /** What the settings of a rule name. */
    static GroupsAndRoles of(Settings settings) {
        return new GroupsAndRoles(settings.list("groups"), settings.list("roles"));
    }

    /** The rule, unless nobody could meet it. */
    Rule unlessEmpty(RuleDefinition definition, Rule rule) {
        return groups.isEmpty() && roles.isEmpty()
                ? new UnusableRule(Finding.general("decision-gates.gate.error.nothing-set", definition.key(), "groups, roles"))
                : rule;
    }

    boolean includes(String userKey, IssueView issue) {
        return groups.stream().anyMatch(group -> issue.isInGroup(userKey, group))
                || roles.stream().anyMatch(role -> issue.isInRole(userKey, role));
    }

    /** The names people read, separated by commas. */
    String names(IssueView issue) {
        return Stream.concat(groups.stream().map(group -> Reference.to(Reference.Kind.GROUP, group)),
                roles.stream().map(role -> Reference.to(Reference.Kind.ROLE, role)))
                .map(reference -> issue.nameOf(reference).orElse(reference.id())).distinct().collect(Collectors.joining(", "));
    }
}
