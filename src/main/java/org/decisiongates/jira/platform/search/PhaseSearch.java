package org.decisiongates.jira.platform.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;

/**
 * Words in JQL which issues of a type are in some of its phases: by the app's own statuses, and by those that a phase map adds in its
 * project. A status that was deleted is left out, because JQL refuses it.
 */
@JiraComponent
public class PhaseSearch {

    private final OwnIssueTypes types;
    private final IssueTypeJql typeSearch;
    private final PhaseMaps maps;
    private final ConstantsManager constants;
    private final ProjectManager projects;
    private final PermissionManager permissions;

    public PhaseSearch(OwnIssueTypes types, IssueTypeJql typeSearch, PhaseMaps maps, ConstantsManager constants, ProjectManager projects,
            PermissionManager permissions) {
        this.types = types;
        this.typeSearch = typeSearch;
        this.maps = maps;
        this.constants = constants;
        this.projects = projects;
        this.permissions = permissions;
    }

    /**
     * For a search by {@code reader}, in whatever projects: a query that names a project which its reader may not browse is refused by
     * Jira, and tells that there is one. Empty before set-up, and when no status stands for such a phase.
     */
    public Optional<String> jql(OwnIssueType type, Predicate<OwnStatus> phases, ApplicationUser reader) {
        Set<Long> ids = maps.projects();
        return jql(type, typeSearch.of(type, reader), phases, ids.isEmpty() ? List.of()
                : projects.getProjectObjects().stream().filter(project -> ids.contains(project.getId()))
                        .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader))
                        .sorted(Comparator.comparing(Project::getKey)).toList());
    }

    /** The same for a search in a scope that {@code reader} may ask for. */
    public Optional<String> jql(OwnIssueType type, Predicate<OwnStatus> phases, ResolvedScope scope, ApplicationUser reader) {
        return scope.project().isPresent()
                ? jql(type, typeSearch.of(type, scope.project().get().getId()), phases, List.of(scope.project().get()))
                : jql(type, phases, reader);
    }

    private Optional<String> jql(OwnIssueType type, Optional<String> ofType, Predicate<OwnStatus> phases, List<Project> within) {
        List<OwnStatus> wanted = OwnStatus.all().stream().filter(status -> status.type() == type && phases.test(status)).toList();
        List<String> conditions = new ArrayList<>();
        in(wanted.stream().flatMap(status -> types.idOf(status).stream()).toList()).ifPresent(conditions::add);
        for (Project project : within) {
            Map<String, String> mapped = maps.of(project.getId()).phases().getOrDefault(type.kind(), Map.of());
            in(mapped.entrySet().stream().filter(entry -> wanted.stream().anyMatch(status -> status.phase().equals(entry.getValue())))
                    .map(Map.Entry::getKey).toList())
                    .ifPresent(statuses -> conditions.add("project = " + JqlBuilder.quoted(project.getKey()) + " AND " + statuses));
        }
        return ofType.filter(one -> !conditions.isEmpty()).map(one -> one + " AND "
                + (conditions.size() == 1 ? conditions.get(0) : "(" + String.join(" OR ", conditions) + ")"));
    }

    private Optional<String> in(List<String> statuses) {
        List<String> present = statuses.stream().filter(status -> constants.getStatus(status) != null).toList();
        return present.isEmpty() ? Optional.empty() : Optional.of("status in (" + String.join(", ", present) + ")");
    }
}
