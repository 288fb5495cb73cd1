package org.decisiongates.metric;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.policy.RuleResult;
import org.decisiongates.timeline.GateEvent;

/** What the gates of the period said. */
final class GateStatistics {

    /** More different attempts than this, and the first-pass rate is n/a rather than wrong. */
    private static final int MOST = 50_000;

    private final Map<Attempt, GateEvent> first = new HashMap<>();
    private boolean tooMany;
    private long examined;
    private long createdThrough;
    private long creations;

    void take(GateEvent event) {
        examined++;
        if (event.issueId().isEmpty()) {
            creations++;
            createdThrough += event.verdict().letsThrough() ? 1 : 0;
            return;
        }
        Attempt attempt = new Attempt(event.issueId().getAsLong(), event.workflow(), event.actionId());
        if (first.size() < MOST || first.containsKey(attempt)) {
            first.merge(attempt, event, (one, other) -> other.at().isBefore(one.at()) ? other : one);
        } else {
            tooMany = true;
        }
    }

    /** This version can waive no gate ({@link RuleResult.Status} has no word for it), so none of what was examined was. */
    Figure bypassed() {
        return BypassRate.of(0, examined);
    }

    /** The share of transitions of issues whose first try in the period was let through; a creation is a try of its own. */
    Optional<BigDecimal> firstPassRate() {
        long passed = first.values().stream().filter(event -> event.verdict().letsThrough()).count();
        return tooMany ? Optional.empty() : Ratio.of(passed + createdThrough, first.size() + creations);
    }

    private record Attempt(long issueId, String workflow, int actionId) {
    }
}
