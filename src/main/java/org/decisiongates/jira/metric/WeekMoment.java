package org.decisiongates.jira.metric;

import java.time.ZoneId;

import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

/**
 * A week, and when it is looked at.
 *
 * @param zone the project's
 */
public record WeekMoment(Week week, ZoneId zone, EvaluationContext now) {

    /** Another week of the project as it was known at its end. */
    public WeekMoment endOf(Week other) {
        return new WeekMoment(other, zone, EvaluationContext.of(other.end(zone), zone));
    }

    /** The part of the week that is over, as it is known now. */
    public Period period() {
        return Period.of(week, zone, now.instant());
    }
}
