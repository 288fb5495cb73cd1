package org.decisiongates.jira.takeout;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.bc.ServiceResult;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.gate.CreationByImport;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.takeout.TakenIssue;

/**
 * Has Jira create an issue of a file, as the person who imports it. Permissions are asked; the gates of its creation record what they
 * find and do not refuse (ADR-0141).
 */
@JiraComponent
class ImportedIssueCreation {

    /** What the panel of an issue takes. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
    private static final String NO_OPTION = "decision-gates.takeout.import.no-option";

    private final IssueService issues;
    private final OwnIssueTypes types;
    private final OwnFields own;
    private final JiraFields fields;
    private final BlockerCauses causes;
    private final CreationByImport gates;
    private final DateFieldFormat picker;
    private final DayParser days;
    private final JiraTexts texts;

    ImportedIssueCreation(IssueService issues, OwnIssueTypes types, OwnFields own, JiraFields fields, BlockerCauses causes,
            CreationByImport gates, DateFieldFormat picker, DayParser days, JiraTexts texts) {
        this.issues = issues;
        this.types = types;
        this.own = own;
        this.fields = fields;
        this.causes = causes;
        this.gates = gates;
        this.picker = picker;
        this.days = days;
        this.texts = texts;
    }

    /** An issue that Jira would create. */
    record Prepared(IssueService.CreateValidationResult checked) {
    }

    /** Jira does not create the issue: why, in the language of who asks. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient List<String> reasons;

        RefusedException(List<String> reasons) {
            super(reasons.toString());
            this.reasons = List.copyOf(reasons);
        }

        List<String> reasons() {
            return reasons;
        }
    }

    /** @param notes takes what is left out */
    Prepared prepare(TakenIssue taken, IssueImport.Target target, List<String> notes) {
        IssueService.CreateValidationResult checked = issues.validateCreate(target.caller(), input(taken, target, notes));
        if (!checked.isValid()) {
            throw refusal(checked);
        }
        return new Prepared(checked);
    }

    /** @param notes takes what its gates found */
    Issue create(Prepared prepared, ApplicationUser caller, List<String> notes) {
        CreationByImport.Recorded<IssueService.IssueResult> recorded = gates.run(prepared.checked().getIssue(), caller.getKey(),
                () -> issues.create(caller, prepared.checked()));
        if (!recorded.created().isValid()) {
            throw refusal(recorded.created());
        }
        if (!recorded.unmet().isEmpty()) {
            notes.add(texts.text("decision-gates.takeout.import.unmet", String.join(" ", recorded.unmet())));
        }
        return recorded.created().getIssue();
    }

    private IssueInputParameters input(TakenIssue taken, IssueImport.Target target, List<String> notes) {
        IssueInputParameters input = issues.newIssueInputParameters();
        input.setSkipScreenCheck(true);
        input.setApplyDefaultValuesWhenParameterNotProvided(true);
        input.setProjectId(target.project().getId());
        input.setIssueTypeId(types.requireIdIn(OwnIssueType.keyed(taken.type()).orElseThrow(), target.project().getId()));
        input.setReporterId(target.caller().getUsername());
        input.setSummary(taken.summary());
        if (!taken.description().isEmpty()) {
            input.setDescription(taken.description());
        }
        taken.due().ifPresent(day -> input.setDueDate(picked(Field.DUE_DATE, day)));
        taken.fields().forEach((name, value) -> OwnFields.keyed(name).ifPresent(field -> own.idOf(field)
                .ifPresent(id -> value(field, value, target, notes).ifPresent(here -> input.addCustomFieldValue(id, here)))));
        return input;
    }

    /** As a form of Jira would send it; empty for nobody and nothing here. */
    private Optional<String> value(OwnField field, String value, IssueImport.Target target, List<String> notes) {
        return switch (field) {
            case OWNER, RISK_APPROVER -> noted(target.people().of(value).map(ApplicationUser::getUsername),
                    "decision-gates.takeout.import.no-person", value, notes);
            case RISK_EXPIRY -> Optional.of(picked(own.idOf(field).map(Field::new).orElseThrow(), LocalDate.parse(value)));
            // Jira takes an option by its id alone, which is another one here
            case CAUSE -> noted(causes.chosen(value).map(cause -> cause.getOptionId().toString()), NO_OPTION, value, notes);
            case CUSTOMER_FACING -> noted(
                    value.equals(OwnField.YES) ? own.yes() : value.equals(OwnField.NO) ? own.no() : Optional.empty(), NO_OPTION, value,
                    notes);
            // it names an issue by its key there, and is named when both are here
            case SUPERSEDED_BY -> Optional.empty();
            default -> Optional.of(value);
        };
    }

    /** What there is here; the notes name what is not. */
    private Optional<String> noted(Optional<String> here, String note, String there, List<String> notes) {
        if (here.isEmpty()) {
            notes.add(texts.text(note, there));
        }
        return here;
    }

    /** As strict as forms and REST are: the picker would store a day that it cannot write in another century. */
    private String picked(Field field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) || days.day(day.toString()).isEmpty()) {
            throw new RefusedException(List.of(texts.text("decision-gates.takeout.import.no-day",
                    fields.nameOf(field, texts.locale()), day.toString())));
        }
        return picker.formatDatePicker(Date.valueOf(day));
    }

    private RefusedException refusal(ServiceResult result) {
        List<String> reasons = new ArrayList<>(result.getErrorCollection().getErrorMessages());
        result.getErrorCollection().getErrors().forEach((field, error) -> reasons
                .add(texts.text("decision-gates.jira.creation.other-field", fields.nameOf(new Field(field), texts.locale()), error)));
        return new RefusedException(reasons);
    }
}
