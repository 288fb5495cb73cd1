package org.decisiongates.summary.compose;

import java.util.List;

import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.summary.OpenTally;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.SummaryHeader;

/**
 * What headlines are made of, counted. Counts of open items are exact when all of them are listed or known otherwise, else the least there is.
 *
 * @param unlisted 1 when there may be more of what is counted, else 0
 * @param least    1 when there may be more Blockers and Decisions than are counted, else 0
 * @param hidden   1 when issues of the scope are hidden from the reader, else 0
 */
record HeadlineInput(boolean enabled, boolean reckoned, long blockers, long overdueBlockers, long overdueForCustomers, long escalated,
        long nobodysBlockers,
        long decisions, long nobodysDecisions, long overdueDecisions, long worse, long better, long closures, long reopened, long unlisted,
        long least, long hidden) {

    static HeadlineInput of(SummaryInput material, Section<ImpactMovement> movement, OpenTally blockers, OpenTally decisions) {
        SummaryHeader frame = material.frame();
        boolean all = material.exact() && blockers.open() >= material.blockers().total()
                && decisions.open() >= material.decisions().total();
        return new HeadlineInput(frame.enabled(), material.reckoned().isPresent(), material.blockers().total(), blockers.overdue(),
                blockers.overdueFacing(),
                blockers.escalated(), blockers.nobodys(), material.decisions().total(), decisions.nobodys(), decisions.overdue(),
                moved(movement.rows(), -1),
                moved(movement.rows(), 1), material.closures().total(), material.reopened().total(), all ? 0 : 1, material.exact() ? 0 : 1,
                frame.partial() ? 1 : 0);
    }

    private static long moved(List<ImpactMovement> movement, int good) {
        return movement.stream().filter(one -> one.good() == good).count();
    }
}
