package org.decisiongates.jira.platform.policy;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Has this node read the policies in force when it starts, and compare them with what is stored every minute. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class PolicyCopySchedule implements LifecycleAware, DisposableBean {

    private static final String JOB = "org.decisiongates.decision-gates.compare-policies";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final RecurringJob job;
    private final CachedPolicies policies;

    PolicyCopySchedule(RecurringJobs jobs, CachedPolicies policies) {
        this.job = jobs.named(JOB);
        this.policies = policies;
    }

    @Override
    public void onStart() {
        policies.runJob(null);
        job.start(policies, RunMode.RUN_LOCALLY, EVERY, EVERY,
                "a policy of which another node could not tell is not noticed on this one until the app is started again");
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
