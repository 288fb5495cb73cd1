package org.decisiongates.jira.audit;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Has the journal of gates sealed every minute, by one node of the cluster. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class SealSchedule implements LifecycleAware, DisposableBean {

    private static final String JOB = "org.decisiongates.decision-gates.seal-journal";
    /** The shortest interval that Jira keeps for a job of the cluster. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final RecurringJob job;
    private final SealJob work;

    SealSchedule(RecurringJobs jobs, SealJob work) {
        this.job = jobs.named(JOB);
        this.work = work;
    }

    @Override
    public void onStart() {
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, EVERY, EVERY,
                "the journal of gates is not sealed until the app is started again");
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
