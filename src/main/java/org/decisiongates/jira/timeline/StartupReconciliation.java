package org.decisiongates.jira.timeline;

import java.util.Set;
import java.util.concurrent.CancellationException;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.EnabledProjects;

/** Reconciles when the app has started, on a thread of its own, while Jira goes on starting. */
@JiraComponent
class StartupReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(StartupReconciliation.class);

    private final ReconcileJob reconciliation;
    private final Reconciler reconciler;
    private final BackFill backFill;
    private final EnabledProjects projects;

    StartupReconciliation(ReconcileJob reconciliation, Reconciler reconciler, BackFill backFill, EnabledProjects projects) {
        this.reconciliation = reconciliation;
        this.reconciler = reconciler;
        this.backFill = backFill;
        this.projects = projects;
    }

    void begin() {
        backFill.then(this::reconcile);
    }

    void end() {
        backFill.stop();
    }

    private void reconcile() {
        reconciliation.run();
        if (reconciler.isStopped()) {
            return;
        }
        try {
            projects.enabled().forEach(this::lookAt);
        } catch (CancellationException e) {
            LOG.info("the app is being stopped; its next start will look for issues that are gone");
        } catch (RuntimeException | LinkageError e) {
            LOG.error("not every project could be looked at; the next start of the app will go on", e);
        }
    }

    /** While the app was away, issues may have been deleted without an event. */
    private void lookAt(Project project) {
        if (backFill.progress(project).filter(Progress::isComplete).isPresent()) {
            reconciler.missing(project.getId(), Set.copyOf(reconciler.idsOf(project.getId())));
        } else {
            backFill.joined(project);
        }
    }
}
