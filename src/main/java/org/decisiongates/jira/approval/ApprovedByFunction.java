package org.decisiongates.jira.approval;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.Verdict;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/**
 * {@code issue in approvedBy("maya")}: issues with a current approval of this user, given for somebody or by somebody for them as well.
 * Further arguments are keys of the projects to look into.
 */
public final class ApprovedByFunction extends ApprovalFunction {

    private final UserManager users;

    public ApprovedByFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects, UserManager users) {
        super(searches, texts, requests, approvals, projects);
        this.users = users;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        return arguments.isEmpty() ? Optional.of(Message.of("decision-gates.approval.jql.no-user", getFunctionName()))
                : user(arguments).isPresent() ? Optional.empty()
                : Optional.of(Message.of("decision-gates.approval.jql.unknown-user", arguments.get(0), getFunctionName()));
    }

    @Override
    List<String> projects(List<String> arguments) {
        return arguments.subList(1, arguments.size());
    }

    @Override
    boolean yields(Approvals found, List<String> arguments) {
        String key = user(arguments).orElseThrow().getKey();
        return found.verdicts().stream()
                .anyMatch(verdict -> verdict.isApprovalBy(key) && verdict.standing() == Verdict.Standing.CURRENT);
    }

    private Optional<ApplicationUser> user(List<String> arguments) {
        return Optional.ofNullable(users.getUserByName(arguments.get(0)));
    }
}
