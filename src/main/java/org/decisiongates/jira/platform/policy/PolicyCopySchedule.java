package org.decisiongates.jira.platform.policy;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.RunMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.issuetype.TypeMaps;
import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/**
 * Has this node read the policies in force, and the issue types that projects use, when it starts, and compare both with what is stored
 * every minute.
 */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class PolicyCopySchedule implements LifecycleAware, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyCopySchedule.class);
    private static final String JOB = "org.decisiongates.decision-gates.compare-policies";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final RecurringJob job;
    private final CachedPolicies policies;
    private final TypeMaps types;

    PolicyCopySchedule(RecurringJobs jobs, CachedPolicies policies, TypeMaps types) {
        this.job = jobs.named(JOB);
        this.policies = policies;
        this.types = types;
    }

    @Override
    public void onStart() {
        compare(null);
        job.start(this::compare, RunMode.RUN_LOCALLY, EVERY, EVERY, "a policy, or an issue type that a project uses, of which another"
                + " node could not tell is not noticed on this one until the app is started again");
    }

    /** Throws nothing: what cannot be read stays as this node knows it until the next run. */
    private JobRunnerResponse compare(JobRunnerRequest request) {
        JobRunnerResponse compared = policies.runJob(request);
        try {
            types.readAgain();
            return compared;
        } catch (RuntimeException e) {
            LOG.warn("the issue types that projects use cannot be compared with those stored; this is tried again in a minute", e);
            return RecurringJobs.failed(e);
        }
    }

    @Override
    public void onStop() {
        job.stop();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
