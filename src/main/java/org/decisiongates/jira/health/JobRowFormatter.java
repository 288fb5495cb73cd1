package org.decisiongates.jira.health;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthStatus;
import org.decisiongates.health.JobRun;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;

/** Words how the app's jobs stand. */
@JiraComponent
class JobRowFormatter {

    private static final String TEXTS = "decision-gates.jira.health.job.";

    private final JobMonitor jobs;
    private final JobNames names;
    private final MomentFormatter moments;
    private final JiraTexts texts;

    JobRowFormatter(JobMonitor jobs, JobNames names, MomentFormatter moments, JiraTexts texts) {
        this.jobs = jobs;
        this.names = names;
        this.moments = moments;
        this.texts = texts;
    }

    List<JobRowView> rows() {
        return jobs.all().stream().map(this::row).toList();
    }

    private JobRowView row(JobStatus job) {
        String next = job.next().map(moments::minute).orElse("");
        if (job.last().isEmpty()) {
            // nobody knows yet whether it is well
            return new JobRowView(names.of(job.job()), job.job(), "", texts.text(TEXTS + "never"), "",
                    texts.text(TEXTS + (job.late().isPresent() ? "late" : "waiting")),
                    job.late().isPresent() ? HealthFormatter.style(HealthStatus.ERROR) : "", next);
        }
        JobRun last = job.last().get();
        HealthStatus status = HealthStatus.OK;
        String state = "done";
        if (job.hasFailed()) {
            status = HealthStatus.WARNING;
            state = "failed";
        }
        if (job.late().isPresent()) {
            status = HealthStatus.ERROR;
            state = "late";
        }
        return new JobRowView(names.of(job.job()), job.job(), last.node(), moments.minute(last.startedAt()),
                texts.text(TEXTS + "took", last.took().toMillis()),
                texts.text(TEXTS + state), HealthFormatter.style(status), next);
    }
}
