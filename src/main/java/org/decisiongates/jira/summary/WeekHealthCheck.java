package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.Scope;

/** Whether weeks are closed when they are over. Reads a setting for each project; names no issue, which not everybody may see. */
@JiraComponent
class WeekHealthCheck implements HealthCheck {

    private final OverdueWeekSettings overdue;
    private final EnabledProjects projects;

    WeekHealthCheck(OverdueWeekSettings overdue, EnabledProjects projects) {
        this.overdue = overdue;
        this.projects = projects;
    }

    @Override
    public String key() {
        return "weeks";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        return projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())))
                .flatMap(project -> of(project).stream()).toList();
    }

    private Optional<HealthFinding> of(Project project) {
        return overdue.of(project.getId()).map(week -> HealthFinding.error("weeks.open", project.getKey(), week.week(),
                week.unreadable().size() + week.more()));
    }
}
