package org.decisiongates.jira.health;

import java.time.Clock;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthReport;
import org.decisiongates.health.HealthService;
import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.policy.Scope;

/** Has every check of the app look, in the language of whoever asks. */
@JiraComponent
class HealthReader {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReader.class);

    private final HealthService health;
    private final Clock clock;

    HealthReader(List<HealthCheck> checks, Clock clock, ErrorCounts errors) {
        this.health = new HealthService(checks, (check, thrown) -> {
            LOG.error("the health check {} failed", check, thrown);
            errors.add("health-check", thrown);
        });
        this.clock = clock;
    }

    HealthReport report(Scope scope) {
        return health.report(scope, clock.instant());
    }
}
