package org.decisiongates.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

/** Fails unless whoever acts is in one of the groups or has one of the roles in the project of the issue. */
public record ActorInGroupOrRole(GroupsAndRoles membership) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("actor-in-group-or-role",
            List.of(GroupsAndRoles.groupSetting(), GroupsAndRoles.roleSetting()),
            Set.of(Need.ACTOR),
            List.of(RuleExample.passes("whoever acts is in the group", IssueSnapshot.EMPTY.inGroup(RuleExample.ACTOR, "leads"))
                    .with(Map.of("groups", "leads")),
                    RuleExample.passes("whoever acts has the role in the project", IssueSnapshot.EMPTY.inRole(RuleExample.ACTOR, "10100"))
                            .with(Map.of("roles", "10100")),
                    RuleExample.passes("whoever acts is in the second of two groups",
                            IssueSnapshot.EMPTY.inGroup("ann", "owners").inGroup(RuleExample.ACTOR, "leads"))
                            .with(Map.of("groups", "owners\nleads")),
                    RuleExample.fails("whoever acts is in none of them", IssueSnapshot.EMPTY.inGroup("ann", "leads").inRole("ann", "10100"),
                            "decision-gates.rule.actor-in-group-or-role.outside").with(Map.of("groups", "leads", "roles", "10100"))),
            settings -> GroupsAndRoles.of(settings).unlessEmpty(ActorInGroupOrRole.DEFINITION,
                    new ActorInGroupOrRole(GroupsAndRoles.of(settings))));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        return membership.includes(context.actor().orElseThrow(), issue) ? RuleResult.passed()
                : RuleResult.failed(Finding.general("decision-gates.rule.actor-in-group-or-role.outside", membership.names(issue)));
    }
}
