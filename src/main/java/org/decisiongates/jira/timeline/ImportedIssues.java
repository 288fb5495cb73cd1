package org.decisiongates.jira.timeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.project.EnabledProjects;

/** Notices Decisions and Blockers that an import brought: an import sends no event, and they need not have been changed lately. */
@JiraComponent
class ImportedIssues {

    private final EnabledProjects projects;
    private final TrackedIssueSearch search;
    private final Reconciler reconciler;
    private final Map<Long, Long> seen = new ConcurrentHashMap<>();

    ImportedIssues(EnabledProjects projects, TrackedIssueSearch search, Reconciler reconciler) {
        this.projects = projects;
        this.search = search;
        this.reconciler = reconciler;
    }

    /** Reads the projects where their number has changed since the last time. */
    void reconcile() {
        projects.enabled().forEach(this::lookAt);
    }

    private void lookAt(Project project) {
        long total = search.count(project);
        if (!Long.valueOf(total).equals(seen.get(project.getId())) && search.of(project, reconciler::reconcileUnknown).failed() == 0) {
            seen.put(project.getId(), total);
        }
    }
}
