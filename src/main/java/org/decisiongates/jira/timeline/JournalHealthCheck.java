package org.decisiongates.jira.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.Scope;

/**
 * Whether the journal holds all of Jira's history: how long ago it was last compared to its end, and how far the history of each project
 * was read. Reads one setting, and one for each project.
 */
@JiraComponent
class JournalHealthCheck implements HealthCheck {

    /** Six runs of the job that should have come to their ends. */
    private static final Duration LATE = Duration.ofMinutes(30);

    private final ReconcileCursors cursors;
    private final EnabledProjects projects;
    private final Clock clock;

    JournalHealthCheck(ReconcileCursors cursors, EnabledProjects projects, Clock clock) {
        this.cursors = cursors;
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "journal";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        List<HealthFinding> findings = new ArrayList<>();
        if (scope.isGlobal()) {
            lag(cursors.cursor()).ifPresent(findings::add);
        }
        projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())))
                .flatMap(project -> of(project).stream()).forEach(findings::add);
        return findings;
    }

    private Optional<HealthFinding> lag(Optional<Instant> comparedAt) {
        if (comparedAt.isEmpty()) {
            return Optional.of(HealthFinding.warning("journal.never-compared"));
        }
        Duration lag = Duration.between(comparedAt.get(), clock.instant());
        return lag.compareTo(LATE) > 0 ? Optional.of(HealthFinding.error("journal.late", lag.toMinutes())) : Optional.empty();
    }

    private Optional<HealthFinding> of(Project project) {
        Progress progress = cursors.progress(project.getId()).orElse(Progress.NONE);
        if (progress.failed() > 0) {
            return Optional
                    .of(HealthFinding.error("journal.unreadable", project.getKey(), progress.failed()).repairedBy(HistoryRepair.KEY));
        }
        return progress.isComplete() ? Optional.empty()
                : Optional.of(HealthFinding.warning("journal.reading", project.getKey(), progress.done(), Math.max(0, progress.total())));
    }
}
