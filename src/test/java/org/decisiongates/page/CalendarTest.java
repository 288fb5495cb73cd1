package org.decisiongates.page;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.After;
import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

/**
 * Which day and which week it is, wherever the project, the server and the reader are. The table was reckoned by another calendar,
 * Python's.
 */
public class CalendarTest {

    /**
     * What is odd about it, moment, zone of the project; and there: week, day, time, day in English, Monday, first moment of the week,
     * its hours.
     */
    private static final List<String[]> MOMENTS = List.of(new String[][] {
            {"a Monday", "2026-11-16T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-16", "09:30", "Nov 16, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Tuesday", "2026-11-17T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-17", "09:30", "Nov 17, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Wednesday", "2026-11-18T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-18", "09:30", "Nov 18, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Thursday", "2026-11-19T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-19", "09:30", "Nov 19, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Friday", "2026-11-20T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-20", "09:30", "Nov 20, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Saturday", "2026-11-21T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-21", "09:30", "Nov 21, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"a Sunday", "2026-11-22T08:30:00Z", "Europe/Berlin", "2026-W47", "2026-11-22", "09:30", "Nov 22, 2026", "2026-11-16",
                    "2026-11-15T23:00:00Z", "168"},
            {"first minute of a Monday", "2026-11-15T23:00:00Z", "Europe/Berlin", "2026-W47", "2026-11-16", "00:00", "Nov 16, 2026",
                    "2026-11-16", "2026-11-15T23:00:00Z", "168"},
            {"last minute of a Sunday", "2026-11-22T22:59:00Z", "Europe/Berlin", "2026-W47", "2026-11-22", "23:59", "Nov 22, 2026",
                    "2026-11-16", "2026-11-15T23:00:00Z", "168"},
            {"week 52", "2026-12-21T11:00:00Z", "Europe/Berlin", "2026-W52", "2026-12-21", "12:00", "Dec 21, 2026", "2026-12-21",
                    "2026-12-20T23:00:00Z", "168"},
            {"week 53 begins", "2026-12-27T23:00:00Z", "Europe/Berlin", "2026-W53", "2026-12-28", "00:00", "Dec 28, 2026", "2026-12-28",
                    "2026-12-27T23:00:00Z", "168"},
            {"last minutes of a year", "2026-12-31T22:50:00Z", "Europe/Berlin", "2026-W53", "2026-12-31", "23:50", "Dec 31, 2026",
                    "2026-12-28", "2026-12-27T23:00:00Z", "168"},
            {"a year begins on a Friday", "2026-12-31T23:00:00Z", "Europe/Berlin", "2026-W53", "2027-01-01", "00:00", "Jan 1, 2027",
                    "2026-12-28", "2026-12-27T23:00:00Z", "168"},
            {"week 53 ends", "2027-01-03T22:59:00Z", "Europe/Berlin", "2026-W53", "2027-01-03", "23:59", "Jan 3, 2027", "2026-12-28",
                    "2026-12-27T23:00:00Z", "168"},
            {"week 1 begins", "2027-01-03T23:00:00Z", "Europe/Berlin", "2027-W01", "2027-01-04", "00:00", "Jan 4, 2027", "2027-01-04",
                    "2027-01-03T23:00:00Z", "168"},
            {"week 1 begins in the year before", "2024-12-30T07:00:00Z", "Europe/Berlin", "2025-W01", "2024-12-30", "08:00", "Dec 30, 2024",
                    "2024-12-30", "2024-12-29T23:00:00Z", "168"},
            {"another week 53", "2020-12-31T11:00:00Z", "Europe/Berlin", "2020-W53", "2020-12-31", "12:00", "Dec 31, 2020", "2020-12-28",
                    "2020-12-27T23:00:00Z", "168"},
            {"week 52 on the last day", "2021-12-31T11:00:00Z", "Europe/Berlin", "2021-W52", "2021-12-31", "12:00", "Dec 31, 2021",
                    "2021-12-27", "2021-12-26T23:00:00Z", "168"},
            {"week 52 on the first day", "2023-01-01T11:00:00Z", "Europe/Berlin", "2022-W52", "2023-01-01", "12:00", "Jan 1, 2023",
                    "2022-12-26", "2022-12-25T23:00:00Z", "168"},
            {"before Europe loses an hour", "2027-03-28T00:59:00Z", "Europe/Berlin", "2027-W12", "2027-03-28", "01:59", "Mar 28, 2027",
                    "2027-03-22", "2027-03-21T23:00:00Z", "167"},
            {"after Europe has lost an hour", "2027-03-28T01:00:00Z", "Europe/Berlin", "2027-W12", "2027-03-28", "03:00", "Mar 28, 2027",
                    "2027-03-22", "2027-03-21T23:00:00Z", "167"},
            {"the hour that Europe has twice, first", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-W43", "2026-10-25", "02:30",
                    "Oct 25, 2026", "2026-10-19", "2026-10-18T22:00:00Z", "169"},
            {"the hour that Europe has twice, again", "2026-10-25T01:30:00Z", "Europe/Berlin", "2026-W43", "2026-10-25", "02:30",
                    "Oct 25, 2026", "2026-10-19", "2026-10-18T22:00:00Z", "169"},
            {"the Monday after", "2026-10-25T23:00:00Z", "Europe/Berlin", "2026-W44", "2026-10-26", "00:00", "Oct 26, 2026", "2026-10-26",
                    "2026-10-25T23:00:00Z", "168"},
            {"before New York loses an hour", "2027-03-14T06:59:00Z", "America/New_York", "2027-W10", "2027-03-14", "01:59", "Mar 14, 2027",
                    "2027-03-08", "2027-03-08T05:00:00Z", "167"},
            {"after New York has lost an hour", "2027-03-14T07:00:00Z", "America/New_York", "2027-W10", "2027-03-14", "03:00",
                    "Mar 14, 2027", "2027-03-08", "2027-03-08T05:00:00Z", "167"},
            {"the hour that New York has twice, first", "2026-11-01T05:30:00Z", "America/New_York", "2026-W44", "2026-11-01", "01:30",
                    "Nov 1, 2026", "2026-10-26", "2026-10-26T04:00:00Z", "169"},
            {"the hour that New York has twice, again", "2026-11-01T06:30:00Z", "America/New_York", "2026-W44", "2026-11-01", "01:30",
                    "Nov 1, 2026", "2026-10-26", "2026-10-26T04:00:00Z", "169"},
            {"before the 29th of February", "2028-02-28T23:59:00Z", "UTC", "2028-W09", "2028-02-28", "23:59", "Feb 28, 2028", "2028-02-28",
                    "2028-02-28T00:00:00Z", "168"},
            {"the 29th of February", "2028-02-29T12:00:00Z", "UTC", "2028-W09", "2028-02-29", "12:00", "Feb 29, 2028", "2028-02-28",
                    "2028-02-28T00:00:00Z", "168"},
            {"after the 29th of February", "2028-03-01T00:00:00Z", "UTC", "2028-W09", "2028-03-01", "00:00", "Mar 1, 2028", "2028-02-28",
                    "2028-02-28T00:00:00Z", "168"},
            {"a February of 28 days", "2027-02-28T23:59:00Z", "UTC", "2027-W08", "2027-02-28", "23:59", "Feb 28, 2027", "2027-02-22",
                    "2027-02-22T00:00:00Z", "168"},
            {"a month ends", "2026-11-30T23:59:00Z", "UTC", "2026-W49", "2026-11-30", "23:59", "Nov 30, 2026", "2026-11-30",
                    "2026-11-30T00:00:00Z", "168"},
            {"a month begins", "2026-12-01T00:00:00Z", "UTC", "2026-W49", "2026-12-01", "00:00", "Dec 1, 2026", "2026-11-30",
                    "2026-11-30T00:00:00Z", "168"},
            {"one moment, in different weeks", "2026-11-22T23:00:00Z", "Pacific/Kiritimati", "2026-W48", "2026-11-23", "13:00",
                    "Nov 23, 2026", "2026-11-23", "2026-11-22T10:00:00Z", "168"},
            {"one moment, in different weeks", "2026-11-22T23:00:00Z", "Pacific/Pago_Pago", "2026-W47", "2026-11-22", "12:00",
                    "Nov 22, 2026", "2026-11-16", "2026-11-16T11:00:00Z", "168"},
            {"one moment, in different weeks", "2026-11-22T23:00:00Z", "Asia/Kathmandu", "2026-W48", "2026-11-23", "04:45", "Nov 23, 2026",
                    "2026-11-23", "2026-11-22T18:15:00Z", "168"},
            {"one moment, in different weeks", "2026-11-22T23:00:00Z", "America/Los_Angeles", "2026-W47", "2026-11-22", "15:00",
                    "Nov 22, 2026", "2026-11-16", "2026-11-16T08:00:00Z", "168"},
            {"a Sunday without midnight", "2026-09-06T15:00:00Z", "America/Santiago", "2026-W36", "2026-09-06", "12:00", "Sep 6, 2026",
                    "2026-08-31", "2026-08-31T04:00:00Z", "167"},
            {"a day that was left out", "2011-12-29T22:00:00Z", "Pacific/Apia", "2011-W52", "2011-12-29", "12:00", "Dec 29, 2011",
                    "2011-12-26", "2011-12-26T10:00:00Z", "144"}
    });

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @After
    public void comeBack() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    public void itIsTheDayOfTheProject() {
        onEveryServer(row -> {
            ZonedDateTime moment = Instant.parse(row[1]).atZone(ZoneId.of(row[2]));
            assertEquals(row[0], LocalDate.parse(row[4]), moment.toLocalDate());
        });
    }

    @Test
    public void itIsTheWeekOfTheProject() {
        onEveryServer(row -> {
            ZoneId project = ZoneId.of(row[2]);
            Week week = Week.of(Instant.parse(row[1]), project);
            assertEquals(row[0], row[3], week.text());
            assertEquals(row[0], week, Week.parse(row[3]));
            assertEquals(row[0], LocalDate.parse(row[7]), week.monday());
            assertEquals(row[0], Instant.parse(row[8]), week.start(project));
            assertEquals(row[0], Duration.ofHours(Long.parseLong(row[9])), Duration.between(week.start(project), week.end(project)));
            assertEquals(row[0], week.next().start(project), week.end(project));
            assertEquals(row[0], week, week.previous().next());
        });
    }

    @Test
    public void theWeekEndsWithNow() {
        onEveryServer(row -> {
            Instant now = Instant.parse(row[1]);
            ZoneId project = ZoneId.of(row[2]);
            Period period = Period.of(Week.of(now, project), project, now);
            assertEquals(row[0], Instant.parse(row[8]), period.from());
            assertEquals(row[0], now.plusMillis(1), period.until());
            Period whole = Period.of(Week.of(now, project).previous(), project, now);
            assertEquals(row[0], Instant.parse(row[8]), whole.until());
        });
    }

    @Test
    public void thePageSaysSoToEverybody() {
        onEveryServer(row -> {
            for (Locale reader : List.of(Locale.ENGLISH, Locale.GERMANY, Locale.forLanguageTag("tr-TR"), Locale.JAPAN)) {
                WeekView page = page(row, reader);
                String shown = page.week() + " | " + page.moment();
                assertTrue(row[0] + ": " + shown,
                        page.week().startsWith("Week " + Week.parse(row[3]).number() + ", "));
                assertTrue(row[0] + ": " + shown, shown.contains(" " + row[5] + " (" + row[2] + ")"));
                assertTrue(row[0] + ": " + shown, reader != Locale.ENGLISH || shown.contains("as of " + row[6] + " " + row[5]));
            }
        });
    }

    private static WeekView page(String[] row, Locale reader) {
        WeeklySummary some = Summaries.typical();
        SummaryHeader header = aHeader().week(row[3]).zone(row[2]).asOf(Instant.parse(row[1])).browseUrl("https://jira.example.org/browse/")
                .header();
        WeeklySummary week = SummaryBuilder.like(some).header(header).summary();
        return WeekPage.in(reader, new BundleTexts()::getText).of(week,
                new RenderOptions(false, Surface.PAGE, SummarySection.all(), WeeklySummary.MAX_ROWS, "", List.of(), List.of(), false));
    }

    /** On servers to the east and to the west of everybody, in languages with letters and digits of their own. */
    private static void onEveryServer(Claim claim) {
        for (String[] server : new String[][] {{"UTC", "en"}, {"Pacific/Kiritimati", "tr-TR"}, {"Pacific/Pago_Pago", "ar-EG-u-nu-arab"},
                {"Asia/Kathmandu", "th-TH-u-ca-buddhist"}}) {
            TimeZone.setDefault(TimeZone.getTimeZone(server[0]));
            Locale.setDefault(Locale.forLanguageTag(server[1]));
            MOMENTS.forEach(claim::check);
        }
    }

    private interface Claim {
        void check(String[] row);
    }
}
