package org.decisiongates.jira.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.Approvals;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/** A function of JQL that looks at the approvals of issues of which somebody asked for them; its last arguments are keys of projects. */
abstract class ApprovalFunction extends IssueFunction {

    /** Jira's own limit for the ids in a query. */
    private static final int MAX_IDS = 1_000;
    private static final int MAX_REQUESTS = 5_000;

    private final ApprovalRequests requests;
    private final ApprovalsBatchReader approvals;
    private final ProjectManager projects;

    ApprovalFunction(Searches searches, JiraTexts texts, ApprovalRequests requests, ApprovalsBatchReader approvals,
            ProjectManager projects) {
        super(searches, texts);
        this.requests = requests;
        this.approvals = approvals;
        this.projects = projects;
    }

    /**
     * Whether the function yields an issue that has these approvals, in one search.
     *
     * @param searcher null where nobody is logged in
     */
    abstract Predicate<Approvals> yields(ApplicationUser searcher, List<String> arguments);

    /**
     * Ids of the issues to look at: those that have not ended of all whose approvals anybody asked for.
     *
     * @param projectIds the host's ids of the projects to look into; none for all
     * @param limit      how many at most
     */
    List<Long> asked(Collection<Long> projectIds, List<String> arguments, int limit) {
        return requests.openIn(projectIds, limit);
    }

    /** The arguments that name projects. */
    List<String> projects(List<String> arguments) {
        return arguments;
    }

    @Override
    protected Optional<Message> hint(List<String> arguments, Set<String> complaints) {
        return Optional.of(Message.of("decision-gates.approval.jql.projects", getFunctionName(), withProjects()));
    }

    @Override
    protected String withProjects() {
        return "\"KEY\"";
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        return Optional.empty();
    }

    @Override
    protected Optional<Message> excess(List<String> arguments) {
        return requested(arguments).size() <= MAX_REQUESTS ? Optional.empty()
                : Optional.of(Message.of("decision-gates.approval.jql.too-many", getFunctionName(), MAX_REQUESTS, withProjects()));
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        List<Long> ids = requested(arguments);
        List<String> queries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MAX_IDS) {
            queries.add(JqlBuilder.within(projects(arguments), JqlBuilder.issues(ids.subList(from, Math.min(ids.size(), from + MAX_IDS)))));
        }
        return queries;
    }

    @Override
    protected Optional<String> typed(List<String> arguments) {
        return Optional.of(JqlBuilder.within(projects(arguments), ""));
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        Predicate<Approvals> yields = yields(searcher, arguments);
        Set<Long> passing = new LinkedHashSet<>();
        for (Map.Entry<Long, Approvals> one : approvals.of(issues, searcher == null ? "" : searcher.getKey()).entrySet()) {
            if (yields.test(one.getValue())) {
                passing.add(one.getKey());
            }
        }
        return passing;
    }

    /** Of the projects, one more than can be answered; of all where one is named otherwise than by its key: the query narrows them. */
    private List<Long> requested(List<String> arguments) {
        List<String> named = projects(arguments);
        List<Long> ids = named.stream().map(projects::getProjectByCurrentKey).flatMap(Stream::ofNullable).map(Project::getId).distinct()
                .toList();
        return asked(ids.size() < named.size() ? List.of() : ids, arguments, MAX_REQUESTS + 1);
    }
}
