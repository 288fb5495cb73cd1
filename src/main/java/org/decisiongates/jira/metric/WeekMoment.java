package org.decisiongates.jira.metric;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

/**
 * A week, and when it is looked at.
 *
 * @param now in the zone of {@link org.decisiongates.jira.platform.time.ProjectTime}
 */
public record WeekMoment(Week week, ZonedDateTime now) {

    /** A week as it was known at its end. */
    public static WeekMoment endOf(Week week, ZoneId zone) {
        return new WeekMoment(week, week.end(zone).atZone(zone));
    }

    /** The zone of {@link org.decisiongates.jira.platform.time.ProjectTime}, Jira's default zone. */
    public ZoneId zone() {
        return now.getZone();
    }

    /** The part of the week that is over, as it is known now. */
    public Period period() {
        return Period.of(week, zone(), now.toInstant());
    }
}
