package org.decisiongates.jira.notification;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminderService;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalRequests.Request;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.MissingApprovers;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;

/**
 * Finds who is missing on approvals for as long as a policy lets them wait, and puts them on the next e-mail. A run looks at one page of
 * the issues whose approvals were asked for, and the next one goes on behind it. Where a policy wants anybody reminded that takes three
 * statements, and where somebody may be due a few more for all issues together (ADR-0180).
 */
@JiraComponent
class ApprovalReminderFinder {

    /** How many issues a run looks at. */
    static final int PAGE = 100;

    private static final int MAX_PEOPLE = 1_000;
    private static final String NOBODY = "";

    private final ApprovalRequests requests;
    private final ApprovalSteps steps;
    private final ApprovalReminders reminders;
    private final Delegations delegations;
    private final ApprovalReminderService service;
    private final ApprovalsBatchReader approvals;
    private final IssueManager issues;
    private final EnabledProjects projects;
    private final Policies policies;
    private final ProjectTime time;
    /** The last request that was looked at; 0 to begin with the first. */
    private volatile long reached;

    ApprovalReminderFinder(ApprovalRequests requests, ApprovalSteps steps, ApprovalReminders reminders, Delegations delegations,
            ApprovalsBatchReader approvals, IssueManager issues, EnabledProjects projects, Policies policies, ProjectTime time) {
        this.requests = requests;
        this.steps = steps;
        this.reminders = reminders;
        this.delegations = delegations;
        this.service = new ApprovalReminderService(reminders, delegations);
        this.approvals = approvals;
        this.issues = issues;
        this.projects = projects;
        this.policies = policies;
        this.time = time;
    }

    /** Looks at the next page. Without a policy that wants anybody reminded nothing is read. */
    void remind() {
        if (policies.inForce().policies().stream().allMatch(policy -> policy.approvals().reminderDays() == 0)) {
            return;
        }
        List<Request> page = requests.open(reached, PAGE);
        // a page that fails keeps nobody waiting who is behind it
        reached = page.size() < PAGE ? 0 : page.get(PAGE - 1).id();
        ZonedDateTime now = time.now();
        Map<Long, Integer> days = daysOf(page);
        if (days.isEmpty()) {
            return;
        }
        Map<Long, Instant> asked = new HashMap<>();
        steps.ofIssues(days.keySet()).forEach((issue, all) -> requestedAt(all).ifPresent(at -> asked.put(issue, at)));
        Map<Long, List<ApprovalReminder>> latest = reminders.latest(days.keySet());
        List<Issue> due = days.entrySet().stream()
                .filter(of -> asked.containsKey(of.getKey())
                        && ApprovalReminder.isDue(since(asked.get(of.getKey()), latest.get(of.getKey())), of.getValue(), now))
                .flatMap(of -> Stream.<Issue>ofNullable(issues.getIssueObject(of.getKey())))
                .filter(issue -> projects.isOffering(issue.getProjectObject())).toList();
        if (!due.isEmpty()) {
            remind(due, asked, latest, now);
        }
    }

    private void remind(List<Issue> due, Map<Long, Instant> asked, Map<Long, List<ApprovalReminder>> latest, ZonedDateTime now) {
        Map<Long, MissingApprovers> missing = new LinkedHashMap<>();
        Map<Long, Approvals> all = approvals.of(due, NOBODY);
        all.forEach((issue, of) -> missing.put(issue, new MissingApprovers(of)));
        List<String> people = missing.values().stream().flatMap(one -> one.approvers().stream()).distinct().toList();
        List<Delegation> made = new ArrayList<>();
        for (int from = 0; from < people.size(); from += MAX_PEOPLE) {
            made.addAll(delegations.byAny(people.subList(from, Math.min(people.size(), from + MAX_PEOPLE)), now.toLocalDate()));
        }
        missing.forEach((issue, who) -> service.remindDue(issue, who, asked.get(issue), latest.getOrDefault(issue, List.of()), made, now));
    }

    /** After how many days somebody may have to be reminded, by issue id; without issues in projects where no policy wants that. */
    private Map<Long, Integer> daysOf(List<Request> page) {
        Map<Long, Integer> ofProject = page.stream().map(Request::projectId).distinct()
                .collect(Collectors.toMap(project -> project, this::fewestDays));
        Map<Long, Integer> days = new LinkedHashMap<>();
        page.stream().filter(request -> ofProject.get(request.projectId()) > 0)
                .forEach(request -> days.put(request.issueId(), ofProject.get(request.projectId())));
        return days;
    }

    private int fewestDays(long project) {
        return policies.inForce().of(project).stream().mapToInt(policy -> policy.approvals().reminderDays()).filter(days -> days > 0).min()
                .orElse(0);
    }

    private static Optional<Instant> requestedAt(List<SealedApprovalStep> steps) {
        return steps.stream().map(SealedApprovalStep::step).filter(ApprovalStep::isRequest).map(ApprovalStep::at)
                .reduce((earlier, last) -> last);
    }

    /** Nobody is reminded more than once in the days of the policy that wants it soonest. */
    private static Instant since(Instant asked, List<ApprovalReminder> newestFirst) {
        return newestFirst == null || newestFirst.get(0).at().isBefore(asked) ? asked : newestFirst.get(0).at();
    }
}
