package org.decisiongates.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time between two instants, in days. */
public final class Elapsed {

    private static final long MICRO = 1_000_000;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    private Elapsed() {
    }

    /** Plain elapsed time in whole seconds: a day is 24 hours. Six decimals; zero when {@code to} is not after {@code from}. */
    public static BigDecimal days(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).getSeconds());
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(Duration.ofDays(1).getSeconds()), 6, RoundingMode.HALF_UP);
    }

    /**
     * Business time: Mondays to Fridays in {@code zone} count as one day each, whole, and in parts by the part of that day that has
     * passed, be it 23, 24 or 25 hours long. There are no holidays. Six decimals; zero when {@code to} is not after {@code from}.
     */
    public static BigDecimal businessDays(Instant from, Instant to, ZoneId zone) {
        if (!to.isAfter(from)) {
            return BigDecimal.ZERO.setScale(6);
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        long whole = workingDays(first, last) * MICRO;
        return BigDecimal.valueOf(whole - passed(first, from, zone) + passed(last, to, zone), 6);
    }

    /** How many Mondays to Fridays there are from {@code first}, inclusive, to {@code last}, exclusive; zero when it is not later. */
    public static long workingDays(LocalDate first, LocalDate last) {
        long days = Math.max(0, last.toEpochDay() - first.toEpochDay());
        long count = days / DAYS_OF_A_WEEK * WORKING_DAYS_OF_A_WEEK;
        for (long day = days / DAYS_OF_A_WEEK * DAYS_OF_A_WEEK; day < days; day++) {
            count += isWorkingDay(first.plusDays(day)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** How much of a working day has passed, in millionths; nothing of another day counts. */
    private static long passed(LocalDate day, Instant instant, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        long length = Duration.between(start, day.plusDays(1).atStartOfDay(zone).toInstant()).toMillis();
        return isWorkingDay(day) && length > 0 ? (Duration.between(start, instant).toMillis() * MICRO + length / 2) / length : 0;
    }
}
