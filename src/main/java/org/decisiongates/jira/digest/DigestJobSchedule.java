package org.decisiongates.jira.digest;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Schedules the sending of digests: every quarter of an hour, since zones begin their hours at quarters. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class DigestJobSchedule implements LifecycleAware, DisposableBean {

    private static final String JOB = "org.decisiongates.decision-gates.send-digests";
    private static final Duration EVERY = Duration.ofMinutes(15);
    /** Time for the journal to be compared with Jira's history first. */
    private static final Duration FIRST = Duration.ofMinutes(5);

    private final RecurringJob job;
    private final DigestJob work;

    DigestJobSchedule(RecurringJobs jobs, DigestJob work) {
        this.job = jobs.named(JOB);
        this.work = work;
    }

    @Override
    public void onStart() {
        work.begin();
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, FIRST, EVERY, "no digest is sent until the app is started again");
    }

    @Override
    public void onStop() {
        work.stop();
        job.stop();
    }

    @Override
    public void destroy() {
        onStop();
    }
}
