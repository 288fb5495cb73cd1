package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.Verdict;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * {@code issue in approvalStale()}: issues with an approval that what it is bound to has left behind. Arguments are keys of the projects to
 * look into.
 */
public final class ApprovalStaleFunction extends ApprovalFunction {

    public ApprovalStaleFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects) {
        super(searches, texts, requests, approvals, projects);
    }

    @Override
    boolean yields(Approvals found, List<String> arguments) {
        return found.verdicts().stream().anyMatch(Verdict::isStaleApproval);
    }
}
