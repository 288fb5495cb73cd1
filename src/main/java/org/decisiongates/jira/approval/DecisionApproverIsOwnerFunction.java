package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * {@code issue in decisionApproverIsOwner()}: Decisions with an approval of whoever is their owner now, given for somebody or by somebody
 * for them as well, whether it counts or not.
 */
public final class DecisionApproverIsOwnerFunction extends ApprovalFunction {

    public DecisionApproverIsOwnerFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects) {
        super(searches, texts, requests, approvals, projects);
    }

    @Override
    boolean yields(Approvals found, List<String> arguments) {
        return found.areOfADecision()
                && found.owner().filter(owner -> found.verdicts().stream().anyMatch(verdict -> verdict.isApprovalBy(owner))).isPresent();
    }
}
