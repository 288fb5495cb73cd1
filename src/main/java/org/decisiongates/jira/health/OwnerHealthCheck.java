package org.decisiongates.jira.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.policy.Scope;

/**
 * Whether those who own open Decisions and Blockers are still active, as far as the reader may browse these. One search a type, which
 * reads the {@value #MAX_ISSUES} that are due first.
 */
@JiraComponent
class OwnerHealthCheck implements HealthCheck {

    static final int MAX_ISSUES = 500;

    private final Searches searches;
    private final PhaseSearch phases;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;
    private final WorkflowsInUse inUse;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;

    OwnerHealthCheck(Searches searches, PhaseSearch phases, OwnFields ownFields, CustomFieldManager fields, WorkflowsInUse inUse,
            PermissionManager permissions, JiraAuthenticationContext authentication) {
        this.searches = searches;
        this.phases = phases;
        this.ownFields = ownFields;
        this.fields = fields;
        this.inUse = inUse;
        this.permissions = permissions;
        this.authentication = authentication;
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
        ApplicationUser reader = authentication.getLoggedInUser();
        // who administers a project need not be able to browse it, and Jira then searches for nothing in it
        List<String> projects = scope.isGlobal() ? List.of()
                : inUse.projects(scope).stream()
                        .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader))
                        .map(Project::getKey).toList();
        if (!scope.isGlobal() && projects.isEmpty()) {
            return List.of();
        }
        Map<String, List<Issue>> inactive = new TreeMap<>();
        Map<String, ApplicationUser> people = new TreeMap<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            for (Issue issue : open(type, projects)) {
                if (issue.getCustomFieldValue(owner.get()) instanceof ApplicationUser user && !user.isActive()) {
                    inactive.computeIfAbsent(user.getKey(), key -> new ArrayList<>()).add(issue);
                    people.put(user.getKey(), user);
                }
            }
        }
        return inactive.entrySet().stream()
                .map(owned -> HealthFinding.warning("owners.inactive", people.get(owned.getKey()).getDisplayName(), owned.getValue().size(),
                        owned.getValue().stream().map(Issue::getKey).min(Comparator.naturalOrder()).orElseThrow()))
                .toList();
    }

    private List<Issue> open(OwnIssueType type, List<String> projects) {
        ApplicationUser reader = authentication.getLoggedInUser();
        return phases.jql(type, OwnStatus::open, reader)
                .map(open -> searches.page(reader,
                        JqlBuilder.within(projects, open) + " ORDER BY duedate ASC, created ASC", 0, MAX_ISSUES).issues())
                .orElse(List.of());
    }
}
