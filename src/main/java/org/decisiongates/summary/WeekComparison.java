package org.decisiongates.summary;

import org.decisiongates.metric.Listing;

/**
 * What is different between two weeks, item by item. Nothing is said of an item that one of the weeks may not list: a week that was
 * calculated from history, or lists a part of what was open, makes nothing new and nothing closed that may not be.
 *
 * @param from      the earlier week, {@code 2026-W46}
 * @param to        the later week
 * @param blockers  of how many Blockers something changed
 * @param decisions of how many Decisions
 * @param changes   by kind, Blockers first, then by key
 */
public record WeekComparison(String from, String to, ItemDifferenceCounts blockers, ItemDifferenceCounts decisions,
        Listing<ItemDifference> changes) {

    /** The same with these of the changes. */
    WeekComparison listing(Listing<ItemDifference> some) {
        return new WeekComparison(from, to, blockers, decisions, some);
    }
}
