package org.decisiongates.jira.timeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.project.EnabledProjects;

/** Notices Decisions and Blockers that an import brought: it tells nobody, and they need not have been touched lately. */
@JiraComponent
class ImportedIssues {

    private final EnabledProjects projects;
    private final TrackedIssueSearch found;
    private final Reconciler reconciler;
    private final Map<Long, Long> seen = new ConcurrentHashMap<>();

    ImportedIssues(EnabledProjects projects, TrackedIssueSearch found, Reconciler reconciler) {
        this.projects = projects;
        this.found = found;
        this.reconciler = reconciler;
    }

    /** Looks through the projects that have another number of them than the last time. */
    void reconcile() {
        projects.enabled().forEach(this::lookAt);
    }

    private void lookAt(Project project) {
        long total = found.count(project);
        if (!Long.valueOf(total).equals(seen.get(project.getId())) && found.of(project, reconciler::reconcileUnknown).failed() == 0) {
            seen.put(project.getId(), total);
        }
    }
}
