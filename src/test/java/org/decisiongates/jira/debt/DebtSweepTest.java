package org.decisiongates.jira.debt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.event.user.UserEditedEvent;
import com.atlassian.crowd.model.user.User;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.debt.DebtCheck.Trigger;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.PolicyVersion;

public class DebtSweepTest {

    private final DebtService service = mock(DebtService.class);
    private final Debts debts = mock(Debts.class);
    private final Policies policies = mock(Policies.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final Map<String, Object> stored = new HashMap<>();
    private final List<Long> looked = new ArrayList<>();

    @Before
    public void setUp() throws Exception {
        PluginSettings global = mock(PluginSettings.class);
        when(settings.createGlobalSettings()).thenReturn(global);
        when(global.get(anyString())).thenAnswer(call -> stored.get(call.getArgument(0)));
        when(global.put(anyString(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(locks.getLockForName(anyString())).thenReturn(lock);
        when(lock.tryLock()).thenReturn(true);
        when(issues.getIssueObject(anyLong())).thenAnswer(call -> issue(call.getArgument(0)));
        doAnswer(call -> looked.add(((MutableIssue) call.getArgument(0)).getId())).when(service).check(any(), any(), any());
        inForce(1);
        at("2026-11-18T02:00:00");
        project(10000, 1, 5);
        project(10001, 101, 103);
        when(projects.enabled()).thenAnswer(call -> List.of(project(10001, 101, 103), project(10000, 1, 5)));
    }

    @Test
    public void looksAtEveryIssueOnceANight() {
        run();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 101L, 102L, 103L), looked);
        at("2026-11-18T23:59:00");
        run();
        assertEquals(8, looked.size());
        at("2026-11-19T00:59:00");
        run();
        assertEquals(8, looked.size());
        at("2026-11-19T01:00:00");
        run();
        assertEquals(16, looked.size());
    }

    @Test
    public void knowsWhichProjectsWereLookedAtToTheEnd() {
        SweepCursor cursor = new SweepCursor(settings);
        assertFalse("nobody has looked yet", cursor.hasLookedAt(10000));
        run();
        assertTrue(cursor.hasLookedAt(10000));
        assertTrue(cursor.hasLookedAt(10001));
        assertFalse("another project", cursor.hasLookedAt(1000));
        cursor.seen(10001, Set.of(10001L));
        assertFalse("the app was disabled for it since", cursor.hasLookedAt(10000));
    }

    @Test
    public void looksAgainAtAProjectThatUsesOtherIssueTypes() {
        SweepCursor cursor = new SweepCursor(settings);
        run();
        at("2026-11-18T02:10:00");
        cursor.startOver(10000, time.now().toInstant());
        assertFalse("what its issues owe is not known any more", cursor.hasLookedAt(10000));
        assertTrue(cursor.hasLookedAt(10001));
        at("2026-11-18T02:20:00");
        run();
        assertEquals("in the same night", 16, looked.size());
        assertTrue(cursor.hasLookedAt(10000));
    }

    @Test
    public void beginsAtOnceWhenPoliciesHaveChanged() {
        run();
        inForce(2);
        run();
        assertEquals(16, looked.size());
        run();
        assertEquals(16, looked.size());
    }

    @Test
    public void beginsSoonAfterSomebodyWasDeactivated() {
        run();
        at("2026-11-18T09:00:00");
        PeopleListener listener = new PeopleListener(new SweepCursor(settings), time);
        listener.onEdited(new UserEditedEvent(user(true), user(true)));
        run();
        assertEquals("a new name is none of it", 8, looked.size());
        listener.onEdited(new UserEditedEvent(user(false), user(true)));
        at("2026-11-18T09:10:00");
        run();
        assertEquals(16, looked.size());
        run();
        assertEquals(16, looked.size());
        listener.onEdited(new UserEditedEvent(user(true), user(false)));
        at("2026-11-18T09:20:00");
        run();
        assertEquals("and after somebody is back", 24, looked.size());
    }

    @Test
    public void doesNotStandInTheWayOfWhoeverEditsAPerson() {
        when(time.now()).thenThrow(new IllegalStateException("no clock"));
        new PeopleListener(new SweepCursor(settings), time).onEdited(new UserEditedEvent(user(false), user(true)));
    }

    private static User user(boolean active) {
        User user = mock(User.class);
        when(user.isActive()).thenReturn(active);
        return user;
    }

    @Test
    public void goesOnWhereTheLastRunEnded() throws Exception {
        when(projects.enabled()).thenAnswer(call -> List.of(project(10000, 1, DebtSweep.ISSUES_OF_A_RUN + 50), project(10001, 101, 103)));
        run();
        assertEquals(DebtSweep.ISSUES_OF_A_RUN, looked.size());
        at("2026-11-18T12:00:00");
        // on another node
        run();
        assertEquals(LongStream.rangeClosed(1, DebtSweep.ISSUES_OF_A_RUN + 50).boxed().toList(),
                looked.subList(0, DebtSweep.ISSUES_OF_A_RUN + 50));
        assertEquals(DebtSweep.ISSUES_OF_A_RUN + 53, looked.size());
        run();
        assertEquals(DebtSweep.ISSUES_OF_A_RUN + 53, looked.size());
    }

    @Test
    public void letsOneIssueThatCannotBeReadKeepNoOtherFromIt() {
        doThrow(new IllegalStateException("broken")).when(issues).getIssueObject(2L);
        run();
        assertEquals(List.of(1L, 3L, 4L, 5L, 101L, 102L, 103L), looked);
    }

    @Test
    public void forgetsIssuesThatAreGone() {
        when(debts.checkedIn(anyLong(), anyLong(), anyInt())).thenReturn(List.of());
        when(debts.checkedIn(10000, 0, 1_000)).thenReturn(List.of(entry(3), entry(9)));
        run();
        verify(debts).remove(9);
        verify(debts, never()).remove(3);
    }

    @Test
    public void onlyForgetsWhileNobodyAsksAnything() {
        when(service.isNothingAsked()).thenReturn(true);
        when(debts.ofIssues(any())).thenReturn(Map.of(2L, entry(2)));
        when(debts.ofIssues(List.of(101L, 102L, 103L))).thenReturn(Map.of());
        run();
        assertEquals(List.of(), looked);
        verify(debts).remove(2);
    }

    @Test
    public void leavesTheSweepToTheNodeThatIsAtIt() {
        when(lock.tryLock()).thenReturn(false);
        run();
        assertEquals(List.of(), looked);
    }

    @Test
    public void takesNobodyForTheActorAndSaysThatNothingHappened() {
        run();
        verify(service, org.mockito.Mockito.times(8)).check(any(), org.mockito.ArgumentMatchers.eq(Optional.empty()),
                org.mockito.ArgumentMatchers.eq(Trigger.SWEPT));
    }

    private void run() {
        new DebtSweep(service, debts, policies, new SweepCursor(settings), projects, issues, locks, time).runJob(null);
    }

    private void at(String local) {
        when(time.now()).thenReturn(ZonedDateTime.parse(local + "+01:00[Europe/Berlin]"));
    }

    private void inForce(int version) {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(), List.of(new PolicyVersion("decision", version))));
    }

    private Project project(long id, long first, long last) throws Exception {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn("P" + id);
        when(issues.getIssueIdsForProject(id)).thenReturn(LongStream.rangeClosed(first, last).boxed().toList());
        return project;
    }

    private static MutableIssue issue(long id) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        return issue;
    }

    private static IssueDebt entry(long issueId) {
        return new IssueDebt(issueId, 10000, "DRAFT", List.of(), List.of());
    }
}
