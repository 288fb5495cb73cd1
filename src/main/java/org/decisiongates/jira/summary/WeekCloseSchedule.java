package org.decisiongates.jira.summary;

import java.time.Duration;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.scheduler.config.RunMode;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.time.RecurringJob;
import org.decisiongates.jira.platform.time.RecurringJobs;

/** Schedules the closing of weeks: every hour, soon after the start, and when the history of a project was read. */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class WeekCloseSchedule implements LifecycleAware, DisposableBean {

    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";
    private static final Duration EVERY = Duration.ofHours(1);
    /** Time for the journal to be compared with Jira's history first. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private final RecurringJob job;
    private final WeekCloseJob work;

    WeekCloseSchedule(RecurringJobs jobs, WeekCloseJob work) {
        this.job = jobs.named(JOB);
        this.work = work;
    }

    @Override
    public void onStart() {
        work.begin();
        job.start(work, RunMode.RUN_ONCE_PER_CLUSTER, FIRST, EVERY,
                "no week will be closed until the app is started again");
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
