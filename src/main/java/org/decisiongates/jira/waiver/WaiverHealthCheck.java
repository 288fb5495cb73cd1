package org.decisiongates.jira.waiver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.Scope;
import org.decisiongates.waiver.OverlongWaivers;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.Waivers;

/**
 * Whether active waivers last longer than their policy allows now; says how many and names no issue, which not everybody may see. One
 * statement for a project, and for all of Jira one while no waiver is active; then three for every 200 of the first 1 000 issues.
 */
@JiraComponent
class WaiverHealthCheck implements HealthCheck {

    static final int MAX_ISSUES = 1_000;

    private static final int AT_ONCE = 200;

    private final Waivers waivers;
    private final Policies policies;
    private final ProjectTime time;
    private final Clock clock;

    WaiverHealthCheck(Waivers waivers, Policies policies, ProjectTime time, Clock clock) {
        this.waivers = waivers;
        this.policies = policies;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "waivers";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Instant now = clock.instant();
        return new OverlongWaivers(policies.inForce(), time.zone()).of(scope.isGlobal() ? ofAll(now) : of(scope, now), now).stream()
                .collect(Collectors.groupingBy(Function.identity(), () -> new TreeMap<>(Comparator.comparing(Policy::name)
                        .thenComparing(policy -> policy.version().journalKey())), Collectors.counting()))
                .entrySet().stream().map(found -> HealthFinding.warning("waivers.too-long", found.getValue(), found.getKey().name(),
                        found.getKey().waivers().longestDays()))
                .toList();
    }

    private List<Waiver> ofAll(Instant now) {
        List<Long> issues = List.copyOf(waivers.issuesWithActive(now, MAX_ISSUES));
        List<Waiver> found = new ArrayList<>();
        for (int start = 0; start < issues.size(); start += AT_ONCE) {
            waivers.ofIssues(issues.subList(start, Math.min(issues.size(), start + AT_ONCE))).values().forEach(found::addAll);
        }
        return found;
    }

    private List<Waiver> of(Scope scope, Instant now) {
        return waivers.around(List.of(), OptionalLong.of(scope.project().getAsLong()), now).stream()
                .flatMap(ofIssues -> ofIssues.values().stream()).flatMap(List::stream).toList();
    }
}
