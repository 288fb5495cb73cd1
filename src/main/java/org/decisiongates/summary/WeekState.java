package org.decisiongates.summary;

import java.time.Instant;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;

/**
 * What was open at one moment, and what happened in the week up to it, with the ids of the issues: when a week was closed, or now.
 *
 * @param week     ISO week, {@code 2026-W46}
 * @param at       when it was read
 * @param closures what was closed in the week
 * @param reopened what was opened again in the week
 * @param impact   impact lines of what was open
 */
public record WeekState(String week, Instant at, Listing<SnapshotEntry<OpenItem>> blockers, Listing<SnapshotEntry<OpenItem>> decisions,
        Listing<SnapshotEntry<Closure>> closures, Listing<SnapshotEntry<Reopening>> reopened, Listing<Contribution> impact) {

    /** The end of a closed week. */
    public static WeekState of(ClosedWeek closed) {
        WeekSnapshot week = closed.content();
        return new WeekState(closed.week(), closed.closedAt(), week.blockers(), week.decisions(), week.closures(), week.reopened(),
                week.impact());
    }
}
