package org.decisiongates.jira.selfcheck;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.Scope;

/** Whether this Jira has every class, method and field that the app uses. What was there once is not looked up again. */
@JiraComponent
class HostHealthCheck implements HealthCheck {

    private final SelfCheck check;

    HostHealthCheck(SelfCheck check) {
        this.check = check;
    }

    @Override
    public String key() {
        return "host";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        return scope.isGlobal() ? check.run().missing().stream().map(missing -> HealthFinding.error("host.missing", missing)).toList()
                : List.of();
    }
}
