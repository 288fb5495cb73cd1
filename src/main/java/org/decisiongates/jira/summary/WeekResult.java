package org.decisiongates.jira.summary;

import org.decisiongates.summary.WeeklySummary;

/** The outcome of reading a week. */
public sealed interface WeekResult {

    /** The week as the reader may see it. */
    record Found(WeeklySummary summary) implements WeekResult {
    }

    /** There is no record of the week, and it ended too long ago to be computed. */
    record NotKept() implements WeekResult {
    }

    /** The record of the week was changed since the week was closed. */
    record Altered() implements WeekResult {
    }
}
