package org.decisiongates.jira.audit;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Has the journal of gates verified, a part every quarter of an hour, by one node of the cluster. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class VerificationSchedule implements LifecycleAware, DisposableBean {

    private static final String JOB = "org.decisiongates.decision-gates.verify-journal";
    private static final Duration EVERY = Duration.ofMinutes(15);
    /** Time for what was not sealed when the node stopped to get its seals. */
    private static final Duration FIRST = Duration.ofMinutes(4);

    private final RecurringJob job;
    private final VerificationJob work;

    VerificationSchedule(RecurringJobs jobs, VerificationJob work) {
        this.job = jobs.named(JOB);
        this.work = work;
    }

    @Override
    public void onStart() {
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, FIRST, EVERY,
                "nobody verifies the journal of gates until the app is started again but by hand");
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
