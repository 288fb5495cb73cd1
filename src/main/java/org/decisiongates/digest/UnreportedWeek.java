package org.decisiongates.digest;

import java.time.LocalDate;

import org.decisiongates.time.Week;

/**
 * A week that a reader was told nothing of, or only its beginning.
 *
 * @param from the first day of it that is news; what happened on that day may have been told
 */
public record UnreportedWeek(Week week, LocalDate from) {
}
