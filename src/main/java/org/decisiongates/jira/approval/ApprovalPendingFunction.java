package org.decisiongates.jira.approval;

import java.util.List;
import java.util.function.Predicate;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

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
    Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments) {
        return Approvals::arePending;
    }
}
