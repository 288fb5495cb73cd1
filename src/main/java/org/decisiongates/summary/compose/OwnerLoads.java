package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenTally;
import org.decisiongates.summary.OwnerLoad;

/** What each owner has to decide. */
final class OwnerLoads {

    private static final int MAX_KEYS = 5;
    private static final Comparator<OwnerLoad> ORDER = Comparator.<OwnerLoad, Boolean>comparing(load -> load.owner().isPresent())
            .thenComparing(load -> load.nextDue().orElse(LocalDate.MAX)).thenComparing(Comparator.comparing(OwnerLoad::open).reversed())
            .thenComparing(load -> load.owner().orElse("")).thenComparing(OwnerLoad::active);

    private OwnerLoads() {
    }

    /**
     * Nobody first, then by the next due date.
     *
     * @param decisions what is open, counted
     * @param listed    those of them that can be named
     */
    static List<OwnerLoad> of(OpenTally decisions, List<OpenItem> listed) {
        return decisions.owners().stream().map(held -> load(held, listed)).sorted(ORDER).toList();
    }

    private static OwnerLoad load(OpenTally.Held held, List<OpenItem> listed) {
        return new OwnerLoad(held.owner(), held.active(), held.open(), held.overdue(), held.nextDue(),
                listed.stream().filter(item -> item.owner().equals(held.owner()) && item.ownerActive() == held.active())
                        .sorted(OpenItemOrder.DECISIONS)
                        .limit(MAX_KEYS).map(OpenItem::key).toList());
    }
}
