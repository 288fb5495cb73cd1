package org.decisiongates.jira.issuetype;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.timezone.TimeZoneManager;

import org.decisiongates.gate.Moment;

/** The clock and the calendar that projects go by: Jira's default zone, as Jira's projects have none of their own. */
@JiraComponent
public class ProjectTime {

    private final TimeZoneManager zones;

    ProjectTime(TimeZoneManager zones) {
        this.zones = zones;
    }

    /** The zone that dates and weeks are meant in. */
    public ZoneId zone() {
        return zones.getDefaultTimeZone().toZoneId();
    }

    /** This moment, to the millisecond. */
    public Moment now() {
        return Moment.of(Instant.now().truncatedTo(ChronoUnit.MILLIS), zone());
    }
}
