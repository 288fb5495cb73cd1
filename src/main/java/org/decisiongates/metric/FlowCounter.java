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

    void take(IssueTimeline issue) {
        if (issue.kind() != kind) {
            return;
        }
        if (issue.wasOpenIn(period)) {
            flow(issue);
        }
        if (issue.phaseBefore(period.until()).isPresent()) {
            issue.reopenings().stream().filter(step -> period.has(step.at())).reduce((earlier, later) -> later)
                    .ifPresent(step -> reopenings.add(issue, step));
        }
    }

    Flow flow() {
        return new Flow(openAtStart, opened, closed, removed, openAtEnd);
    }

    private void flow(IssueTimeline issue) {
        openAtStart += issue.isOpenBefore(period.from()) ? 1 : 0;
        opened += issue.isOpenBefore(period.from()) ? 0 : 1;
        if (issue.isOpenBefore(period.until())) {
            openAtEnd++;
        } else if (issue.isSettledBefore(period.until())) {
            closed++;
            issue.settledLastBefore(period.until()).ifPresent(step -> closures.add(issue, step));
        } else {
            removed++;
        }
    }
}
