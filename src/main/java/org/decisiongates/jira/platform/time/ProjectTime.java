package org.decisiongates.jira.platform.time;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.timezone.TimeZoneManager;

/** What time it is, and the calendar that projects go by: Jira's default zone, as Jira's projects have none of their own. */
@JiraComponent
public class ProjectTime {

    private final TimeZoneManager zones;
    private final Clock clock;

    public ProjectTime(TimeZoneManager zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** The zone that dates and weeks are meant in. */
    public ZoneId zone() {
        return zones.getDefaultTimeZone().toZoneId();
    }

    /** This moment, to the millisecond, in that zone. */
    public ZonedDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(zone());
    }
}
