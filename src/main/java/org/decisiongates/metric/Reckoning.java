package org.decisiongates.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

import org.decisiongates.journal.Change;
import org.decisiongates.journal.GateEvent;

/**
 * Folds the journal of some projects into the numbers of a period. Keeps one issue's changes at a time, and of what it has seen only what
 * the numbers need, within fixed bounds.
 */
public final class Reckoning {

    private final Period period;
    private final Set<Long> projects;
    private final LongPredicate visible;
    private final List<Change> current = new ArrayList<>();
    private final Accumulators accumulators;

    /**
     * @param projects what the numbers are about; an issue counts while it is in one of them
     * @param visible  which issues, by id, the reader may see; others are as if they were not there
     */
    public Reckoning(Period period, Collection<Long> projects, LongPredicate visible) {
        this.period = period;
        this.projects = Set.copyOf(projects);
        this.visible = visible;
        this.accumulators = new Accumulators(period);
    }

    /** Takes the next change. All changes of an issue must come together; issues may come in any order. */
    public void take(Change change) {
        if (!current.isEmpty() && current.get(0).issueId() != change.issueId()) {
            finish();
        }
        if (visible.test(change.issueId()) && !change.at().isAfter(period.asOf())) {
            current.add(change);
        }
    }

    /** Takes a gate examined in the period, in the order of time. */
    public void take(GateEvent event) {
        if (period.has(event.at()) && event.issueId().stream().allMatch(visible)) {
            accumulators.take(event);
        }
    }

    /** The numbers of all that was taken. */
    public Result result() {
        finish();
        return accumulators.result();
    }

    private void finish() {
        if (!current.isEmpty()) {
            accumulators.take(Life.of(current, projects));
            current.clear();
        }
    }

    /**
     * What came of it.
     *
     * @param figures      in the order of {@link Metric}, without those that compare with weeks before; see {@link Trailing}
     * @param impact       impact lines of what is open at the end of the period
     * @param impactBefore impact lines of what was open when it began
     * @param closures     the newest, newest first
     * @param reopenings   the newest, newest first
     * @param survivors    Blockers that were open at the close of the two latest reviews and still are, by their last change of phase
     * @param issues       how many issues were looked at
     * @param unreadable   how many values of the journal made no sense and were passed over
     */
    public record Result(List<Figure> figures, Listing<Contribution> impact, Listing<Contribution> impactBefore, Listing<Turn> closures,
                         Listing<Turn> reopenings, Listing<Turn> survivors, Flow decisions, Flow blockers, long issues, long unreadable) {

        public Result {
            figures = List.copyOf(figures);
        }
    }
}
