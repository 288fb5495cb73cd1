package org.decisiongates.jira.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.JobRun;
import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;

/** How the app's jobs ran; nodes go by aliases. */
@JiraComponent
class JobSupportFile implements SupportFile {

    private final JobMonitor jobs;

    JobSupportFile(JobMonitor jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Jobs(jobs.all().stream().map(job -> new Job(job.job(), job.last().map(run -> node(run, aliases)),
                job.last().map(JobRun::startedAt), job.last().map(run -> run.took().toMillis()),
                job.last().map(JobRun::fault).filter(fault -> !fault.isEmpty()), job.last().flatMap(JobRun::succeededAt),
                job.next(), job.late().isPresent())).toList());
    }

    private static String node(JobRun run, SupportAliases aliases) {
        return run.node().isEmpty() ? "" : aliases.of("node", run.node());
    }

    private record Jobs(List<Job> jobs) {
    }

    private record Job(String job, Optional<String> node, Optional<Instant> last, Optional<Long> millis, Optional<String> fault,
            Optional<Instant> succeeded, Optional<Instant> next, boolean late) {
    }
}
