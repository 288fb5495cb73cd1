package org.decisiongates.summary.compose;

import java.util.List;
import java.util.function.Predicate;

import org.decisiongates.summary.Frame;
import org.decisiongates.summary.Movement;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Section;

/**
 * What headlines are made of, counted. Counts of open items are exact when all of them are listed, else the least there is.
 *
 * @param unlisted 1 when not every open item is listed, else 0
 * @param hidden   1 when issues of the scope are hidden from the reader, else 0
 */
record Facts(boolean enabled, boolean reckoned, long blockers, long overdueBlockers, long overdueForCustomers, long escalated, long nobodysBlockers,
             long decisions, long nobodysDecisions, long overdueDecisions, long worse, long better, long closures, long reopened, long unlisted,
             long hidden) {

    static Facts of(Material material, Section<Movement> movement) {
        Section<OpenItem> blockers = material.blockers();
        Section<OpenItem> decisions = material.decisions();
        Frame frame = material.frame();
        return new Facts(frame.enabled(), material.reckoned().isPresent(), blockers.total(), count(blockers, OpenItem::overdue),
                count(blockers, item -> item.overdue() && item.customerFacing()), count(blockers, OpenItem::escalated),
                count(blockers, item -> !Orders.isOwned(item)), decisions.total(), count(decisions, item -> !Orders.isOwned(item)),
                count(decisions, OpenItem::overdue), moved(movement.rows(), -1), moved(movement.rows(), 1), material.closures().total(),
                material.reopened().total(), isListed(blockers) && isListed(decisions) ? 0 : 1, frame.partial() ? 1 : 0);
    }

    private static boolean isListed(Section<OpenItem> items) {
        return items.rows().size() >= items.total();
    }

    private static long count(Section<OpenItem> items, Predicate<OpenItem> claim) {
        return items.rows().stream().filter(claim).count();
    }

    private static long moved(List<Movement> movement, int good) {
        return movement.stream().filter(one -> one.good() == good).count();
    }
}
