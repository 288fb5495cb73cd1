package org.decisiongates.jira.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.IssueCreationMapping;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.text.Abbreviation;

/** How what was typed becomes a Decision. It is taken whether or not the screen has its field. */
final class DecisionCreationMapping implements IssueCreationMapping {

    /** Characters that Jira takes. */
    private static final int MAX_SUMMARY = 255;

    private final Project project;
    private final ApplicationUser reporter;
    private final String quotation;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final DayParser days;

    /** @param quotation what was said in the comment that comes along; empty text for none */
    DecisionCreationMapping(Project project, ApplicationUser reporter, String quotation, OwnIssueInputs inputs, OwnFields own,
            DayParser days) {
        this.project = project;
        this.reporter = reporter;
        this.quotation = quotation;
        this.inputs = inputs;
        this.own = own;
        this.days = days;
    }

    @Override
    public OwnIssueType type() {
        return OwnIssueType.DECISION;
    }

    @Override
    public Project project() {
        return project;
    }

    /** The question in one line. */
    @Override
    public String summary(CreationFormValues typed) {
        return Abbreviation.of(typed.text(DecisionInput.QUESTION).replaceAll("\\s+", " "), MAX_SUMMARY);
    }

    @Override
    public CreationInput summaryInput() {
        return DecisionInput.QUESTION;
    }

    @Override
    public CreationInput anotherInput() {
        return DecisionInput.ANOTHER;
    }

    /** What was typed, and what was said in the comment below it; empty text for neither. */
    String context(CreationFormValues typed) {
        return Stream.of(typed.text(DecisionInput.CONTEXT), quotation).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public IssueInputParameters parameters(CreationFormValues typed) {
        IssueInputParameters parameters = inputs.of(type(), project, reporter, summary(typed), days.day(typed.text(DecisionInput.DUE)),
                Map.of(OwnField.QUESTION, typed.text(DecisionInput.QUESTION), OwnField.OWNER, typed.text(DecisionInput.OWNER)));
        if (!context(typed).isEmpty()) {
            parameters.setDescription(context(typed));
        }
        return parameters;
    }

    @Override
    public Map<String, CreationInput> inputsByField() {
        Map<String, CreationInput> byField = new HashMap<>(Map.of("summary", DecisionInput.QUESTION, "description", DecisionInput.CONTEXT,
                Field.DUE_DATE.id(), DecisionInput.DUE, "project", DecisionInput.PROJECT));
        Map.of(OwnField.QUESTION, DecisionInput.QUESTION, OwnField.OWNER, DecisionInput.OWNER)
                .forEach((field, input) -> Optional.of(field).flatMap(own::idOf).ifPresent(id -> byField.put(id, input)));
        return byField;
    }
}
