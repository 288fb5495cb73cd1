package org.decisiongates.jira.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.search.OpenIssuesByDueDate;
import org.decisiongates.policy.Scope;

/** Whether those who own open Decisions and Blockers are active and can be assigned them, as far as {@link OpenIssuesByDueDate} reaches. */
@JiraComponent
class OwnerHealthCheck implements HealthCheck {

    private final OpenIssuesByDueDate open;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;
    private final PermissionManager permissions;

    OwnerHealthCheck(OpenIssuesByDueDate open, OwnFields ownFields, CustomFieldManager fields,
            PermissionManager permissions) {
        this.open = open;
        this.ownFields = ownFields;
        this.fields = fields;
        this.permissions = permissions;
    }

    @Override
    public String key() {
        return "owners";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Optional<CustomField> owner = ownFields.idOf(OwnField.OWNER).map(fields::getCustomFieldObject);
        if (owner.isEmpty()) {
            return List.of();
        }
        Map<String, List<Issue>> inactive = new TreeMap<>();
        Map<String, List<Issue>> unassignable = new TreeMap<>();
        Map<String, ApplicationUser> people = new TreeMap<>();
        for (Issue issue : open.in(scope)) {
            if (issue.getCustomFieldValue(owner.get()) instanceof ApplicationUser user) {
                people.put(user.getKey(), user);
                (user.isActive() ? unassignable : inactive).computeIfAbsent(user.getKey(), key -> new ArrayList<>()).add(issue);
            }
        }
        // one look a person and project, not one an issue
        unassignable.replaceAll((key, owned) -> {
            Map<Long, Boolean> assignable = new HashMap<>();
            return owned.stream().filter(issue -> !assignable.computeIfAbsent(issue.getProjectId(),
                    project -> isAssignable(people.get(key), issue.getProjectObject()))).toList();
        });
        unassignable.values().removeIf(List::isEmpty);
        return Stream.concat(
                inactive.entrySet().stream().map(owned -> HealthFinding.warning("owners.inactive",
                        people.get(owned.getKey()).getDisplayName(), owned.getValue().size(), first(owned.getValue()))
                        .fixedAt("/browse/" + first(owned.getValue()))),
                unassignable.entrySet().stream().map(owned -> HealthFinding.warning("owners.unassignable",
                        people.get(owned.getKey()).getDisplayName(), owned.getValue().size(), first(owned.getValue()))
                        .fixedAt("/browse/" + first(owned.getValue()))))
                .toList();
    }

    private boolean isAssignable(ApplicationUser owner, Project project) {
        return permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, project, owner);
    }

    private static String first(List<Issue> owned) {
        return owned.stream().map(Issue::getKey).min(Comparator.naturalOrder()).orElseThrow();
    }
}
