package org.decisiongates.jira.creation;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;

/** Says what is wrong with a day that was typed, in the same words wherever these forms ask for one. */
@JiraComponent
public class DayInputs {

    private final DayParser days;
    private final JiraTexts texts;

    DayInputs(DayParser days, JiraTexts texts) {
        this.days = days;
        this.texts = texts;
    }

    /** Empty for a day that can be stored, and where nothing was typed. */
    public Optional<String> faultOf(CreationInput input, CreationFormValues typed) {
        return typed.has(input) && days.day(typed.text(input)).isEmpty()
                ? Optional.of(texts.text("decision-gates.jira.creation.no-day", typed.excerpt(input)))
                : Optional.empty();
    }
}
