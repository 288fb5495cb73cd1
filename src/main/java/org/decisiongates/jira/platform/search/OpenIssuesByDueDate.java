package org.decisiongates.jira.platform.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.policy.Scope;

/** Open Decisions and Blockers, those that are due first, as far as whoever asks may browse them. */
@JiraComponent
public class OpenIssuesByDueDate {

    /** So many of each type. */
    public static final int MOST = 500;

    private final Searches searches;
    private final PhaseSearch phases;
    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;

    OpenIssuesByDueDate(Searches searches, PhaseSearch phases, ProjectManager projects, PermissionManager permissions,
            JiraAuthenticationContext authentication) {
        this.searches = searches;
        this.phases = phases;
        this.projects = projects;
        this.permissions = permissions;
        this.authentication = authentication;
    }

    /** Of all projects, or of one: one search a type, and none where whoever asks administers a project without browsing it. */
    public List<Issue> in(Scope scope) {
        ApplicationUser reader = authentication.getLoggedInUser();
        if (scope.isGlobal()) {
            return of(Optional.empty(), reader);
        }
        // Jira refuses a search that names a project its reader may not browse
        return projects.getProjectObjects().stream().filter(project -> scope.equals(Scope.of(project.getId())))
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader))
                .flatMap(project -> of(Optional.of(project), reader).stream()).toList();
    }

    private List<Issue> of(Optional<Project> project, ApplicationUser reader) {
        List<String> keys = project.map(Project::getKey).stream().toList();
        return Arrays.stream(OwnIssueType.values()).flatMap(type -> phases.jql(type, OwnStatus::open, reader).stream())
                .flatMap(open -> found(JqlBuilder.within(keys, open) + " ORDER BY duedate ASC, created ASC", reader)).toList();
    }

    private Stream<Issue> found(String jql, ApplicationUser reader) {
        return searches.page(reader, jql, 0, MOST).issues().stream();
    }
}
