package org.decisiongates.jira.approval;

import java.util.Collection;
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

    private final ApprovalRequests requests;

    public DecisionApproverIsOwnerFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects) {
        super(searches, texts, requests, approvals, projects);
        this.requests = requests;
    }

    /** Ended ones as well: what was approved by its owner stays so. */
    @Override
    List<Long> asked(Collection<Long> projectIds, List<String> arguments, int limit) {
        return requests.issuesIn(projectIds, limit);
    }

    @Override
    boolean yields(Approvals found, List<String> arguments) {
        return found.areOfADecision()
                && found.owner().filter(owner -> found.verdicts().stream().anyMatch(verdict -> verdict.isApprovalBy(owner))).isPresent();
    }
}
