package org.decisiongates.jira.timeline;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Starts writing the journal when Jira is up, and stops when the app is disabled. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class JournalRegistration implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRegistration.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.reconcile");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.reconcile");
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final EventPublisher events;
    private final ChangeListener listener;
    private final LinkListener linkListener;
    private final SchedulerService scheduler;
    private final ReconcileJob reconciliation;
    private final StartupReconciliation startup;
    private final Clock clock;

    JournalRegistration(EventPublisher events, ChangeListener listener, IssueHistories histories, SchedulerService scheduler,
            ReconcileJob reconciliation, StartupReconciliation startup, Clock clock) {
        this.events = events;
        this.listener = listener;
        this.linkListener = new LinkListener(histories);
        this.scheduler = scheduler;
        this.reconciliation = reconciliation;
        this.startup = startup;
        this.clock = clock;
    }

    @Override
    public void onStart() {
        events.register(listener);
        listenToLinks();
        scheduler.registerJobRunner(RUNNER, reconciliation);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(EVERY)))));
        } catch (SchedulerServiceException e) {
            LOG.error("the journal will be compared with Jira's history only when the app is started", e);
        }
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
        scheduler.unregisterJobRunner(RUNNER);
        startup.end();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
