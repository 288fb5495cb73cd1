package org.decisiongates.summary.compose;

import java.util.List;

import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.summary.SummaryHeader;

/**
 * What headlines are made of, counted. Counts of open items are exact when all of them are listed or known otherwise, else the least
 * there is.
 *
 * @param owed     rules that are owed
 * @param unlisted 1 when there may be more of what is counted, else 0
 * @param least    1 when there may be more Blockers and Decisions than are counted, else 0
 * @param hidden   1 when issues of the scope are hidden from the reader, else 0
 */
record HeadlineInput(boolean enabled, boolean computed, long blockers, long overdueBlockers, long overdueForCustomers, long escalated,
        long nobodysBlockers,
        long decisions, long nobodysDecisions, long overdueDecisions, long worse, long better, long closures, long reopened, long owed,
        long unlisted,
        long least, long hidden) {

    static HeadlineInput of(SummaryInput input, Listing<ImpactMovement> movement, OpenTally blockers, OpenTally decisions) {
        SummaryHeader header = input.header();
        boolean all = input.exact() && blockers.open() >= input.blockers().total()
                && decisions.open() >= input.decisions().total();
        return new HeadlineInput(header.enabled(), input.metrics().isPresent(), input.blockers().total(), blockers.overdue(),
                blockers.overdueFacing(),
                blockers.escalated(), blockers.nobodys(), input.decisions().total(), decisions.nobodys(), decisions.overdue(),
                moved(movement.rows(), -1),
                moved(movement.rows(), 1), input.closures().total(), input.reopened().total(),
                input.owed().map(both -> both.debt().total()).orElse(0L), all ? 0 : 1, input.exact() ? 0 : 1,
                header.partial() ? 1 : 0);
    }

    private static long moved(List<ImpactMovement> movement, int good) {
        return movement.stream().filter(one -> one.good() == good).count();
    }
}
