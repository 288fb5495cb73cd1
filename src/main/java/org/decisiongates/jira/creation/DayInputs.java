package org.decisiongates.jira.creation;

import java.time.LocalDate;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.DayParser;

/** Says what is wrong with a day that was typed, in the same words wherever these forms ask for one. */
@JiraComponent
public class DayInputs {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 12, 31);

    private final DayParser days;
    private final JiraTexts texts;
    private final DayFormatter formatter;

    DayInputs(DayParser days, JiraTexts texts, DayFormatter formatter) {
        this.days = days;
        this.texts = texts;
        this.formatter = formatter;
    }

    /** Empty for a day that can be stored, and where nothing was typed. */
    public Optional<String> faultOf(CreationInput input, CreationFormValues typed) {
        return typed.has(input) && days.day(typed.text(input)).isEmpty()
                ? Optional.of(texts.text("decision-gates.jira.creation.no-day", typed.excerpt(input), formatter.text(EXAMPLE)))
                : Optional.empty();
    }
}
