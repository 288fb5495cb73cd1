package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.Scope;

/** Whether everything that set-up makes was made, and is still there. */
@JiraComponent
class SetupHealthCheck implements HealthCheck {

    private static final String PAGE = "/plugins/servlet/decision-gates/admin";

    private final Setup setUp;

    SetupHealthCheck(Setup setUp) {
        this.setUp = setUp;
    }

    @Override
    public String key() {
        return "set-up";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        if (!scope.isGlobal()) {
            return List.of();
        }
        return Stream.concat(
                setUp.missing().stream()
                        .map(thing -> HealthFinding.error("set-up.not-made", thing).fixedAt(PAGE).repairedBy(SetupRepair.KEY)),
                setUp.removed().stream().map(thing -> HealthFinding.error("set-up.removed", thing))).toList();
    }
}
