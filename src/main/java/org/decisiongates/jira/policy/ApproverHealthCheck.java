package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyReferences;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/**
 * Whether anybody is in the groups and project roles that policies name, for rules and for waivers; a role in every enabled project. That
 * one does not exist is for {@link PolicyHealthCheck} to say.
 */
@JiraComponent
class ApproverHealthCheck implements HealthCheck {

    private static final int MAX_NAMED = 5;

    private final Policies policies;
    private final EnabledProjects projects;
    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final ActiveMembers members;

    ApproverHealthCheck(Policies policies, EnabledProjects projects, GroupManager groups, ProjectRoleManager roles,
            ActiveMembers members) {
        this.policies = policies;
        this.projects = projects;
        this.groups = groups;
        this.roles = roles;
        this.members = members;
    }

    @Override
    public String key() {
        return "approvers";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Map<String, Boolean> emptyGroups = new HashMap<>();
        Map<String, List<String>> emptyRoles = new HashMap<>();
        List<HealthFinding> findings = new ArrayList<>();
        policies.inForce().policies().stream().filter(policy -> PolicyHealthCheck.concerns(policy.scope(), scope)).forEach(policy -> {
            // a policy of a project is about nothing else
            Scope within = policy.scope().isGlobal() ? scope : policy.scope();
            for (HostReference reference : PolicyReferences.of(PolicyHealthCheck.untested(policy), Rules::of)) {
                Optional<HealthFinding> finding = switch (reference.kind()) {
                    case GROUP -> emptyGroups.computeIfAbsent(reference.id(), this::isEmpty)
                            ? Optional.of(HealthFinding.warning("approvers.empty-group", policy.name(), reference.id()))
                            : Optional.empty();
                    case ROLE -> role(policy, reference.id(),
                            emptyRoles.computeIfAbsent(reference.id() + " " + within, any -> without(reference.id(), within)));
                    default -> Optional.empty();
                };
                finding.ifPresent(findings::add);
            }
        });
        return findings;
    }

    private boolean isEmpty(String group) {
        return Optional.ofNullable(groups.getGroup(group)).filter(there -> !members.isAnybodyIn(there)).isPresent();
    }

    private Optional<HealthFinding> role(Policy policy, String id, List<String> without) {
        return without.isEmpty() ? Optional.empty()
                : Optional.of(HealthFinding.warning("approvers.empty-role", policy.name(), role(id).map(ProjectRole::getName).orElse(id),
                        String.join(", ", without.stream().limit(MAX_NAMED).toList()), Math.max(0, without.size() - MAX_NAMED)));
    }

    /** Keys of the projects in which nobody has the role; none where there is no such role. */
    private List<String> without(String id, Scope scope) {
        return role(id).stream().flatMap(role -> enabled(scope)
                .filter(project -> !members.hasAnybody(role, project)).map(Project::getKey).sorted()).toList();
    }

    private Stream<Project> enabled(Scope scope) {
        return projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())));
    }

    private Optional<ProjectRole> role(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.ofNullable(roles.getProjectRole(Long.valueOf(id))) : Optional.empty();
    }
}
