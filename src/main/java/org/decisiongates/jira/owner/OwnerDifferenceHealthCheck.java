package org.decisiongates.jira.owner;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.Scope;

/** Whether owner and assignee are the same where their project wants it, as far as the reader may browse. Two searches such a project. */
@JiraComponent
class OwnerDifferenceHealthCheck implements HealthCheck {

    private final EnabledProjects projects;
    private final OwnerSettings settings;
    private final OwnerDifferences differences;

    OwnerDifferenceHealthCheck(EnabledProjects projects, OwnerSettings settings, OwnerDifferences differences) {
        this.projects = projects;
        this.settings = settings;
        this.differences = differences;
    }

    @Override
    public String key() {
        return "owner-and-assignee";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        return projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())))
                .filter(project -> settings.sameSince(project.getId()).isPresent()).flatMap(project -> of(project).stream()).toList();
    }

    private List<HealthFinding> of(Project project) {
        List<OwnerDifference> found = differences.of(project);
        return found.isEmpty() ? List.of()
                : List.of(HealthFinding.warning("owner-and-assignee.differ", project.getKey(), found.size())
                        .fixedAt(OwnerServlet.ADDRESS + "?project=" + project.getKey()));
    }
}
