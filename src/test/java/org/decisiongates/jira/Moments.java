package org.decisiongates.jira;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;

import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.sal.api.timezone.TimeZoneManager;

import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;

/** Moments as a Jira writes them whose settings nobody has changed, for readers of English. */
public final class Moments {

    private static final DateTimeFormatter PICKER = DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH);

    private Moments() {
    }

    /** Days without a time. */
    public static DayFormatter days() {
        DateFieldFormat picker = mock(DateFieldFormat.class);
        when(picker.formatDatePicker(any())).thenAnswer(call -> PICKER.format(call.<java.sql.Date>getArgument(0).toLocalDate()));
        return new DayFormatter(picker);
    }

    public static MomentFormatter in(ZoneId zone) {
        TimeZoneManager zones = mock(TimeZoneManager.class);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone(zone));
        return new MomentFormatter(days(), new ProjectTime(zones, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                Texts.english());
    }
}
