package org.decisiongates.jira.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

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

/** Has the journal of gates sealed every minute, by one node of the cluster. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class SealSchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.seal-journal");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.seal-journal");
    /** The shortest interval that Jira keeps for a job of the cluster. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SchedulerService scheduler;
    private final SealJob job;
    private final Clock clock;

    SealSchedule(SchedulerService scheduler, SealJob job, Clock clock) {
        this.scheduler = scheduler;
        this.job = job;
        this.clock = clock;
    }

    @Override
    public void onStart() {
        scheduler.registerJobRunner(RUNNER, job);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(EVERY)))));
        } catch (SchedulerServiceException e) {
            LOG.error("the journal of gates is not sealed until the app is started again", e);
        }
    }

    @Override
    public void onStop() {
        scheduler.unregisterJobRunner(RUNNER);
    }

    @Override
    public void destroy() {
        onStop();
    }
}
