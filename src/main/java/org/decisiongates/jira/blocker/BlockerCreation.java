package org.decisiongates.jira.blocker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.gate.CreationGates;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Has Jira create a Blocker, which asks the gate of its creation. What was typed is taken whether or not the screen has its field. */
@JiraComponent
public class BlockerCreation {

    private static final String SUMMARY = "summary";

    private final IssueService issues;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final JiraFields fields;
    private final BlockerCauses causes;
    private final CreationGates gates;
    private final JiraTexts texts;

    BlockerCreation(IssueService issues, OwnIssueInputs inputs, OwnFields own, JiraFields fields, BlockerCauses causes, CreationGates gates,
            JiraTexts texts) {
        this.issues = issues;
        this.inputs = inputs;
        this.own = own;
        this.fields = fields;
        this.causes = causes;
        this.gates = gates;
        this.texts = texts;
    }

    /**
     * The Blocker that was created.
     *
     * @param faults what is wrong already: with any of it nothing is created, and what Jira says is said together with it
     */
    Issue create(BlockerDraft draft, Project project, ApplicationUser caller, Map<BlockerInput, String> faults) {
        IssueService.CreateValidationResult valid = issues.validateCreate(caller, input(draft, project, caller));
        Map<BlockerInput, String> errors = new EnumMap<>(BlockerInput.class);
        List<String> messages = new ArrayList<>();
        add(valid.getErrorCollection().getErrors(), valid.getErrorCollection().getErrorMessages(), errors, messages);
        errors.putAll(faults);
        if (!errors.isEmpty() || !messages.isEmpty()) {
            addReasonsOfGate(draft.without(errors.keySet(), texts.text("decision-gates.jira.blocker.title")), project, caller, errors,
                    messages);
            throw new RefusedBlockerException(errors, messages);
        }
        IssueService.IssueResult created = issues.create(caller, valid);
        if (!created.isValid()) {
            add(created.getErrorCollection().getErrors(), created.getErrorCollection().getErrorMessages(), errors, messages);
            throw new RefusedBlockerException(errors, messages);
        }
        return created.getIssue();
    }

    /** Jira asks the gate when everything else is right; nobody is told of one fault after the other. */
    private void addReasonsOfGate(BlockerDraft right, Project project, ApplicationUser caller, Map<BlockerInput, String> errors,
            List<String> messages) {
        IssueService.CreateValidationResult valid = issues.validateCreate(caller, input(right, project, caller));
        if (valid.isValid()) {
            CreationGates.Reasons reasons = gates.of(valid.getIssue(), caller.getKey());
            add(reasons.underFields(), reasons.general(), errors, messages);
        }
    }

    private IssueInputParameters input(BlockerDraft draft, Project project, ApplicationUser caller) {
        return inputs.of(OwnIssueType.BLOCKER, project, caller, draft.text(BlockerInput.SUMMARY), draft.due(), Map.of(
                OwnField.CAUSE,
                causes.chosen(draft.text(BlockerInput.CAUSE)).map(cause -> cause.getOptionId().toString()).orElse(""),
                OwnField.OWNER, draft.text(BlockerInput.OWNER),
                OwnField.FALLBACK, draft.plan(texts.text("decision-gates.jira.blocker.invoke-when")),
                OwnField.CUSTOMER_FACING, (draft.isCustomerFacing() ? own.yes() : own.no()).orElse("")));
    }

    /** What is said of an input already stays. */
    private void add(Map<String, String> underFields, Collection<String> general, Map<BlockerInput, String> errors,
            List<String> messages) {
        messages.addAll(general);
        Map<String, BlockerInput> typed = inputsByField();
        underFields.forEach((field, error) -> {
            BlockerInput input = typed.get(field);
            if (input == null) {
                messages.add(texts.text("decision-gates.jira.blocker.other-field", fields.nameOf(new Field(field), texts.locale()), error));
            } else {
                errors.putIfAbsent(input, error);
            }
        });
    }

    /** What is typed for which field of Jira. */
    private Map<String, BlockerInput> inputsByField() {
        Map<String, BlockerInput> byField = new LinkedHashMap<>(Map.of(SUMMARY, BlockerInput.SUMMARY, Field.DUE_DATE.id(), BlockerInput.DUE,
                "project", BlockerInput.PROJECT));
        Map.of(OwnField.OWNER, BlockerInput.OWNER, OwnField.FALLBACK, BlockerInput.FALLBACK, OwnField.CUSTOMER_FACING,
                BlockerInput.CUSTOMER_FACING, OwnField.CAUSE, BlockerInput.CAUSE).forEach(
                        (field, input) -> Optional.of(field).flatMap(own::idOf)
                                .ifPresent(id -> byField.put(id, input)));
        return byField;
    }
}
