package org.decisiongates.jira.readiness;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;
import org.decisiongates.waiver.Waivers;

/**
 * {@code issue in gateDebt()}: issues that owe the gate before their phase something, as of their last check, waivers counted as of now.
 * Arguments are keys of the projects to look into.
 */
public final class GateDebtFunction extends IssueFunction {

    private static final int TOGETHER = 200;

    private final Debts debts;
    private final Waivers waivers;
    private final ProjectManager projects;
    private final ProjectTime time;

    public GateDebtFunction(Searches searches, JiraTexts texts, Debts debts, Waivers waivers, ProjectManager projects, ProjectTime time) {
        super(searches, texts);
        this.debts = debts;
        this.waivers = waivers;
        this.projects = projects;
        this.time = time;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        return Optional.empty();
    }

    @Override
    protected Optional<Message> excess(List<String> arguments) {
        return owing(arguments).size() <= MAX ? Optional.empty()
                : Optional.of(Message.of("decision-gates.readiness.jql.more", getFunctionName(), MAX));
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        Instant now = time.now().toInstant();
        List<IssueDebt> owing = owing(arguments);
        Set<Long> ids = new LinkedHashSet<>();
        for (int from = 0; from < owing.size(); from += TOGETHER) {
            List<IssueDebt> some = owing.subList(from, Math.min(owing.size(), from + TOGETHER));
            var waived = waivers.ofIssues(some.stream().map(IssueDebt::issueId).toList());
            some.stream().filter(debt -> OwedRule.of(debt, waived.getOrDefault(debt.issueId(), List.of()), now).stream()
                    .anyMatch(OwedRule::isOwed)).forEach(debt -> ids.add(debt.issueId()));
        }
        return ids.isEmpty() ? List.of() : List.of(JqlBuilder.within(arguments, JqlBuilder.issues(ids)));
    }

    @Override
    protected Optional<String> typed(List<String> arguments) {
        return Optional.of(JqlBuilder.within(arguments, ""));
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        return issues.stream().map(Issue::getId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of the projects, one more than can be answered; of all where one is named otherwise than by its key: the query narrows them. */
    private List<IssueDebt> owing(List<String> arguments) {
        List<Project> named = arguments.stream().map(projects::getProjectByCurrentKey).flatMap(Stream::ofNullable).toList();
        return named.isEmpty() || named.size() < arguments.size() ? debts.owed(0, MAX + 1)
                : named.stream().map(Project::getId).distinct().flatMap(project -> debts.owedIn(project, 0, MAX + 1).stream()).toList();
    }
}
