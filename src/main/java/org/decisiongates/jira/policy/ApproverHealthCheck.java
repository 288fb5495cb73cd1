package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyReferences;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/**
 * Whether anybody is in the groups and project roles that policies name, a role in every enabled project, and whether approvals can be
 * given: by people whose accounts are in use, and by enough of them. That a group, a role or a field does not exist is for
 * {@link PolicyHealthCheck} to say.
 */
@JiraComponent
class ApproverHealthCheck implements HealthCheck {

    private static final int MAX_NAMED = 5;

    private final Policies policies;
    private final EnabledProjects projects;
    private final GroupManager groups;
    private final ProjectRoleManager roles;
    private final UserManager users;
    private final ActiveMembers members;
    private final WorkflowsInUse inUse;

    ApproverHealthCheck(Policies policies, EnabledProjects projects, GroupManager groups, ProjectRoleManager roles, UserManager users,
            ActiveMembers members, WorkflowsInUse inUse) {
        this.policies = policies;
        this.projects = projects;
        this.groups = groups;
        this.roles = roles;
        this.users = users;
        this.members = members;
        this.inUse = inUse;
    }

    @Override
    public String key() {
        return "approvers";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Map<String, Boolean> emptyGroups = new HashMap<>();
        Map<String, List<Project>> emptyRoles = new HashMap<>();
        PoliciesInForce inForce = policies.inForce();
        List<HealthFinding> findings = new ArrayList<>();
        inForce.policies().stream().filter(policy -> PolicyHealthCheck.concerns(policy.scope(), scope)).forEach(policy -> {
            // a policy of a project is about nothing else
            Scope within = policy.scope().isGlobal() ? scope : policy.scope();
            for (HostReference reference : PolicyReferences.of(PolicyHealthCheck.untested(policy), Rules::of)) {
                Optional<HealthFinding> finding = switch (reference.kind()) {
                    case GROUP -> emptyGroups.computeIfAbsent(reference.id(), this::isEmpty)
                            ? Optional.of(HealthFinding.warning("approvers.empty-group", policy.name(), reference.id()))
                            : Optional.empty();
                    case ROLE -> role(policy, reference.id(), keys(
                            emptyRoles.computeIfAbsent(reference.id() + " " + within, any -> without(reference.id(), within)).stream()
                                    .filter(project -> isAbout(policy, project, inForce))));
                    default -> Optional.empty();
                };
                finding.ifPresent(findings::add);
            }
            String editor = PolicyHealthCheck.addressOf(policy, inUse) + "#decision-gates-policy-approvals";
            policy.approvals().requirements().stream()
                    .flatMap(one -> Stream.concat(named(policy, one).stream(),
                            tooFew(policy, one, enabled(within).filter(project -> isAbout(policy, project, inForce))).stream()))
                    .forEach(finding -> findings.add(finding.fixedAt(editor)));
        });
        return findings;
    }

    /** Of approvers who are named one by one, those who cannot approve. */
    private List<HealthFinding> named(Policy policy, ApprovalRequirement one) {
        return one.approvers().people().stream().distinct().flatMap(key -> {
            ApplicationUser user = users.getUserByKey(key);
            if (key.equals(Person.ERASED)) {
                return Stream.of(HealthFinding.warning("approvers.erased", policy.name(), one.name()));
            }
            if (user == null) {
                return Stream.of(HealthFinding.warning("approvers.gone", policy.name(), one.name(), key));
            }
            return user.isActive() ? Stream.empty()
                    : Stream.of(HealthFinding.warning("approvers.inactive", policy.name(), one.name(), user.getDisplayName()));
        }).toList();
    }

    /** Whom a field of an issue names is not known before: approvals of such people are left out. */
    private Optional<HealthFinding> tooFew(Policy policy, ApprovalRequirement one, Stream<Project> about) {
        ApproverSources approvers = one.approvers();
        int needed = one.quorum().needed(1);
        Set<String> anywhere = new HashSet<>();
        approvers.people().stream().map(users::getUserByKey).filter(user -> user != null && user.isActive())
                .forEach(user -> anywhere.add(user.getKey()));
        for (String name : approvers.groups()) {
            Optional.ofNullable(groups.getGroup(name)).ifPresent(group -> anywhere.addAll(members.in(group, needed)));
        }
        if (!approvers.fields().isEmpty() || anywhere.size() >= needed) {
            return Optional.empty();
        }
        if (approvers.roles().isEmpty()) {
            return Optional.of(HealthFinding.error("approvers.too-few", policy.name(), one.name(), needed, anywhere.size()));
        }
        List<String> projectKeys = keys(about.filter(project -> count(approvers, project, anywhere, needed) < needed));
        return projectKeys.isEmpty() ? Optional.empty()
                : Optional.of(HealthFinding.error("approvers.too-few-in", policy.name(), one.name(), named(projectKeys),
                        Math.max(0, projectKeys.size() - MAX_NAMED), needed));
    }

    private int count(ApproverSources approvers, Project project, Set<String> anywhere, int needed) {
        Set<String> all = new HashSet<>(anywhere);
        approvers.roles().forEach(id -> role(id).ifPresent(role -> all.addAll(members.having(role, project, needed))));
        return all.size();
    }

    private static String named(List<String> projectKeys) {
        return String.join(", ", projectKeys.stream().limit(MAX_NAMED).toList());
    }

    private boolean isEmpty(String group) {
        return Optional.ofNullable(groups.getGroup(group)).filter(there -> !members.isAnybodyIn(there)).isPresent();
    }

    private Optional<HealthFinding> role(Policy policy, String id, List<String> without) {
        return without.isEmpty() ? Optional.empty()
                : Optional.of(HealthFinding.warning("approvers.empty-role", policy.name(), role(id).map(ProjectRole::getName).orElse(id),
                        named(without), Math.max(0, without.size() - MAX_NAMED)));
    }

    /** The projects in which nobody has the role; none where there is no such role. */
    private List<Project> without(String id, Scope scope) {
        return role(id).stream().flatMap(role -> enabled(scope).filter(project -> !members.hasAnybody(role, project))).toList();
    }

    private static List<String> keys(Stream<Project> found) {
        return found.map(Project::getKey).sorted().toList();
    }

    /** Whether the policy is in force in a project, and no policy of the project's own stands in its place. */
    private static boolean isAbout(Policy policy, Project project, PoliciesInForce inForce) {
        return !policy.scope().isGlobal() || policy.locked()
                || inForce.policy(Scope.of(project.getId()), policy.key()).isEmpty();
    }

    private Stream<Project> enabled(Scope scope) {
        return projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())));
    }

    private Optional<ProjectRole> role(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.ofNullable(roles.getProjectRole(Long.valueOf(id))) : Optional.empty();
    }
}
