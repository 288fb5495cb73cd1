package org.decisiongates.time;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

import org.junit.Test;

public class ElapsedTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");

    @Test
    public void plainDaysAreTwentyFourHours() {
        assertEquals(new BigDecimal("1.000000"),
                Elapsed.days(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")));
        assertEquals(new BigDecimal("0.000012"),
                Elapsed.days(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-24T12:00:01Z")));
        assertEquals(new BigDecimal("0.000000"),
                Elapsed.days(Instant.parse("2026-10-24T12:00:01Z"), Instant.parse("2026-10-24T12:00:00Z")));
    }

    @Test
    public void weekendsAreNoBusinessTime() {
        assertBusiness("1.000000", "2026-11-20T10:00:00Z", "2026-11-23T10:00:00Z", ZoneOffset.UTC);
        assertBusiness("0.000000", "2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z", ZoneOffset.UTC);
        assertBusiness("0.000012", "2026-11-21T00:00:00Z", "2026-11-23T00:00:01Z", ZoneOffset.UTC);
        assertBusiness("0.000012", "2026-11-20T23:59:59Z", "2026-11-22T00:00:00Z", ZoneOffset.UTC);
        assertBusiness("5.000000", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z", ZoneOffset.UTC);
        assertBusiness("261.000000", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", ZoneOffset.UTC);
    }

    @Test
    public void aWeekendIsThatOfTheProject() {
        // Sunday 23:30 UTC is Monday 00:30 in Berlin
        assertBusiness("0.020833", "2026-11-21T12:00:00Z", "2026-11-22T23:30:00Z", BERLIN);
        assertBusiness("0.000000", "2026-11-21T12:00:00Z", "2026-11-22T23:30:00Z", ZoneOffset.UTC);
    }

    @Test
    public void aWorkingDayIsOneDayHoweverLongItIs() {
        // Cairo changes its clocks on working days: Friday 24 April 2026 has 23 hours, Thursday 29 October has 25
        assertEquals(23, java.time.Duration.between(start("2026-04-24", CAIRO), start("2026-04-25", CAIRO)).toHours());
        assertBusiness("1.000000", start("2026-04-24", CAIRO).toString(), start("2026-04-25", CAIRO).toString(), CAIRO);
        assertEquals(25, java.time.Duration.between(start("2026-10-29", CAIRO), start("2026-10-30", CAIRO)).toHours());
        assertBusiness("1.000000", start("2026-10-29", CAIRO).toString(), start("2026-10-30", CAIRO).toString(), CAIRO);
        assertBusiness("0.040000", start("2026-10-29", CAIRO).toString(), start("2026-10-29", CAIRO).plusSeconds(3_600).toString(), CAIRO);
    }

    @Test
    public void clocksThatChangeAtAWeekendChangeNothing() {
        assertBusiness("1.000000", "2026-03-27T11:00:00Z", "2026-03-30T10:00:00Z", BERLIN);
        assertBusiness("1.000000", "2026-10-23T10:00:00Z", "2026-10-26T11:00:00Z", BERLIN);
    }

    @Test
    public void partsAddUp() {
        Random random = new Random(19);
        for (int i = 0; i < 2_000; i++) {
            Instant a = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(40_000_000));
            Instant b = a.plusSeconds(random.nextInt(4_000_000));
            Instant c = b.plusSeconds(random.nextInt(4_000_000));
            BigDecimal parts = Elapsed.businessDays(a, b, CAIRO).add(Elapsed.businessDays(b, c, CAIRO));
            assertEquals("seed 19, " + a + " " + b + " " + c, parts, Elapsed.businessDays(a, c, CAIRO));
        }
    }

    @Test
    public void countsWorkingDays() {
        for (int days = 0; days < 30; days++) {
            LocalDate first = LocalDate.parse("2026-11-18");
            long expected = first.datesUntil(first.plusDays(days)).filter(day -> day.getDayOfWeek().getValue() <= 5).count();
            assertEquals(expected, Elapsed.workingDays(first, first.plusDays(days)));
        }
        assertEquals(0, Elapsed.workingDays(LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-10")));
    }

    private static Instant start(String day, ZoneId zone) {
        return LocalDate.parse(day).atStartOfDay(zone).toInstant();
    }

    private static void assertBusiness(String days, String from, String to, ZoneId zone) {
        assertEquals(new BigDecimal(days), Elapsed.businessDays(Instant.parse(from), Instant.parse(to), zone));
    }
}
