package org.decisiongates.jira.platform.time;

import java.io.Serializable;
import java.time.LocalDate;

import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.text.Message;
import org.decisiongates.text.TextWithDays;

/** Writes days as this Jira's date picker does, such as {@code 31/Dec/26}: what {@link DayParser} reads. */
@JiraComponent
public class DayFormatter {

    private final DateFieldFormat picker;

    public DayFormatter(DateFieldFormat picker) {
        this.picker = picker;
    }

    public String text(LocalDate day) {
        return picker.formatDatePicker(java.sql.Date.valueOf(day));
    }

    /** The same message for people: without this, a day among its arguments reads as programs want it, {@code 2026-12-31}. */
    public Message forPeople(Message message) {
        return new Message(message.key(), message.arguments().stream()
                .map(this::forPeople).toList());
    }

    private Serializable forPeople(Serializable argument) {
        return argument instanceof LocalDate day ? text(day)
                : argument instanceof TextWithDays several ? several.text(this::text)
                : argument;
    }
}
