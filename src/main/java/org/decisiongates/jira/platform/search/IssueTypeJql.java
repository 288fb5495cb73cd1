package org.decisiongates.jira.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/**
 * Words in JQL which issues are Decisions or Blockers: those of the app's own types, and in each project those of the types that it uses.
 * A type of a project that was deleted is left out, because JQL refuses it.
 */
@JiraComponent
public class IssueTypeJql {

    private static final List<OwnIssueType> BOTH = List.of(OwnIssueType.values());

    private final OwnIssueTypes types;
    private final IssueTypeMaps maps;
    private final IssueTypeManager issueTypes;
    private final ProjectManager projects;
    private final PermissionManager permissions;

    public IssueTypeJql(OwnIssueTypes types, IssueTypeMaps maps, IssueTypeManager issueTypes, ProjectManager projects,
            PermissionManager permissions) {
        this.types = types;
        this.maps = maps;
        this.issueTypes = issueTypes;
        this.projects = projects;
        this.permissions = permissions;
    }

    /** Decisions and Blockers, for a search in one project, which the query names besides; empty before set-up. */
    public Optional<String> both(Long projectId) {
        return in(projectId, BOTH);
    }

    /** Issues of one type, for a search in one project, which the query names besides; empty before set-up. */
    public Optional<String> of(OwnIssueType type, Long projectId) {
        return in(projectId, List.of(type));
    }

    /** Decisions and Blockers in a scope that {@code reader} may ask for; empty before set-up. */
    public Optional<String> both(ResolvedScope scope, ApplicationUser reader) {
        return scope.project().isPresent() ? both(scope.project().get().getId()) : anywhere(BOTH, reader);
    }

    /**
     * Issues of one type in whatever projects: a query that names a project which its reader may not browse is refused by Jira, and tells
     * that there is one. Empty before set-up.
     */
    public Optional<String> of(OwnIssueType type, ApplicationUser reader) {
        return anywhere(List.of(type), reader);
    }

    private Optional<String> in(Long projectId, Collection<OwnIssueType> wanted) {
        return in(wanted.stream().flatMap(type -> Stream.concat(types.idOf(type).stream(), used(type, projectId).stream())).toList());
    }

    private Optional<String> anywhere(Collection<OwnIssueType> wanted, ApplicationUser reader) {
        List<String> conditions = new ArrayList<>();
        in(wanted.stream().flatMap(type -> types.idOf(type).stream()).toList()).ifPresent(conditions::add);
        Set<Long> mapped = maps.projects();
        if (conditions.isEmpty() || mapped.isEmpty()) {
            return conditions.stream().findFirst();
        }
        projects.getProjectObjects().stream().filter(project -> mapped.contains(project.getId()))
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader))
                .sorted(Comparator.comparing(Project::getKey))
                .forEach(project -> in(wanted.stream().flatMap(type -> used(type, project.getId()).stream()).toList())
                        .ifPresent(used -> conditions.add("project = " + JqlBuilder.quoted(project.getKey()) + " AND " + used)));
        return Optional.of(conditions.size() == 1 ? conditions.get(0) : "(" + String.join(" OR ", conditions) + ")");
    }

    /** The type of its own that the project uses, while this Jira has it. */
    private Optional<String> used(OwnIssueType type, Long projectId) {
        return maps.of(projectId).idOf(type).filter(id -> issueTypes.getIssueType(id) != null);
    }

    private static Optional<String> in(List<String> ids) {
        return ids.isEmpty() ? Optional.empty()
                : Optional.of(ids.size() == 1 ? "issuetype = " + ids.get(0) : "issuetype in (" + String.join(", ", ids) + ")");
    }
}
