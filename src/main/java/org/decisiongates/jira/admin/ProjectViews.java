package org.decisiongates.jira.admin;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectState;
import org.decisiongates.jira.summary.OverdueWeek;
import org.decisiongates.jira.summary.OverdueWeekSettings;
import org.decisiongates.jira.timeline.BackFill;
import org.decisiongates.jira.timeline.Progress;

/** What the administrator's page says of each project. */
@JiraComponent
class ProjectViews {

    private final ProjectEnablement enablement;
    private final BackFill backFill;
    private final OverdueWeekSettings overdue;
    private final ProjectManager projects;
    private final JiraTexts texts;

    ProjectViews(ProjectEnablement enablement, BackFill backFill, OverdueWeekSettings overdue, ProjectManager projects, JiraTexts texts) {
        this.enablement = enablement;
        this.backFill = backFill;
        this.overdue = overdue;
        this.projects = projects;
        this.texts = texts;
    }

    /** The project of this key; null when there is none. */
    Project project(String key) {
        return projects.getProjectByCurrentKey(key);
    }

    /** What is said of each of {@code some} projects, in their order. */
    List<ProjectView> of(List<Project> some) {
        return enablement.states(some).stream().map(this::view).toList();
    }

    private ProjectView view(ProjectState state) {
        return state.enabled() ? enabled(state, project(state.key()))
                : ProjectView.notEnabled(state.key(), state.name(), texts.texts(state.obstacles()));
    }

    private ProjectView enabled(ProjectState state, Project project) {
        return ProjectView.enabled(state.key(), state.name(), journal(backFill.progress(project).orElse(Progress.NONE)),
                overdue.of(project.getId()).map(this::stillOpen).stream().toList());
    }

    private String stillOpen(OverdueWeek week) {
        return texts.text("decision-gates.jira.admin.week-open", week.week(), String.join(", ", week.unreadable()), week.more());
    }

    private String journal(Progress progress) {
        if (progress.failed() > 0) {
            return texts.text("decision-gates.jira.admin.journal-failed", progress.done(), progress.total(), progress.failed());
        }
        return progress.isComplete() ? texts.text("decision-gates.jira.admin.journal-complete", progress.total())
                : texts.text("decision-gates.jira.admin.journal-reading", progress.done(), Math.max(0, progress.total()));
    }
}
