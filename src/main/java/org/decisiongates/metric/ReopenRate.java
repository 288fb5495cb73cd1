package org.decisiongates.metric;

import java.util.List;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.Phases;

/** M10: the share of decided Decisions that were opened again. */
final class ReopenRate implements Accumulator {

    private static final SecondaryFigure REOPENED = SecondaryFigure.count("reopened");
    static final MetricDefinition DEFINITION = new MetricDefinition("M10", "reopen-rate", Unit.SHARE, Direction.DOWN, List.of(REOPENED),
            ReopenRate::new);

    private final Period period;
    private final ContributingIssues reopened = new ContributingIssues();
    private long decided;

    ReopenRate(Period period) {
        this.period = period;
    }

    @Override
    public void take(IssueTimeline life) {
        if (life.kind() != Kind.DECISION || life.phaseBefore(period.until()).isEmpty() || !wasDecided(life)) {
            return;
        }
        decided++;
        if (life.reopenings().stream().anyMatch(step -> period.has(step.at()) && Phases.DECIDED_ON.contains(step.from()))) {
            reopened.add(life);
        }
    }

    @Override
    public long sample() {
        return decided;
    }

    @Override
    public Figure figure() {
        return DEFINITION.figure(Ratio.of(reopened.total(), decided), decided, reopened).with(REOPENED, reopened.total());
    }

    private boolean wasDecided(IssueTimeline life) {
        return Phases.DECIDED_ON.contains(life.phases().before(period.from())) && life.createdAt().isBefore(period.from())
                || period.has(life.createdAt()) && Phases.DECIDED_ON.contains(life.phases().initial())
                || life.steps().stream().filter(step -> period.has(step.at()))
                        .anyMatch(step -> Phases.DECIDED_ON.contains(step.to()) || Phases.DECIDED_ON.contains(step.from()));
    }
}
