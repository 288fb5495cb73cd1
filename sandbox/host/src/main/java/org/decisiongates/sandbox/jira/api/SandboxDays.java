package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
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

    /** The day in the form in which the model takes days; what is no day of the picker is a text that the model refuses. */
    static String parsed(String picked) {
        try {
            return LocalDate.parse(picked, PICKER).toString();
        } catch (DateTimeException e) {
            return "not of the date picker: " + picked;
        }
    }
}
