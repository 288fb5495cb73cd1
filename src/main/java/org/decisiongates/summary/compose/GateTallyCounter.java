package org.decisiongates.summary.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.summary.GateTally;
import org.decisiongates.timeline.GateEvent;

/**
 * Counts what gates said. A gate that does not apply, or does not enforce, counts as passed; a verdict that is not known as refused. What
 * an import created counts for nothing.
 */
public final class GateTallyCounter {

    private final Map<String, Long> rules = new TreeMap<>();
    private long evaluated;
    private long passed;
    private long refused;
    private long failed;
    private long waived;

    /** What these gates said. */
    public static GateTally of(List<GateEvent> events) {
        GateTallyCounter counter = new GateTallyCounter();
        events.forEach(counter::take);
        return counter.tally();
    }

    /** Counts a gate; those of other weeks and of hidden issues are for the caller to leave out. */
    public void take(GateEvent event) {
        if (event.isOfImport()) {
            return;
        }
        evaluated++;
        switch (event.outcome()) {
            case ERROR -> failed++;
            case REFUSED -> refused++;
            case WAIVED -> waived++;
            case ADVISED, EVALUATED, PASSED -> passed++;
        }
        event.refusingRules().forEach(rule -> rules.merge(rule, 1L, Long::sum));
    }

    public GateTally tally() {
        return new GateTally(evaluated, passed, refused, failed, waived, mostOftenFirst(rules));
    }

    private static List<GateTally.RuleCount> mostOftenFirst(Map<String, Long> rules) {
        return rules.entrySet().stream().map(rule -> new GateTally.RuleCount(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparing(GateTally.RuleCount::count).reversed()).toList();
    }
}
