package org.decisiongates.jira.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Reads days as people type them: year-month-day, or as this Jira's date picker writes them, such as {@code 31/Dec/26}. */
@JiraComponent
public class DayParser {

    private final DateFieldFormat format;

    public DayParser(DateFieldFormat format) {
        this.format = format;
    }

    /**
     * Empty for what is no day of either form, for one that no calendar has, and for one that this Jira's date picker cannot write: where
     * it writes two digits of the year, a day of another century would be stored as one of this.
     */
    public Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(this::isKept);
        } catch (DateTimeException e) {
            return picked(typed);
        }
    }

    private boolean isKept(LocalDate day) {
        return picked(format.formatDatePicker(java.sql.Date.valueOf(day))).filter(day::equals).isPresent();
    }

    private Optional<LocalDate> picked(String typed) {
        try {
            Date date = format.parseDatePicker(typed);
            // formats may be lenient: what they would write differently was meant differently
            return Optional.ofNullable(date).filter(one -> plain(format.formatDatePicker(one)).equals(plain(typed))).map(JiraDay::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without what people may type either way: leading zeros, small and capital letters. */
    private static String plain(String day) {
        return day.toLowerCase(Locale.ROOT).replaceAll("(?<![0-9])0(?=[0-9])", "");
    }
}
