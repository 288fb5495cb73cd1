package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Successor;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;

/** Finds Decisions that can take the place of another one, while somebody types a key: of its project, or of the one that is typed. */
@JiraComponent
public class SuccessorSearch {

    /** Of so many, the newest, those that match are offered. */
    private static final int MAX_READ = 500;
    private static final int MAX_OFFERED = 20;

    private final Searches searches;
    private final ScopeResolver scopes;
    private final PhaseSearch phases;
    private final ProjectManager projects;
    private final PermissionManager permissions;

    SuccessorSearch(Searches searches, ScopeResolver scopes, PhaseSearch phases, ProjectManager projects, PermissionManager permissions) {
        this.searches = searches;
        this.scopes = scopes;
        this.phases = phases;
        this.projects = projects;
        this.permissions = permissions;
    }

    /**
     * The newest first; one search.
     *
     * @param viewer who sees them
     * @param typed  a part of the key or the summary; empty text for all
     */
    List<Issue> find(Issue superseded, ApplicationUser viewer, String typed) {
        String part = typed.strip().toUpperCase(Locale.ROOT);
        Project project = Optional.ofNullable(projects.getProjectObjByKey(part.split("-", 2)[0]))
                .filter(named -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, named, viewer))
                .orElse(superseded.getProjectObject());
        if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, viewer)) {
            return List.of();
        }
        ResolvedScope scope = scopes.of(project);
        return phases.jql(OwnIssueType.DECISION, status -> !Successor.hasEnded(status.phase()), scope, viewer)
                .map(open -> searches.find(viewer, scope.and(open) + " ORDER BY created DESC, key DESC", MAX_READ).issues())
                .orElse(List.of())
                .stream().filter(other -> !other.getId().equals(superseded.getId()))
                .filter(other -> other.getKey().contains(part) || other.getSummary().toUpperCase(Locale.ROOT).contains(part))
                .limit(MAX_OFFERED).toList();
    }
}
