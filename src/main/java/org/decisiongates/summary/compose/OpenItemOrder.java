package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.util.Comparator;

import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.WaivedRuleItem;

/** Which of two open items, or owners of them, comes first on the page. Total orders: the same rows always come in the same order. */
final class OpenItemOrder {

    /** {@code SHOP-9} before {@code SHOP-10}. */
    static final Comparator<String> KEYS = Comparator.comparing(OpenItemOrder::project).thenComparing(OpenItemOrder::number)
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<OpenItem> BY_DUE_DATE = Comparator.comparing(item -> item.due().orElse(LocalDate.MAX));
    private static final Comparator<OpenItem> OLDEST_FIRST = Comparator.comparing(OpenItem::ageDays).reversed();

    /** The most urgent first: the more of escalated, customer-facing and overdue, the earlier. */
    static final Comparator<OpenItem> BLOCKERS = Comparator.comparing(OpenItemOrder::alarms).reversed()
            .thenComparing(item -> !item.escalated()).thenComparing(item -> !item.customerFacing()).thenComparing(OpenItemOrder::isOwned)
            .thenComparing(BY_DUE_DATE).thenComparing(OLDEST_FIRST).thenComparing(OpenItem::key, KEYS);

    /** Items without an owner first, then those whose owner has left, then by due date. */
    static final Comparator<OpenItem> DECISIONS = Comparator.<OpenItem, Boolean>comparing(item -> item.owner().isPresent())
            .thenComparing(OpenItem::ownerActive)
            .thenComparing(BY_DUE_DATE).thenComparing(OLDEST_FIRST).thenComparing(OpenItem::key, KEYS);

    /** The load without an owner first, then by the next due date. */
    static final Comparator<OwnerLoad> OWNERS = Comparator.<OwnerLoad, Boolean>comparing(load -> load.owner().isPresent())
            .thenComparing(load -> load.nextDue().orElse(LocalDate.MAX)).thenComparing(Comparator.comparing(OwnerLoad::open).reversed())
            .thenComparing(load -> load.owner().orElse("")).thenComparing(OwnerLoad::active);

    /** What has been owed longest first. */
    static final Comparator<OwedRuleItem> OWED = Comparator.comparing(OwedRuleItem::since).thenComparing(OwedRuleItem::key, KEYS)
            .thenComparing(OwedRuleItem::rule);
    /** What somebody has to decide on first, then what ends first. */
    static final Comparator<WaivedRuleItem> WAIVED = Comparator.<WaivedRuleItem, Boolean>comparing(item -> !item.isAsked())
            .thenComparing(WaivedRuleItem::lastDay).thenComparing(WaivedRuleItem::key, KEYS).thenComparing(WaivedRuleItem::rule);

    private OpenItemOrder() {
    }

    /** Whether it has an owner with an active account. */
    static boolean isOwned(OpenItem item) {
        return item.owner().isPresent() && item.ownerActive();
    }

    private static int alarms(OpenItem item) {
        return (item.escalated() ? 1 : 0) + (item.customerFacing() ? 1 : 0) + (item.overdue() ? 1 : 0);
    }

    private static String project(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('-')));
    }

    private static long number(String key) {
        String digits = key.substring(key.lastIndexOf('-') + 1);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : Long.MAX_VALUE;
    }
}
