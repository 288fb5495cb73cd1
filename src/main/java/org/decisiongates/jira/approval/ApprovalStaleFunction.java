package org.decisiongates.jira.approval;

import java.util.List;
import java.util.function.Predicate;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

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
    Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments) {
        return found -> found.verdicts().stream().anyMatch(Verdict::isStaleApproval);
    }
}
