package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.timeline.IssueChangeSubscriber;
import org.decisiongates.policy.Policies;

/**
 * Takes issues that have ended off the list of what waits for approvals, and puts them back when they are reopened. Where no policy asks
 * for approvals a change costs nothing; otherwise one statement looks for up to 200 Decisions and Blockers.
 */
@JiraComponent
class ApprovalRequestSubscriber implements IssueChangeSubscriber {

    private static final String NOBODY = "";
    private static final int TOGETHER = 200;

    private final ApprovalRequests requests;
    private final IssueViewFactory views;
    private final OwnIssueTypes types;
    private final Policies policies;

    ApprovalRequestSubscriber(ApprovalRequests requests, IssueViewFactory views, OwnIssueTypes types, Policies policies) {
        this.requests = requests;
        this.views = views;
        this.types = types;
        this.policies = policies;
    }

    @Override
    public void changed(Issue issue, Kind kind) {
        found(List.of(issue));
    }

    @Override
    public void deleted(Issue issue) {
        if (isAnythingAsked()) {
            requests.remove(issue.getId());
        }
    }

    @Override
    public void found(List<Issue> issues) {
        if (!isAnythingAsked()) {
            return;
        }
        List<ApprovalRequests.Current> current = issues.stream().filter(issue -> types.of(issue).isPresent())
                .map(issue -> new ApprovalRequests.Current(issue.getId(), issue.getProjectId(),
                        ApprovalReader.hasEnded(views.before(issue, NOBODY))))
                .toList();
        for (int from = 0; from < current.size(); from += TOGETHER) {
            requests.update(current.subList(from, Math.min(current.size(), from + TOGETHER)));
        }
    }

    /** Whether any policy in force asks for approvals. */
    boolean isAnythingAsked() {
        return policies.inForce().policies().stream().anyMatch(policy -> !policy.approvals().requirements().isEmpty());
    }
}
