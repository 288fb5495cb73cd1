package org.decisiongates.metric;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;

/** Counts a {@link Flow}, and keeps who settled and reopened what. */
final class FlowCounter {

    private final Kind kind;
    private final Period period;
    private final NewestPhaseChanges closures;
    private final NewestPhaseChanges reopenings;
    private long openAtStart;
    private long opened;
    private long closed;
    private long removed;
    private long openAtEnd;

    FlowCounter(Kind kind, Period period, NewestPhaseChanges closures, NewestPhaseChanges reopenings) {
        this.kind = kind;
        this.period = period;
        this.closures = closures;
        this.reopenings = reopenings;
    }

    void take(IssueTimeline life) {
        if (life.kind() != kind) {
            return;
        }
        if (life.wasOpenIn(period)) {
            flow(life);
        }
        if (life.phaseBefore(period.until()).isPresent()) {
            life.reopenings().stream().filter(step -> period.has(step.at())).reduce((earlier, later) -> later)
                    .ifPresent(step -> reopenings.add(life, step));
        }
    }

    Flow flow() {
        return new Flow(openAtStart, opened, closed, removed, openAtEnd);
    }

    private void flow(IssueTimeline life) {
        openAtStart += life.isOpenBefore(period.from()) ? 1 : 0;
        opened += life.isOpenBefore(period.from()) ? 0 : 1;
        if (life.isOpenBefore(period.until())) {
            openAtEnd++;
        } else if (life.isSettledBefore(period.until())) {
            closed++;
            life.settledLastBefore(period.until()).ifPresent(step -> closures.add(life, step));
        } else {
            removed++;
        }
    }
}
