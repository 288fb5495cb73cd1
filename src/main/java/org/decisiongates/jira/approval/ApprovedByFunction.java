package org.decisiongates.jira.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalSteps;
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

    private final ApprovalSteps steps;
    private final UserManager users;

    public ApprovedByFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects, ApprovalSteps steps, UserManager users) {
        super(searches, texts, requests, approvals, projects);
        this.steps = steps;
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

    /** Wherever the user had a part in it, ended issues among them; the query narrows it to the projects. */
    @Override
    List<Long> asked(Collection<Long> projectIds, List<String> arguments, int limit) {
        List<Long> places = steps.placesOf(user(arguments).orElseThrow().getKey(), Long.MAX_VALUE, limit).stream()
                .map(ApprovalSteps.Place::issueId).toList();
        // where there may be more steps, as many ids as are asked for say that this is too much
        return places.size() < limit ? places.stream().distinct().toList() : places;
    }

    @Override
    protected String withProjects() {
        return "\"mbrandt\", \"KEY\"";
    }

    @Override
    Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments) {
        String key = user(arguments).orElseThrow().getKey();
        return found -> found.verdicts().stream()
                .anyMatch(verdict -> verdict.isApprovalBy(key) && verdict.standing() == Verdict.Standing.CURRENT);
    }

    private Optional<ApplicationUser> user(List<String> arguments) {
        return Optional.ofNullable(users.getUserByName(arguments.get(0)));
    }
}
