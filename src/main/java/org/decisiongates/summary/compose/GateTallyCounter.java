package org.decisiongates.summary.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.policy.RuleResult;
import org.decisiongates.summary.GateTally;
import org.decisiongates.timeline.GateEvent;

/** Counts what gates said. A gate that does not apply, or does not enforce, counts as passed; a verdict that is not known as refused. */
public final class GateTallyCounter {

    private GateTallyCounter() {
    }

    /** What these gates said; events of other weeks and hidden issues are for the caller to leave out. */
    public static GateTally of(Iterable<GateEvent> events) {
        long examined = 0;
        long passed = 0;
        long refused = 0;
        long failed = 0;
        long waived = 0;
        Map<String, Long> rules = new TreeMap<>();
        for (GateEvent event : events) {
            examined++;
            Optional<RuleResult.Status> status = event.status();
            if (event.letsThrough()) {
                boolean isWaived = status.filter(RuleResult.Status.WAIVED::equals).isPresent();
                waived += isWaived ? 1 : 0;
                passed += isWaived ? 0 : 1;
                continue;
            }
            boolean isError = status.filter(RuleResult.Status.ERROR::equals).isPresent();
            failed += isError ? 1 : 0;
            refused += isError ? 0 : 1;
            event.failedRules().forEach(rule -> rules.merge(rule, 1L, Long::sum));
        }
        return new GateTally(examined, passed, refused, failed, waived, mostOftenFirst(rules));
    }

    private static List<GateTally.RuleCount> mostOftenFirst(Map<String, Long> rules) {
        return rules.entrySet().stream().map(rule -> new GateTally.RuleCount(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparing(GateTally.RuleCount::count).reversed()).toList();
    }
}
