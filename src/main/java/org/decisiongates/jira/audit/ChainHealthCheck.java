package org.decisiongates.jira.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.policy.Scope;
import org.decisiongates.summary.WeekHead;

/** Whether the journal of gates is as it was sealed, as {@link VerificationJob} found it last. Reads a setting for each project. */
@JiraComponent
class ChainHealthCheck implements HealthCheck {

    private static final Duration LATE = Duration.ofDays(3);

    private final ChainVerifications verifications;
    private final EnabledProjects projects;
    private final Clock clock;

    ChainHealthCheck(ChainVerifications verifications, EnabledProjects projects, Clock clock) {
        this.verifications = verifications;
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "chains";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        return projects.enabled().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())))
                .flatMap(project -> verifications.of(project.getId()).flatMap(verified -> finding(project, verified)).stream())
                .map(finding -> finding.fixedAt("/projects/" + finding.arguments().get(0) + "?selectedItem=" + AuditFormatter.ITEM))
                .toList();
    }

    private Optional<HealthFinding> finding(Project project, ChainVerification verified) {
        if (isOfAWeek(verified.fault())) {
            return Optional.of(HealthFinding.error("chains.week", project.getKey()));
        }
        if (verified.isBroken()) {
            return Optional.of(HealthFinding.error("chains.broken", project.getKey(), verified.position()));
        }
        Instant since = verified.endedAt().orElse(verified.startedAt());
        Duration age = Duration.between(since, clock.instant());
        return age.compareTo(LATE) > 0 ? Optional.of(HealthFinding.warning("chains.unverified", project.getKey(), age.toDays()))
                : Optional.empty();
    }

    private static boolean isOfAWeek(String fault) {
        for (WeekHead.Verdict verdict : WeekHead.Verdict.values()) {
            if (verdict.name().equals(fault)) {
                return true;
            }
        }
        return false;
    }
}
