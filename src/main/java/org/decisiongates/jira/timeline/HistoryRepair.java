package org.decisiongates.jira.timeline;

import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;
import org.decisiongates.jira.platform.project.EnabledProjects;

/** Reads the history again of projects in which issues could not be read, in the background. */
@JiraComponent
class HistoryRepair implements HealthRepair {

    static final String KEY = "history";

    private final BackFill backFill;
    private final EnabledProjects projects;

    HistoryRepair(BackFill backFill, EnabledProjects projects) {
        this.backFill = backFill;
        this.projects = projects;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<String> repair() {
        projects.enabled().stream().filter(this::hasFailed).forEach(backFill::joined);
        return Optional.empty();
    }

    private boolean hasFailed(Project project) {
        return backFill.progress(project).filter(progress -> progress.failed() > 0).isPresent();
    }
}
