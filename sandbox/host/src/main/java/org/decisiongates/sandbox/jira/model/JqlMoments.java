package org.decisiongates.sandbox.jira.model;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as queries write them: days, periods from now, and Jira's date functions. Weeks start on Monday. */
final class JqlMoments {

    private static final Pattern PERIOD = Pattern.compile("([+-]?)\\s*((?:\\d+\\s*[yMwdhm]\\s*)+)");
    private static final Pattern PART = Pattern.compile("(\\d+)\\s*([yMwdhm])");
    private static final Pattern SHIFT = Pattern.compile("([+-]?)(\\d+)([yMwdhm]?)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-M-d");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-M-d H:mm");

    private final Clock clock;

    JqlMoments(Clock clock) {
        this.clock = clock;
    }

    /** A typed date; empty when it is not one. */
    Optional<Instant> read(String text) {
        String value = text.trim().replace('/', '-');
        try {
            return Optional.of(LocalDate.parse(value, DAY).atStartOfDay(clock.getZone()).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(value, TIME).atZone(clock.getZone()).toInstant());
            } catch (DateTimeException again) {
                return period(text.trim());
            }
        }
    }

    private Optional<Instant> period(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            return Optional.empty();
        }
        ZonedDateTime moment = ZonedDateTime.now(clock);
        Matcher part = PART.matcher(period.group(2));
        try {
            while (part.find()) {
                moment = shift(moment, part.group(2).charAt(0), Long.parseLong((period.group(1).equals("-") ? "-" : "") + part.group(1)));
            }
            return Optional.of(moment.toInstant());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The value of one of Jira's date functions; empty when {@code name} is none. */
    Optional<Instant> call(String name, List<String> arguments) throws JqlProblem {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("now")) {
            if (!arguments.isEmpty()) {
                throw new JqlProblem("Function 'now' expected '0' arguments but received '" + arguments.size() + "'.");
            }
            return Optional.of(clock.instant());
        }
        Matcher edge = Pattern.compile("(start|end)of(day|week|month|year)").matcher(lower);
        if (!edge.matches()) {
            return Optional.empty();
        }
        if (arguments.size() > 1) {
            throw new JqlProblem("Function '" + name + "' expected between '0' and '1' arguments but received '" + arguments.size() + "'.");
        }
        char unit = switch (edge.group(2)) {
            case "day" -> 'd';
            case "week" -> 'w';
            case "month" -> 'M';
            default -> 'y';
        };
        ZonedDateTime moment = ZonedDateTime.now(clock);
        if (!arguments.isEmpty()) {
            Matcher shift = SHIFT.matcher(arguments.get(0).trim());
            if (!shift.matches() || shift.group(2).length() > 6) {
                throw new JqlProblem(
                        "Duration for function '" + name + "' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.");
            }
            long amount = Long.parseLong((shift.group(1).equals("-") ? "-" : "") + shift.group(2));
            moment = shift(moment, shift.group(3).isEmpty() ? unit : shift.group(3).charAt(0), amount);
        }
        LocalDate start = switch (unit) {
            case 'd' -> moment.toLocalDate();
            case 'w' -> moment.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case 'M' -> moment.toLocalDate().withDayOfMonth(1);
            default -> moment.toLocalDate().withDayOfYear(1);
        };
        if (edge.group(1).equals("start")) {
            return Optional.of(start.atStartOfDay(clock.getZone()).toInstant());
        }
        LocalDate last = switch (unit) {
            case 'd' -> start;
            case 'w' -> start.plusDays(6);
            case 'M' -> start.plusMonths(1).minusDays(1);
            default -> start.plusYears(1).minusDays(1);
        };
        return Optional.of(last.atTime(LocalTime.of(23, 59, 59, 999_000_000)).atZone(clock.getZone()).toInstant());
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static ZonedDateTime shift(ZonedDateTime from, char unit, long amount) {
        return switch (unit) {
            case 'y' -> from.plusYears(amount);
            case 'M' -> from.plusMonths(amount);
            case 'w' -> from.plusWeeks(amount);
            case 'd' -> from.plusDays(amount);
            case 'h' -> from.plusHours(amount);
            default -> from.plusMinutes(amount);
        };
    }
}
