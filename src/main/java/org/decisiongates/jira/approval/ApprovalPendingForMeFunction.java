package org.decisiongates.jira.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;

/**
 * {@code issue in approvalPendingForMe()}: issues that wait for an approval of whoever searches, or of somebody for whom they stand in
 * today; nothing where nobody is logged in. Arguments are keys of the projects to look into.
 */
public final class ApprovalPendingForMeFunction extends ApprovalFunction {

    private final Delegations delegations;
    private final ProjectTime time;

    public ApprovalPendingForMeFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects, Delegations delegations, ProjectTime time) {
        super(searches, texts, requests, approvals, projects);
        this.delegations = delegations;
        this.time = time;
    }

    /** One statement for those who delegated to the searcher. */
    @Override
    Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments) {
        if (searcher == null) {
            return found -> false;
        }
        LocalDate today = time.now().toLocalDate();
        List<Delegation> received = delegations.to(searcher.getKey(), today);
        return found -> !found.areOver() && MyApprovalsReader.principals(searcher, received, found.projectId(), today)
                .anyMatch(approver -> !found.waitingFor(searcher.getKey(), approver).isEmpty());
    }
}
