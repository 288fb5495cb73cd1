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
    public void take(IssueTimeline issue) {
        if (issue.kind() != Kind.DECISION || issue.phaseBefore(period.until()).isEmpty() || !wasDecided(issue)) {
            return;
        }
        decided++;
        if (issue.reopenings().stream().anyMatch(step -> period.has(step.at()) && Phases.DECIDED_ON.contains(step.from()))) {
            reopened.add(issue);
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

    private boolean wasDecided(IssueTimeline issue) {
        return Phases.DECIDED_ON.contains(issue.phases().before(period.from())) && issue.createdAt().isBefore(period.from())
                || period.has(issue.createdAt()) && Phases.DECIDED_ON.contains(issue.phases().initial())
                || issue.steps().stream().filter(step -> period.has(step.at()))
                        .anyMatch(step -> Phases.DECIDED_ON.contains(step.to()) || Phases.DECIDED_ON.contains(step.from()));
    }
}
