package org.decisiongates.jira.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.policy.Scope;
import org.decisiongates.task.Tasks;

/** Whether background tasks were lost with their node within a day. One statement, and none for a project: who asked sees it there. */
@JiraComponent
class TaskHealthCheck implements HealthCheck {

    private static final Duration TOLD = Duration.ofDays(1);

    private final Tasks tasks;
    private final Clock clock;

    TaskHealthCheck(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "tasks";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        if (!scope.isGlobal()) {
            return List.of();
        }
        Instant now = clock.instant();
        return tasks.lostSince(now.minus(TOLD), now).stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new,
                Collectors.counting())).entrySet().stream()
                .map(kind -> HealthFinding.warning("tasks.lost", kind.getValue(), kind.getKey())).toList();
    }
}
