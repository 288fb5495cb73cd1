package org.decisiongates.jira.platform.policy;

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

/** Has this node read the policies in force when it starts, and compare them with what is stored every minute. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class PolicyCopySchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyCopySchedule.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.decisiongates.decision-gates.compare-policies");
    private static final JobId JOB = JobId.of("org.decisiongates.decision-gates.compare-policies");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SchedulerService scheduler;
    private final CachedPolicies policies;
    private final Clock clock;

    PolicyCopySchedule(SchedulerService scheduler, CachedPolicies policies, Clock clock) {
        this.scheduler = scheduler;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void onStart() {
        policies.runJob(null);
        scheduler.registerJobRunner(RUNNER, policies);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_LOCALLY)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(EVERY)))));
        } catch (SchedulerServiceException e) {
            LOG.error("a policy of which another node could not tell is not noticed on this one until the app is started again", e);
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
