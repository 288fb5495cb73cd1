package org.decisiongates.jira.approval;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

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
    Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments) {
        return found -> found.subject().issue().type().equals("decision")
                && found.owner().filter(owner -> found.verdicts().stream().anyMatch(verdict -> verdict.isApprovalBy(owner))).isPresent();
    }
}
