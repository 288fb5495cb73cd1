package org.decisiongates.jira.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.MissingApprovers;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.approval.ReminderRecipients;
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

    /** After how many reminders a run leaves the rest of its page to the next one. */
    static final int MAX_FOUND = 2_000;

    private static final int MAX_PEOPLE = 1_000;
    private static final String NOBODY = "";

    private final ApprovalRequests requests;
    private final ApprovalSteps steps;
    private final ApprovalReminders reminders;
    private final Delegations delegations;
    private final ApprovalReminderService service;
    private final ApprovalsBatchReader approvals;
    private final ReminderRecipients recipients;
    private final IssueManager issues;
    private final EnabledProjects projects;
    private final Policies policies;
    private final ProjectTime time;
    /** The last request that was looked at; 0 to begin with the first. */
    private volatile long reached;
    /** The day of {@link #waitingForNobody}, in the zone of projects. */
    private volatile LocalDate day = LocalDate.MIN;
    /** Issues of which nobody could be reminded today: their approvals and their history, which tell that, are read once a day. */
    private final Set<Long> waitingForNobody = ConcurrentHashMap.newKeySet();

    ApprovalReminderFinder(ApprovalRequests requests, ApprovalSteps steps, ApprovalReminders reminders, Delegations delegations,
            ApprovalsBatchReader approvals, ReminderRecipients recipients, IssueManager issues, EnabledProjects projects, Policies policies,
            ProjectTime time) {
        this.requests = requests;
        this.steps = steps;
        this.reminders = reminders;
        this.delegations = delegations;
        this.service = new ApprovalReminderService(reminders, delegations);
        this.approvals = approvals;
        this.recipients = recipients;
        this.issues = issues;
        this.projects = projects;
        this.policies = policies;
        this.time = time;
    }

    /** Looks at the next page. Without a policy that wants anybody reminded, and while Jira sends no e-mails, nothing is read. */
    void remind() {
        if (policies.inForce().policies().stream().allMatch(policy -> policy.approvals().reminderDays() == 0) || !recipients.isMailOn()) {
            return;
        }
        List<Request> page = requests.open(reached, PAGE);
        // a page that fails keeps nobody waiting who is behind it
        reached = page.size() < PAGE ? 0 : page.get(PAGE - 1).id();
        ZonedDateTime now = time.now();
        if (!now.toLocalDate().equals(day)) {
            day = now.toLocalDate();
            waitingForNobody.clear();
        }
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
            int people = 0;
            for (Map.Entry<Long, Map<String, Integer>> of : daysOfPeople(due, now).entrySet()) {
                if (people >= MAX_FOUND) {
                    // the rest of the page comes first in the next run
                    reached = before(of.getKey(), page);
                    return;
                }
                people += service.remindDue(of.getKey(), of.getValue(), asked.get(of.getKey()),
                        latest.getOrDefault(of.getKey(), List.of()), now);
            }
        }
    }

    private static long before(long issue, List<Request> page) {
        return page.stream().takeWhile(request -> request.issueId() != issue).reduce((one, next) -> next).map(Request::id).orElse(0L);
    }

    /** After how many days who is missing and can be told of it wants to be reminded, by issue; without issues that wait for nobody. */
    private Map<Long, Map<String, Integer>> daysOfPeople(List<Issue> due, ZonedDateTime now) {
        Map<Long, MissingApprovers> missing = approvals.each(due, NOBODY, unread -> {
        }, (issue, of) -> MissingApprovers.beforeDecision(of));
        List<String> people = missing.values().stream().flatMap(one -> one.approvers().stream()).distinct().toList();
        List<Delegation> made = new ArrayList<>();
        for (int from = 0; from < people.size(); from += MAX_PEOPLE) {
            made.addAll(delegations.byAny(people.subList(from, Math.min(people.size(), from + MAX_PEOPLE)), now.toLocalDate()));
        }
        Map<Long, Map<String, Integer>> days = new LinkedHashMap<>();
        missing.forEach((issue, who) -> days.put(issue, new LinkedHashMap<>(who.reminderDays(made, now.toLocalDate()))));
        Set<String> reached = recipients.among(days.values().stream().flatMap(of -> of.keySet().stream()).toList());
        days.values().forEach(of -> of.entrySet().removeIf(one -> one.getValue() == 0 || !reached.contains(one.getKey())));
        days.forEach((issue, of) -> {
            if (of.isEmpty()) {
                waitingForNobody.add(issue);
            }
        });
        days.values().removeIf(Map::isEmpty);
        return days;
    }

    /** After how many days somebody may have to be reminded, by issue id; without issues in projects where no policy wants that. */
    private Map<Long, Integer> daysOf(List<Request> page) {
        Map<Long, Integer> ofProject = page.stream().map(Request::projectId).distinct()
                .collect(Collectors.toMap(project -> project, this::fewestDays));
        Map<Long, Integer> days = new LinkedHashMap<>();
        page.stream().filter(request -> ofProject.get(request.projectId()) > 0 && !waitingForNobody.contains(request.issueId()))
                .forEach(request -> days.put(request.issueId(), ofProject.get(request.projectId())));
        return days;
    }

    private int fewestDays(long project) {
        return policies.inForce().of(project).stream().mapToInt(policy -> policy.approvals().reminderDays()).filter(days -> days > 0).min()
                .orElse(0);
    }

    /** For the first time: whoever asks again puts no reminder off (ADR-0180). */
    private static Optional<Instant> requestedAt(List<SealedApprovalStep> steps) {
        return steps.stream().map(SealedApprovalStep::step).filter(ApprovalStep::isRequest).map(ApprovalStep::at).findFirst();
    }

    /** Of an issue nobody is reminded before the days of the policy that wants it soonest have passed since anybody was (ADR-0180). */
    private static Instant since(Instant asked, List<ApprovalReminder> newestFirst) {
        return newestFirst == null || newestFirst.get(0).at().isBefore(asked) ? asked : newestFirst.get(0).at();
    }
}
