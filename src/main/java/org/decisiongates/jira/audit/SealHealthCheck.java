package org.decisiongates.jira.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.RecordedEntry;
import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.Scope;

/** Whether the journal of gates is sealed to its end. Three statements at most, and none for a project. */
@JiraComponent
class SealHealthCheck implements HealthCheck {

    /** Fifteen runs of the job, and the minutes by which clocks of nodes may differ. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final GateSeals seals;
    private final Clock clock;

    SealHealthCheck(GateSeals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "seals";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        if (!scope.isGlobal()) {
            return List.of();
        }
        List<Long> unsealed = seals.entries(seals.newestSealed(), 1);
        Optional<Duration> age = unsealed.isEmpty() ? Optional.empty()
                : seals.rows(unsealed).values().stream().map(RecordedEntry::at).min(Comparator.<Instant>naturalOrder())
                        .map(at -> Duration.between(at, clock.instant()));
        return age.filter(late -> late.compareTo(LATE) > 0).map(late -> HealthFinding.error("seals.late", late.toMinutes())).stream()
                .toList();
    }
}
