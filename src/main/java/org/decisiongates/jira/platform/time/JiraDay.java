package org.decisiongates.jira.platform.time;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Date;

/** A day as Jira stores it: as midnight in the zone of its own process. */
public final class JiraDay {

    private JiraDay() {
    }

    public static LocalDate of(Date midnight) {
        return new Timestamp(midnight.getTime()).toLocalDateTime().toLocalDate();
    }
}
