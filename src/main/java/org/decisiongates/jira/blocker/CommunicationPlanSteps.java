package org.decisiongates.jira.blocker;

import java.util.List;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.creation.PostCreationStep;
import org.decisiongates.jira.creation.PostCreationStep.When;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.record.Records;
import org.decisiongates.text.Message;

/**
 * Stores the communication plan that was typed with a Blocker. One that was there already gets it only where its own creation ended before
 * the plan was stored: what else it says is up to those who may edit it.
 */
@JiraComponent
class CommunicationPlanSteps {

    private static final Message UNDONE = Message.of("decision-gates.jira.blocker.no-plan-kept");

    private final Records records;
    private final OwnIssueAccess access;
    private final OwnFields own;
    private final CustomFieldManager fields;
    private final ChangeHistoryManager histories;

    CommunicationPlanSteps(Records records, OwnIssueAccess access, OwnFields own, CustomFieldManager fields,
            ChangeHistoryManager histories) {
        this.records = records;
        this.access = access;
        this.own = own;
        this.fields = fields;
        this.histories = histories;
    }

    List<PostCreationStep> of(CommunicationPlan plan) {
        return List.of(new PostCreationStep(UNDONE, When.CREATED, blocker -> records.add(access.context(blocker), plan)),
                new PostCreationStep(UNDONE, When.FOUND, blocker -> finish(blocker, plan)));
    }

    /** Where customers notice it and no plan is stored, whoever typed one is told if this one is not stored either. */
    private void finish(Issue blocker, CommunicationPlan plan) {
        if (!isCustomerFacing(blocker) || !records.recordsOf(blocker.getId()).communicationPlans().isEmpty()) {
            return;
        }
        if (!access.editable(blocker) || !isAsCreated(blocker)) {
            throw new ProblemException(403, "decision-gates.impact.not-editable", blocker.getKey());
        }
        records.add(access.context(blocker), plan);
    }

    private boolean isCustomerFacing(Issue blocker) {
        return own.idOf(OwnField.CUSTOMER_FACING).map(fields::getCustomFieldObject).map(blocker::getCustomFieldValue)
                .filter(Option.class::isInstance).map(Option.class::cast).filter(own::saysYes).isPresent();
    }

    /** Whether nobody has written its record, or changed whether customers notice it, since it was created. */
    private boolean isAsCreated(Issue blocker) {
        String name = own.idOf(OwnField.CUSTOMER_FACING).map(fields::getCustomFieldObject).map(CustomField::getName).orElse("");
        return records.history(blocker.getId()).isEmpty() && histories.getChangeHistories(blocker).stream()
                .flatMap(change -> change.getChangeItemBeans().stream()).noneMatch(item -> name.equals(item.getField()));
    }
}
