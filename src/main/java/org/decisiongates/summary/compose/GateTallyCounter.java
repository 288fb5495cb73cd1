package org.decisiongates.summary.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.policy.RuleResult;
import org.decisiongates.summary.GateTally;
import org.decisiongates.timeline.GateEvent;

/** Counts what gates said. A gate that does not apply counts as passed; no gate can be waived in this version. */
public final class GateTallyCounter {

    private GateTallyCounter() {
    }

    /** What these gates said; events of other weeks and hidden issues are for the caller to leave out. */
    public static GateTally of(Iterable<GateEvent> events) {
        long passed = 0;
        long refused = 0;
        long failed = 0;
        Map<String, Long> rules = new TreeMap<>();
        for (GateEvent event : events) {
            passed += event.verdict().letsThrough() ? 1 : 0;
            refused += event.verdict() == RuleResult.Status.FAILED ? 1 : 0;
            failed += event.verdict() == RuleResult.Status.ERROR ? 1 : 0;
            event.failedRules().forEach(rule -> rules.merge(rule, 1L, Long::sum));
        }
        return new GateTally(passed + refused + failed, passed, refused, failed, 0, mostOftenFirst(rules));
    }

    private static List<GateTally.RuleCount> mostOftenFirst(Map<String, Long> rules) {
        return rules.entrySet().stream().map(rule -> new GateTally.RuleCount(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparing(GateTally.RuleCount::count).reversed()).toList();
    }
}
