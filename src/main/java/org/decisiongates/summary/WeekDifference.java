package org.decisiongates.summary;

/**
 * What is different since the week directly before, in numbers. There is none where that week is not closed, or does not list all that
 * was open: then nobody knows what is new.
 *
 * @param since the week before, {@code 2026-W46}
 */
public record WeekDifference(String since, ItemDifferenceCounts blockers, ItemDifferenceCounts decisions) {
}
