package org.decisiongates.jira.creation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.gate.CreationRefusalPreview;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Has Jira create an issue, which asks the gate of its creation; everything that is wrong is said at once. */
@JiraComponent
public class IssueCreation {

    private final IssueService issues;
    private final JiraFields fields;
    private final CreationRefusalPreview preview;
    private final JiraTexts texts;

    IssueCreation(IssueService issues, JiraFields fields, CreationRefusalPreview preview, JiraTexts texts) {
        this.issues = issues;
        this.fields = fields;
        this.preview = preview;
        this.texts = texts;
    }

    /**
     * The issue that was created.
     *
     * @param faults what is wrong already: with any of it nothing is created, and what Jira says is said together with it
     */
    Issue create(IssueCreationMapping plan, CreationFormValues typed, ApplicationUser caller, Map<CreationInput, String> faults) {
        IssueService.CreateValidationResult valid = issues.validateCreate(caller, plan.parameters(typed));
        Reasons reasons = new Reasons(plan, new HashMap<>(), new ArrayList<>());
        add(valid.getErrorCollection().getErrors(), valid.getErrorCollection().getErrorMessages(), reasons);
        reasons.errors().putAll(faults);
        if (!reasons.errors().isEmpty() || !reasons.messages().isEmpty()) {
            addReasonsOfGate(typed.without(reasons.errors().keySet(), plan.summaryInput(), plan.type().label()), caller, reasons);
            throw new RefusedCreationException(reasons.errors(), reasons.messages());
        }
        IssueService.IssueResult created = issues.create(caller, valid);
        if (!created.isValid()) {
            add(created.getErrorCollection().getErrors(), created.getErrorCollection().getErrorMessages(), reasons);
            throw new RefusedCreationException(reasons.errors(), reasons.messages());
        }
        return created.getIssue();
    }

    /** Jira asks the gate when everything else is right; nobody is told of one fault after the other. */
    private void addReasonsOfGate(CreationFormValues right, ApplicationUser caller, Reasons reasons) {
        IssueService.CreateValidationResult valid = issues.validateCreate(caller, reasons.plan().parameters(right));
        if (valid.isValid()) {
            CreationRefusalPreview.Reasons ofGate = preview.of(valid.getIssue(), caller.getKey());
            add(ofGate.underFields(), ofGate.general(), reasons);
        }
    }

    /** What is said of an input already stays. */
    private void add(Map<String, String> underFields, Collection<String> general, Reasons reasons) {
        reasons.messages().addAll(general);
        Map<String, CreationInput> inputs = reasons.plan().inputsByField();
        underFields.forEach((field, error) -> {
            CreationInput input = inputs.get(field);
            if (input == null) {
                reasons.messages().add(texts.text("decision-gates.jira.creation.other-field",
                        fields.nameOf(new Field(field), texts.locale()), error));
            } else {
                reasons.errors().putIfAbsent(input, error);
            }
        });
    }

    /** What is wrong so far. */
    private record Reasons(IssueCreationMapping plan, Map<CreationInput, String> errors, List<String> messages) {
    }
}
