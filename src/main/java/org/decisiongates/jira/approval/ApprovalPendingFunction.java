package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * {@code issue in approvalPending()}: issues of which somebody asked for approvals, not all of which are current, and of which more is to
 * come. Arguments are keys of the projects to look into.
 */
public final class ApprovalPendingFunction extends ApprovalFunction {

    public ApprovalPendingFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects) {
        super(searches, texts, requests, approvals, projects);
    }

    @Override
    boolean yields(Approvals found, List<String> arguments) {
        return found.arePending();
    }
}
