package org.decisiongates.summary.compose;

import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeekSnapshot;

/**
 * What a week's summary is made of, as one reader may see it.
 *
 * @param blockers  open Blockers in any order
 * @param decisions open Decisions in any order
 * @param closures  what was closed in the week, newest first
 * @param reopened  what was opened again in the week, newest first
 * @param open      what is known of all that is open, where not all is listed
 * @param exact     whether totals of what is open are exact; else there may be more
 * @param owed      what is owed and waived; empty where it is not known
 * @param metrics   what follows from the journal; empty while it is not known
 */
public record SummaryInput(SummaryScope scope, SummaryHeader header, Listing<OpenItem> blockers, Listing<OpenItem> decisions,
        Listing<Closure> closures,
        Listing<Reopening> reopened, GateTally gates, Optional<WeekMetricsComparison> metrics, OpenTallies open, boolean exact,
        Optional<DebtAndWaivers> owed) {

    /**
     * The summary of a closed week.
     *
     * @param past the week, then the closed weeks before it, newest first; all trimmed, or none
     */
    public static SummaryInput closed(SummaryScope scope, SummaryHeader header, List<WeekSnapshot> past) {
        WeekSnapshot week = past.get(0);
        List<WeekSnapshot> before = past.subList(1, past.size());
        return new SummaryInput(scope, header, ExpectedImpact.beside(week.blockers(), week.impact()),
                ExpectedImpact.beside(week.decisions(), week.impact()),
                week.closures().map(SnapshotEntry::row),
                week.reopened().map(SnapshotEntry::row), week.gates(),
                Optional.of(new WeekMetricsComparison(week.figures(), before.stream().map(WeekSnapshot::figures).toList(),
                        week.impact(), before.stream().findFirst().map(WeekSnapshot::impact))),
                week.open(), true, week.owed());
    }
}
