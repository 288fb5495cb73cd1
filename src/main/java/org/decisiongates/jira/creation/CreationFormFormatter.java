package org.decisiongates.jira.creation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;

/** Lays out inputs that forms of this kind share. */
@JiraComponent
public class CreationFormFormatter {

    private final DayParser days;
    private final JiraTexts texts;

    CreationFormFormatter(DayParser days, JiraTexts texts) {
        this.days = days;
        this.texts = texts;
    }

    /** @param prefix what the keys of the texts of these inputs begin with, with a dot behind it */
    public Inputs of(String prefix, CreationFormValues typed, Map<CreationInput, String> errors) {
        return new Inputs(days, texts, prefix, typed, errors);
    }

    /** Inputs of one form as it was typed. */
    public record Inputs(DayParser days, JiraTexts texts, String prefix, CreationFormValues typed, Map<CreationInput, String> errors) {

        public CreationInputView line(CreationInput input) {
            return of(input, "line", List.of());
        }

        public CreationInputView lines(CreationInput input) {
            return of(input, "lines", List.of());
        }

        public CreationInputView person(CreationInput input) {
            return of(input, "person", List.of());
        }

        /** A calendar of the browser shows days in their one form alone; whatever else was typed has to stay to be seen. */
        public CreationInputView day(CreationInput input) {
            String text = typed.text(input);
            Optional<String> day = days.day(text).map(LocalDate::toString);
            return of(input, day.isPresent() || text.isEmpty() ? "day" : "typed-day", day.orElse(text), List.of());
        }

        public CreationInputView choice(CreationInput input, List<CreationOptionView> options) {
            return of(input, "choice", options);
        }

        /** A box to tick, whose value is {@code value}. */
        public CreationInputView tick(CreationInput input, CreationOptionView option) {
            return of(input, "tick", List.of(option));
        }

        /** The project, only where it is not plainly that of the issue. */
        public Optional<CreationInputView> project(CreationInput input, Issue about, List<Project> projects) {
            return Optional.of(projects).filter(all -> all.size() > 1 || !CreationProjects.isOf(all.get(0), about))
                    .map(all -> choice(input, all.stream().map(one -> option(input, one.getKey(),
                            texts.text("decision-gates.jira.creation.project-choice", one.getName(), one.getKey()))).toList()));
        }

        /** The type of link, only where there is a choice. */
        public Optional<CreationInputView> link(CreationInput input, LinkTypeChoices choices) {
            List<IssueLinkType> types = choices.types();
            return types.size() == 1 ? Optional.empty()
                    : Optional.of(choice(input,
                            types.stream().map(one -> option(input, one.getId().toString(), one.getName())).toList()));
        }

        /** What can be chosen for an input, as it was chosen. */
        public CreationOptionView option(CreationInput input, String value, String label) {
            return new CreationOptionView(value, label, value.equals(typed.text(input)));
        }

        private CreationInputView of(CreationInput input, String shape, List<CreationOptionView> options) {
            return of(input, shape, typed.text(input), options);
        }

        private CreationInputView of(CreationInput input, String shape, String value, List<CreationOptionView> options) {
            String texted = prefix + input.key();
            return new CreationInputView(input.key(), texts.text(texted), shape, texts.textIfAny(texted + ".hint").orElse(""),
                    value, errors.getOrDefault(input, ""), options);
        }
    }
}
