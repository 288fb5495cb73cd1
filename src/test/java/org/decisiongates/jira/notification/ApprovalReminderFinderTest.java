package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalRequests.Request;
import org.decisiongates.approval.ApprovalSeal;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.MissingApprovers;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.approval.ReminderRecipients;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class ApprovalReminderFinderTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final long OTHER_PROJECT = 9;

    private final ApprovalRequests requests = mock(ApprovalRequests.class);
    private final ApprovalSteps steps = mock(ApprovalSteps.class);
    private final ApprovalReminders reminders = mock(ApprovalReminders.class);
    private final ApprovalsBatchReader approvals = mock(ApprovalsBatchReader.class);
    private final ReminderRecipients recipients = mock(ReminderRecipients.class);
    private final MissingApprovers missing = mock(MissingApprovers.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final Policies policies = mock(Policies.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final ApprovalReminderFinder finder = new ApprovalReminderFinder(requests, steps, reminders, mock(Delegations.class), approvals,
            recipients, issues, projects, policies, time);
    private final List<Long> looked = new ArrayList<>();
    private final List<ApprovalReminder> told = new ArrayList<>();

    @Before
    public void approvalsOfManyIssuesWereAskedForAtNoon() {
        List<Request> all = LongStream.rangeClosed(1, 250).mapToObj(id -> new Request(id, id, id % 2 == 0 ? 1 : OTHER_PROJECT)).toList();
        when(requests.open(anyLong(), anyInt())).thenAnswer(call -> all.stream().filter(one -> one.id() > call.<Long>getArgument(0))
                .limit(call.<Integer>getArgument(1)).toList());
        when(steps.ofIssues(any())).thenAnswer(call -> call.<Collection<Long>>getArgument(0).stream()
                .collect(Collectors.toMap(id -> id, id -> List.of(request(id)))));
        when(issues.getIssueObject(anyLong())).thenAnswer(call -> issue(call.getArgument(0)));
        when(projects.isOffering(any())).thenReturn(true);
        when(approvals.each(any(), anyString(), any(), any())).thenAnswer(call -> {
            Map<Long, MissingApprovers> found = new LinkedHashMap<>();
            call.<List<Issue>>getArgument(0).forEach(issue -> {
                looked.add(issue.getId());
                found.put(issue.getId(), missing);
            });
            return found;
        });
        when(recipients.isMailOn()).thenReturn(true);
        when(recipients.among(any())).thenAnswer(call -> Set.copyOf(call.<Collection<String>>getArgument(0)));
        when(reminders.store(any(), any())).thenAnswer(call -> told.addAll(call.getArgument(0)));
        missing("ann");
        remindingAfter(1);
        at(Duration.ofDays(1));
    }

    @Test
    public void readsNothingWhereNoPolicyWantsAnybodyReminded() {
        remindingAfter(0);
        finder.remind();
        verifyNoInteractions(requests, steps, reminders, approvals);
    }

    @Test
    public void looksAtOnePageARunAndBeginsAgainBehindTheLast() {
        finder.remind();
        assertEquals("those of the project of the policy", LongStream.rangeClosed(1, 50).map(n -> 2 * n).boxed().toList(), looked);
        finder.remind();
        finder.remind();
        assertEquals(125, looked.size());
        finder.remind();
        assertEquals(175, looked.size());
    }

    @Test
    public void goesOnBehindAPageThatFails() {
        doThrow(new IllegalStateException("no database")).when(steps).ofIssues(any());
        assertThrows(IllegalStateException.class, finder::remind);
        verify(requests).open(0, ApprovalReminderFinder.PAGE);
        assertThrows(IllegalStateException.class, finder::remind);
        verify(requests).open(ApprovalReminderFinder.PAGE, ApprovalReminderFinder.PAGE);
    }

    @Test
    public void readsNoIssueOfWhichNobodyCanBeDue() {
        at(Duration.ofDays(1).minusSeconds(1));
        finder.remind();
        verify(issues, never()).getIssueObject(anyLong());
        at(Duration.ofDays(1));
        when(reminders.latest(any())).thenReturn(Map.of(202L,
                List.of(new ApprovalReminder(202, "ann", Optional.empty(), NOON.plusSeconds(1)),
                        new ApprovalReminder(202, "ben", Optional.empty(), NOON.minusSeconds(1)))));
        finder.remind();
        finder.remind();
        assertEquals("one was reminded a second ago", false, looked.contains(202L));
        assertEquals(true, looked.contains(204L));
    }

    /** Or whoever edits and asks each day keeps everybody from being reminded. */
    @Test
    public void countsFromTheFirstRequestWhoeverAsksAgain() {
        doAnswer(call -> call.<Collection<Long>>getArgument(0).stream()
                .collect(Collectors.toMap(id -> id, id -> List.of(request(id), request(id, 2, NOON.plus(Duration.ofHours(23)))))))
                .when(steps).ofIssues(any());
        finder.remind();
        assertEquals(50, told.size());
    }

    @Test
    public void remindsNobodyInAProjectThatNoLongerUsesTheApp() {
        when(projects.isOffering(any())).thenReturn(false);
        finder.remind();
        assertEquals(List.of(), looked);
    }

    @Test
    public void readsAnIssueThatWaitsForNobodyOnceADay() {
        missing();
        finder.remind();
        finder.remind();
        finder.remind();
        assertEquals(125, looked.size());
        finder.remind();
        assertEquals(125, looked.size());
        at(Duration.ofDays(2));
        finder.remind();
        assertEquals(175, looked.size());
    }

    @Test
    public void storesNoReminderThatReachesNobody() {
        doReturn(Set.of("ben")).when(recipients).among(any());
        missing("ann", "ben");
        finder.remind();
        assertEquals(Set.of("ben"), told.stream().map(ApprovalReminder::person).collect(Collectors.toSet()));
        told.clear();
        when(recipients.isMailOn()).thenReturn(false);
        finder.remind();
        assertEquals(List.of(), told);
        verify(requests).open(anyLong(), anyInt());
    }

    @Test
    public void leavesTheRestOfAPageToTheNextRun() {
        missing(IntStream.range(0, 300).mapToObj(i -> "ann" + i).toArray(String[]::new));
        finder.remind();
        assertEquals("whole issues", 2_100, told.size());
        finder.remind();
        assertEquals(16L, told.get(2_100).issueId());
        verify(requests).open(15, ApprovalReminderFinder.PAGE);
    }

    private void missing(String... people) {
        when(missing.approvers()).thenReturn(Set.of(people));
        when(missing.reminderDays(any(), any())).thenReturn(Stream.of(people).collect(Collectors.toMap(person -> person, person -> 1)));
    }

    private void at(Duration later) {
        when(time.now()).thenReturn(NOON.plus(later).atZone(ZoneOffset.UTC));
    }

    private void remindingAfter(int days) {
        Policy policy = new Policy(new PolicyVersion(Scope.of(1), "decision", 1), "Decision", "decision", false, WaiverTerms.NONE,
                new ApprovalTerms(List.of(), true, days), Map.of(), List.of(), List.of());
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(policy), List.of()));
    }

    private static MutableIssue issue(long id) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getProjectObject()).thenReturn(mock(Project.class));
        return issue;
    }

    private static SealedApprovalStep request(long issue) {
        return request(issue, 1, NOON);
    }

    private static SealedApprovalStep request(long issue, int number, Instant at) {
        ApprovalStep step = new ApprovalStep(issue, 1, number, "REQUESTED", List.of(), Map.of(), "", "", "otto", Optional.empty(), at,
                false);
        return new SealedApprovalStep(step, ApprovalSeal.on(step, "0".repeat(32), ""), Optional.empty());
    }
}
