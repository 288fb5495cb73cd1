package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.gate.Verdict;
import org.decisiongates.journal.GateEvent;
import org.decisiongates.summary.GateTally;

/** Counts what gates said. */
final class GateCount {

    private final long[] verdicts = new long[Verdict.Status.values().length];
    private final Map<String, Long> rules = new TreeMap<>();

    void take(GateEvent event) {
        verdicts[event.verdict().ordinal()]++;
        event.failedRules().forEach(rule -> rules.merge(rule, 1L, Long::sum));
    }

    GateTally tally() {
        List<GateTally.RuleCount> counts = new ArrayList<>();
        rules.forEach((rule, count) -> counts.add(new GateTally.RuleCount(rule, count)));
        counts.sort(Comparator.comparingLong(GateTally.RuleCount::count).reversed());
        long passed = of(Verdict.Status.PASSED) + of(Verdict.Status.NOT_APPLICABLE);
        long refused = of(Verdict.Status.BLOCKED);
        long failed = of(Verdict.Status.FAILED_TO_RUN);
        return new GateTally(passed + refused + failed, passed, refused, failed, 0, counts);
    }

    private long of(Verdict.Status status) {
        return verdicts[status.ordinal()];
    }
}
