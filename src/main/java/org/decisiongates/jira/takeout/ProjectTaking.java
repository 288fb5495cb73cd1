package org.decisiongates.jira.takeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.ofbiz.core.entity.GenericEntityException;

import org.decisiongates.jira.platform.search.IssueTypeJql;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.policy.PolicyExports;
import org.decisiongates.policy.Scope;
import org.decisiongates.takeout.PolicyDocument;
import org.decisiongates.takeout.TakeOut;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenPerson;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.WeekDocument;
import org.decisiongates.time.Week;

/**
 * Takes out one project, part by part: issues in the order of their ids, then policies, then closed weeks. Whatever the project's size,
 * a few dozen issues are in memory.
 */
@JiraComponent
class ProjectTaking {

    /** Issues that are searched for at a time, by their ids: so the place to go on from is one that nobody can delete. */
    private static final int SLICE = 500;
    private static final int PAGE = 50;

    private final IssueTypeJql types;
    private final IssueManager issueIds;
    private final Searches searches;
    private final TakeOutIssueReader issues;
    private final PolicyExports policies;
    private final TakeOutWeekReader weeks;
    private final UserManager users;
    private final ApplicationProperties application;

    ProjectTaking(IssueTypeJql types, IssueManager issueIds, Searches searches, TakeOutIssueReader issues, PolicyExports policies,
            TakeOutWeekReader weeks, UserManager users, ApplicationProperties application) {
        this.types = types;
        this.issueIds = issueIds;
        this.searches = searches;
        this.issues = issues;
        this.policies = policies;
        this.weeks = weeks;
        this.users = users;
        this.application = application;
    }

    /**
     * How many Decisions and Blockers of the project the caller may browse: one search for 500 issues. By their ids, since Jira refuses a
     * query that names a project which the caller may not browse, as an administrator need not.
     */
    long count(Project project, ApplicationUser caller) {
        return slices(idsOf(project)).stream().mapToLong(slice -> searches.count(caller, among(slice, project))).sum();
    }

    /** How many there are that the caller may not browse: two searches for 500 issues. */
    private long hidden(Project project, ApplicationUser caller) {
        return slices(idsOf(project)).stream()
                .mapToLong(slice -> Math.max(0,
                        searches.countAll(caller, among(slice, project)) - searches.count(caller, among(slice, project))))
                .sum();
    }

    /** How much there is to do, in steps of {@link TakeOutRun#advance}. */
    int steps(Project project, ApplicationUser caller) {
        return idsOf(project).size() + weeks.weeks(project, caller).size();
    }

    TakeOut.Taken take(Project project, ApplicationUser caller, TakeOutRun run) {
        int from = run.parts();
        IssuesTaken taken = new IssuesTaken();
        for (int number : run.leftOf(project.getKey())) {
            TakeOutPart part = run.read(number);
            taken.add(part);
            run.keep(part);
        }
        takeIssues(project, caller, run, taken);
        policies(project.getKey(), Scope.of(project.getId()), "policies/", run);
        int pages = 0;
        for (Week week : weeks.weeks(project, caller)) {
            Optional<WeekDocument> page = weeks.take(project, week, caller);
            if (page.isPresent()) {
                run.keep(TakeOutPart.of(project.getKey(), page.get()));
                pages++;
            }
            run.advance(1);
        }
        return new TakeOut.Taken(new TakenProject(TakenProject.FORMAT, project.getKey(), project.getName(),
                application.getBaseUrl(UrlMode.CANONICAL), hidden(project, caller), taken.people, List.of()), from, run.parts(),
                taken.changedAt,
                taken.count, pages);
    }

    /** Takes out the policies of a scope, where there are any. */
    void policies(String project, Scope scope, String folder, TakeOutRun run) {
        List<PolicyDocument> documents = policies.of(scope).entrySet().stream().map(policy -> new PolicyDocument(
                folder + policy.getKey() + ".json", policy.getValue().replace(System.lineSeparator(), "\n"))).toList();
        if (!documents.isEmpty()) {
            run.keep(TakeOutPart.ofPolicies(project, documents));
        }
    }

    private void takeIssues(Project project, ApplicationUser caller, TakeOutRun run, IssuesTaken taken) {
        List<Long> all = idsOf(project);
        long reached = taken.reached;
        List<Long> rest = all.stream().filter(id -> id > reached).toList();
        run.advance(all.size() - rest.size());
        for (List<Long> slice : slices(rest)) {
            List<Issue> found = new ArrayList<>(searches.find(caller, among(slice, project), SLICE).issues());
            found.sort(Comparator.comparing(Issue::getId));
            for (int page = 0; page < found.size(); page += PAGE) {
                TakenPeople people = new TakenPeople(users);
                PartBuilder builder = new PartBuilder(project.getKey(), people::named, part -> {
                    taken.add(part);
                    run.keep(part);
                });
                issues.take(found.subList(page, Math.min(found.size(), page + PAGE)), caller, people).forEach(builder::add);
                builder.end();
            }
            run.advance(slice.size());
        }
    }

    private List<Long> idsOf(Project project) {
        if (ofApp(project).isEmpty()) {
            return List.of();
        }
        try {
            return issueIds.getIssueIdsForProject(project.getId()).stream().sorted().toList();
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Jira does not give the issues of " + project.getKey(), e);
        }
    }

    private static List<List<Long>> slices(List<Long> ids) {
        List<List<Long>> slices = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += SLICE) {
            slices.add(ids.subList(start, Math.min(ids.size(), start + SLICE)));
        }
        return slices;
    }

    private String among(List<Long> ids, Project project) {
        return JqlBuilder.and(JqlBuilder.issues(ids), ofApp(project));
    }

    /** Empty text before set-up. */
    private String ofApp(Project project) {
        return types.both(project.getId()).orElse("");
    }

    /** What is known of the issues that were taken so far. */
    private static final class IssuesTaken {

        private final Map<String, TakenPerson> people = new TreeMap<>();
        private Optional<Instant> changedAt = Optional.empty();
        private long reached;
        private int count;

        void add(TakeOutPart part) {
            people.putAll(part.people());
            reached = part.reached();
            count += part.issues().size();
            part.issues().stream().map(TakenIssue::updated).max(Comparator.naturalOrder())
                    .filter(newest -> changedAt.isEmpty() || newest.isAfter(changedAt.get()))
                    .ifPresent(newest -> changedAt = Optional.of(newest));
        }
    }
}
