package org.decisiongates.jira.timeline;

import java.time.Duration;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Starts writing the journal when Jira is up, and stops when the app is disabled. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class JournalRegistration implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRegistration.class);
    private static final String JOB = "org.decisiongates.decision-gates.reconcile";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final EventPublisher events;
    private final ChangeListener listener;
    private final LinkListener linkListener;
    private final RecurringJob job;
    private final ReconcileJob reconciliation;
    private final StartupReconciliation startup;

    JournalRegistration(EventPublisher events, ChangeListener listener, IssueHistories histories, RecurringJobs jobs,
            ReconcileJob reconciliation, StartupReconciliation startup) {
        this.events = events;
        this.listener = listener;
        this.linkListener = new LinkListener(histories);
        this.job = jobs.named(JOB);
        this.reconciliation = reconciliation;
        this.startup = startup;
    }

    @Override
    public void onStart() {
        events.register(listener);
        listenToLinks();
        job.start(reconciliation, RunMode.RUN_ONCE_PER_CLUSTER, EVERY, EVERY,
                "the journal will be compared with Jira's history only when the app is started");
        startup.begin();
    }

    private void listenToLinks() {
        try {
            events.register(linkListener);
        } catch (LinkageError e) {
            LOG.error("this Jira does not tell when issues are linked; names of link types are kept by the reconciler only, minutes later",
                    e);
        }
    }

    @Override
    public void onStop() {
        events.unregister(listener);
        events.unregister(linkListener);
        job.stop();
        startup.end();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
