package org.decisiongates.jira.health;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.health.JobRun;
import org.decisiongates.policy.Scope;

/** Whether the app's jobs run, and come to their ends. One statement, and none for a project. */
@JiraComponent
class JobHealthCheck implements HealthCheck {

    private final JobMonitor jobs;
    private final JobNames names;

    JobHealthCheck(JobMonitor jobs, JobNames names) {
        this.jobs = jobs;
        this.names = names;
    }

    @Override
    public String key() {
        return "jobs";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        return scope.isGlobal() ? jobs.all().stream().flatMap(this::of).toList() : List.of();
    }

    private Stream<HealthFinding> of(JobStatus status) {
        Stream<HealthFinding> late = status.late()
                .map(since -> HealthFinding.error("jobs.late", status.job(), since.toMinutes(), names.of(status.job())))
                .stream();
        Stream<HealthFinding> failed = status.last().filter(run -> status.hasFailed()).map(this::failed).stream();
        return Stream.concat(late, failed);
    }

    private HealthFinding failed(JobRun run) {
        return run.node().isEmpty() ? HealthFinding.warning("jobs.failed", run.job(), run.fault(), names.of(run.job()))
                : HealthFinding.warning("jobs.failed-on-node", run.node(), run.job(), run.fault(), names.of(run.job()));
    }
}
