package org.decisiongates.metric;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.timeline.GateEvent;

/** M14: the share of gates that were waived. */
final class BypassRate implements Accumulator {

    /** The share of transitions of issues whose first try in the period was let through; a creation is a try of its own. */
    static final SecondaryFigure FIRST_PASS_RATE = SecondaryFigure.of("first-pass-rate", Unit.SHARE);
    private static final SecondaryFigure WAIVED = SecondaryFigure.count("waived");
    static final MetricDefinition DEFINITION = new MetricDefinition("M14", "bypass-rate", Unit.SHARE, Direction.DOWN,
            List.of(WAIVED, FIRST_PASS_RATE), period -> new BypassRate());

    /** Above this many different attempts the first-pass rate is n/a rather than wrong. */
    private static final int MAX_ATTEMPTS = 50_000;

    private final Map<Attempt, Outcome> first = new HashMap<>();
    private boolean tooMany;
    private long evaluated;
    private long waived;
    private long createdThrough;
    private long creations;

    @Override
    public void take(GateEvent event) {
        if (event.isOfImport()) {
            return;
        }
        evaluated++;
        waived += event.outcome() == GateEvent.Outcome.WAIVED ? 1 : 0;
        if (event.issueId().isEmpty()) {
            creations++;
            createdThrough += event.letsThrough() ? 1 : 0;
            return;
        }
        Attempt attempt = new Attempt(event.issueId().getAsLong(), event.workflow(), event.actionId());
        if (first.size() < MAX_ATTEMPTS || first.containsKey(attempt)) {
            first.merge(attempt, new Outcome(event.at(), event.letsThrough()), (one, other) -> other.at().isBefore(one.at()) ? other : one);
        } else {
            tooMany = true;
        }
    }

    @Override
    public long sample() {
        return evaluated;
    }

    @Override
    public Figure figure() {
        long passed = first.values().stream().filter(Outcome::letsThrough).count();
        return of(waived, evaluated).with(FIRST_PASS_RATE,
                tooMany ? Optional.empty() : Ratio.of(passed + createdThrough, first.size() + creations));
    }

    static Figure of(long waived, long evaluated) {
        return DEFINITION.figure(Ratio.of(waived, evaluated), evaluated, new ContributingIssues()).with(WAIVED, waived);
    }

    private record Attempt(long issueId, String workflow, int actionId) {
    }

    /** The parts of an event that count; the rest, above all the rule results, need not stay in memory. */
    private record Outcome(Instant at, boolean letsThrough) {
    }
}
