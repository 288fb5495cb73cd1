package org.decisiongates.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When an examination takes place: the instant, and the calendar day it falls on in the item's project zone. Rules get it as data
 * and ask no clock.
 */
public record EvaluationContext(Instant instant, LocalDate today) {

    /** The moment as a calendar in {@code zone} shows it. */
    public static EvaluationContext of(Instant instant, ZoneId zone) {
        return new EvaluationContext(instant, LocalDate.ofInstant(instant, zone));
    }
}
