package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.PhaseChange;

/**
 * Replays the journal of some projects into the numbers of a period. Holds one issue's changes at a time, and otherwise only what
 * the numbers need, within fixed bounds.
 */
public final class MetricsProjection {

    /** Issues that were moved elsewhere and may have to be hidden from a reader. */
    private static final int MAX_MOVED = 10_000;

    private final Period period;
    private final Set<Long> projects;
    private final LongPredicate visible;
    private final List<Change> current = new ArrayList<>();
    private final WeekAccumulator accumulator;
    private final Set<Long> movedAway = new TreeSet<>();

    /**
     * @param projects what the numbers are about; an issue counts while it is in one of them
     * @param visible  which issues, by id, the reader may see; others are as if they were not there
     */
    public MetricsProjection(Period period, Collection<Long> projects, LongPredicate visible) {
        this.period = period;
        this.projects = Set.copyOf(projects);
        this.visible = visible;
        this.accumulator = new WeekAccumulator(period);
    }

    /** Takes the next change. All changes of an issue must come together; issues may come in any order. */
    public void take(Change change) {
        if (!current.isEmpty() && current.get(0).issueId() != change.issueId()) {
            finish();
        }
        if (change.item() == Change.Item.MOVED && change.subject().equals(Change.LEFT) && movedAway.size() <= MAX_MOVED) {
            movedAway.add(change.issueId());
        }
        if (visible.test(change.issueId()) && !change.at().isAfter(period.asOf())) {
            current.add(change);
        }
    }

    /** Takes a gate evaluated in the period, in the order of time. */
    public void take(GateEvent event) {
        if (period.has(event.at()) && event.issueId().stream().allMatch(visible)) {
            accumulator.take(event);
        }
    }

    /** The numbers from everything taken so far. */
    public Result result() {
        finish();
        return accumulator.result();
    }

    /** Ids of the issues that went to another project, even if later than the period; empty when there are over 10 000 of them. */
    public Optional<Set<Long>> movedAway() {
        return movedAway.size() > MAX_MOVED ? Optional.empty() : Optional.of(Set.copyOf(movedAway));
    }

    private void finish() {
        if (!current.isEmpty()) {
            accumulator.take(IssueTimeline.of(current, projects));
            current.clear();
        }
    }

    /**
     * The result of the projection.
     *
     * @param figures      in the order of {@link Metrics}, without those that compare with weeks before; see {@link Baseline}
     * @param impact       impact lines of what is open at the end of the period
     * @param impactBefore impact lines of what was open when it began
     * @param closures     the newest, newest first
     * @param reopenings   the newest, newest first
     * @param survivors    Blockers that were open at the close of the two latest reviews and still are, by their last change of phase
     * @param open         what is open at the end of the period, by owner's key; empty where it is not known, or too many own it
     * @param today        the day by which that is overdue: that of the end of the period, project zone
     * @param issues       how many issues were looked at
     * @param unreadable   how many values of the journal made no sense and were passed over
     */
    public record Result(List<Figure> figures, Listing<Contribution> impact, Listing<Contribution> impactBefore,
            Listing<PhaseChange> closures,
            Listing<PhaseChange> reopenings, Listing<PhaseChange> survivors, Flow decisions, Flow blockers,
            OpenTallies open, LocalDate today, long issues, long unreadable) {

        public Result {
            figures = List.copyOf(figures);
        }
    }
}
