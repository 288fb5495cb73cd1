package org.decisiongates.jira.gate;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.issue.IssueStatus;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;

/** Finds the present and former statuses of an issue of Jira. */
@JiraComponent
class IssueStatuses {

    private static final String STATUS = "status";
    private static final String CUSTOM = "custom";

    private final OwnIssueTypes types;
    private final ChangeHistoryManager histories;
    private final WorkflowManager workflows;

    IssueStatuses(OwnIssueTypes types, ChangeHistoryManager histories, WorkflowManager workflows) {
        this.types = types;
        this.histories = histories;
        this.workflows = workflows;
    }

    /** {@code decision}, {@code blocker}, or Jira's id of another type; throws where Jira gives none, which is no other type. */
    String typeOf(Issue issue) {
        String id = Objects.requireNonNull(issue.getIssueTypeId(), "Jira gives the issue no type");
        return types.typeOf(issue.getProjectId(), id);
    }

    IssueStatus of(Issue issue) {
        if (issue.getId() == null) {
            Status first = first(issue);
            return new IssueStatus(first.getId(), first.getName(), phase(issue, first.getId()));
        }
        return new IssueStatus(issue.getStatusId(), issue.getStatus().getName(), phase(issue, issue.getStatusId()));
    }

    /** One reading of the history of the issue. */
    Set<String> phasesVisited(Issue issue) {
        Set<String> phases = new HashSet<>();
        of(issue).phase().ifPresent(phases::add);
        if (issue.getId() != null) {
            for (ChangeHistory group : histories.getChangeHistories(issue)) {
                for (ChangeItemBean item : group.getChangeItemBeans()) {
                    // another field may have this name
                    if (STATUS.equals(item.getField()) && !CUSTOM.equals(item.getFieldType())) {
                        phase(issue, item.getFrom()).ifPresent(phases::add);
                        phase(issue, item.getTo()).ifPresent(phases::add);
                    }
                }
            }
        }
        return phases;
    }

    /** Jira gives an issue its status when it has passed the gate; until then, where its workflow begins. */
    private Status first(Issue issue) {
        JiraWorkflow workflow = workflows.getWorkflow(issue.getProjectId(), issue.getIssueTypeId());
        ActionDescriptor creation = (ActionDescriptor) workflow.getDescriptor().getInitialActions().get(0);
        Status first = workflow.getLinkedStatus(workflow.getDescriptor().getStep(creation.getUnconditionalResult().getStep()));
        return Objects.requireNonNull(first, "the workflow " + workflow.getName() + " begins with no status");
    }

    private Optional<String> phase(Issue issue, String statusId) {
        return types.of(issue).flatMap(type -> types.phaseOf(type, issue.getProjectId(), statusId))
                .map(OwnStatus::phase);
    }
}
