package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** {@code com.atlassian.jira.util.DateFieldFormat}: days as Jira's date picker has them unless an administrator changes that. */
record SandboxDays() {

    private static final DateTimeFormatter PICKER = DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH);

    public String formatDatePicker(Date date) {
        return PICKER.format(new Timestamp(date.getTime()).toLocalDateTime());
    }

    /** As leniently as the platform's own formats read: what follows a day is left out, and the day after the last of a month is one. */
    public Date parseDatePicker(String text) {
        SimpleDateFormat lenient = new SimpleDateFormat("d/MMM/yy", Locale.ENGLISH);
        Date parsed = lenient.parse(text, new ParsePosition(0));
        if (parsed == null) {
            throw new IllegalArgumentException("no day of the date picker: " + text);
        }
        return parsed;
    }

    /** The day in the form in which the model takes days; what is no day of the picker is a text that the model refuses. */
    static String parsed(String picked) {
        try {
            return LocalDate.parse(picked, PICKER).toString();
        } catch (DateTimeException e) {
            return "not of the date picker: " + picked;
        }
    }
}
