package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;

public class ApproverHealthCheckTest {

    private final Policies policies = mock(Policies.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final GroupManager groups = mock(GroupManager.class);
    private final ProjectRoleManager roles = mock(ProjectRoleManager.class);
    private final ApplicationUser active = mock(ApplicationUser.class);
    private final ApplicationUser gone = mock(ApplicationUser.class);
    private final Group board = mock(Group.class);
    private final ProjectRole owners = mock(ProjectRole.class);
    private final Project shop = project(1, "SHOP");
    private final Project risk = project(2, "RISK");
    private final UserManager users = mock(UserManager.class);
    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final ApproverHealthCheck check = new ApproverHealthCheck(policies, projects, groups, roles, users,
            new ActiveMembers(groups, roles, users), inUse);

    @Before
    public void setUp() {
        when(active.isActive()).thenReturn(true);
        when(active.getKey()).thenReturn("active");
        when(users.getUserByKey("active")).thenReturn(active);
        when(board.getName()).thenReturn("board");
        when(owners.getId()).thenReturn(10L);
        when(owners.getName()).thenReturn("Owners");
        when(groups.getGroup("board")).thenReturn(board);
        when(roles.getProjectRole(10L)).thenReturn(owners);
        when(projects.enabled()).thenReturn(List.of(shop, risk));
        when(groups.getUsersInGroup(board)).thenReturn(List.of(active));
        when(roles.getProjectRoleActors(any(), any())).thenReturn(() -> Set.of(active));
        inForce(policy(Scope.GLOBAL, "board", "10"));
    }

    @Test
    public void findsNothingWhileSomebodyIsInEach() {
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesAGroupInWhichNobodyIsActive() {
        when(groups.getUsersInGroup(board)).thenReturn(List.of(gone));
        List<HealthFinding> empty = List.of(HealthFinding.warning("approvers.empty-group", "Decisions", "board"));
        assertEquals(empty, check.findings(Scope.GLOBAL));
        when(groups.getUsersInGroup(board)).thenReturn(List.of());
        assertEquals(empty, check.findings(Scope.of(1)));
        when(groups.getGroup("board")).thenReturn(null);
        assertEquals("gone, which is another finding", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesTheProjectsInWhichNobodyHasARole() {
        when(roles.getProjectRoleActors(owners, shop)).thenReturn(() -> Set.of(gone));
        when(roles.getProjectRoleActors(owners, risk)).thenReturn(Set::of);
        assertEquals(List.of(HealthFinding.warning("approvers.empty-role", "Decisions", "Owners", "RISK, SHOP", 0)),
                check.findings(Scope.GLOBAL));
        assertEquals(List.of(HealthFinding.warning("approvers.empty-role", "Decisions", "Owners", "SHOP", 0)), check.findings(Scope.of(1)));
        inForce(policy(Scope.of(2), "board", "10"));
        assertEquals(List.of(HealthFinding.warning("approvers.empty-role", "Decisions", "Owners", "RISK", 0)),
                check.findings(Scope.GLOBAL));
        assertEquals("of another project", List.of(), check.findings(Scope.of(1)));
    }

    @Test
    public void readsTheMembersOnceWhileSomebodyItKnowsIsAmongThem() {
        when(groups.isUserInGroup(active, "board")).thenReturn(true);
        when(roles.isUserInProjectRole(active, owners, shop)).thenReturn(true);
        when(roles.isUserInProjectRole(active, owners, risk)).thenReturn(true);
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(), check.findings(Scope.GLOBAL));
        }
        verify(groups, times(1)).getUsersInGroup(board);
        verify(roles, times(1)).getProjectRoleActors(owners, shop);
        verify(roles, times(1)).getProjectRoleActors(owners, risk);
    }

    @Test
    public void readsTheMembersAgainOnceWhomItKnowsHasLeft() {
        when(groups.isUserInGroup(active, "board")).thenReturn(true);
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        when(active.isActive()).thenReturn(false);
        ApplicationUser other = mock(ApplicationUser.class);
        when(other.isActive()).thenReturn(true);
        when(other.getKey()).thenReturn("other");
        when(users.getUserByKey("other")).thenReturn(other);
        when(groups.isUserInGroup(other, "board")).thenReturn(true);
        when(groups.getUsersInGroup(board)).thenReturn(List.of(active, other));
        when(roles.getProjectRoleActors(any(), any())).thenReturn(() -> Set.of(other));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        when(groups.isUserInGroup(other, "board")).thenReturn(false);
        when(groups.getUsersInGroup(board)).thenReturn(List.of(active));
        assertEquals(List.of(HealthFinding.warning("approvers.empty-group", "Decisions", "board")), check.findings(Scope.GLOBAL));
        verify(groups, times(3)).getUsersInGroup(board);
    }

    @Test
    public void namesApproversWhoseAccountsAreNotInUse() {
        when(users.getUserByKey("gone")).thenReturn(gone);
        when(gone.getDisplayName()).thenReturn("Gina Gone");
        approvedBy(new ApproverSources(List.of("active", "gone", "nobody", Person.ERASED, Person.ERASED), List.of(), List.of(), List.of()),
                ApprovalQuorum.people(1));
        assertEquals(List.of(at(HealthFinding.warning("approvers.inactive", "Decisions", "Legal", "Gina Gone")),
                at(HealthFinding.warning("approvers.gone", "Decisions", "Legal", "nobody")),
                at(HealthFinding.warning("approvers.erased", "Decisions", "Legal"))), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesApprovalsThatTooFewPeopleCanGive() {
        ApplicationUser second = mock(ApplicationUser.class);
        when(second.isActive()).thenReturn(true);
        when(second.getKey()).thenReturn("second");
        when(users.getUserByKey("second")).thenReturn(second);
        when(groups.getUsersInGroup(board)).thenReturn(List.of(active, gone));
        List<String> none = List.of();
        ApproverSources activeTwice = new ApproverSources(List.of("active"), List.of("board"), none, List.of());
        approvedBy(activeTwice, ApprovalQuorum.people(2));
        assertEquals("one who is named twice is one", List.of(at(HealthFinding.error("approvers.too-few", "Decisions", "Legal", 2, 1))),
                check.findings(Scope.GLOBAL));
        when(groups.getUsersInGroup(board)).thenReturn(List.of(active, gone, second));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        when(groups.getUsersInGroup(board)).thenReturn(List.of());
        when(groups.isUserInGroup(any(ApplicationUser.class), eq("board"))).thenReturn(false);
        approvedBy(new ApproverSources(none, List.of("board"), none, List.of()), ApprovalQuorum.percent(50));
        assertEquals("a share of nobody", List.of(HealthFinding.warning("approvers.empty-group", "Decisions", "board"),
                at(HealthFinding.error("approvers.too-few", "Decisions", "Legal", 1, 0))), check.findings(Scope.GLOBAL));
        approvedBy(new ApproverSources(none, none, none, List.of(new Field("reporter"))), ApprovalQuorum.people(3));
        assertEquals("nobody knows whom a field names", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesTheProjectsInWhichTooFewPeopleCanGiveAnApproval() {
        ApplicationUser second = mock(ApplicationUser.class);
        when(second.isActive()).thenReturn(true);
        when(second.getKey()).thenReturn("second");
        when(roles.getProjectRoleActors(owners, shop)).thenReturn(() -> Set.of(active, second));
        approvedBy(new ApproverSources(List.of("active"), List.of(), List.of("10"), List.of()), ApprovalQuorum.people(2));
        assertEquals(List.of(at(HealthFinding.error("approvers.too-few-in", "Decisions", "Legal", "RISK", 0, 2))),
                check.findings(Scope.GLOBAL));
        assertEquals(List.of(), check.findings(Scope.of(1)));
    }

    @Test
    public void passesOverProjectsThatHaveAPolicyOfTheirOwnInItsPlace() {
        when(roles.getProjectRoleActors(owners, risk)).thenReturn(Set::of);
        Policy ofAll = policy(Scope.GLOBAL, null, null).approvedBy(new ApprovalTerms(List.of(new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of(), List.of(), List.of("10"), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                Set.of(SealedSection.QUESTION), false)), true, 0));
        inForce(ofAll);
        List<HealthFinding> empty = List.of(HealthFinding.warning("approvers.empty-role", "Decisions", "Owners", "RISK", 0),
                at(HealthFinding.error("approvers.too-few-in", "Decisions", "Legal", "RISK", 0, 1)));
        assertEquals(empty, check.findings(Scope.GLOBAL));
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(ofAll, policy(Scope.of(2), null, null)), List.of()));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        assertEquals(List.of(), check.findings(Scope.of(2)));
    }

    /** However many are in it. */
    @Test
    public void readsTheMembersOfAGroupOnceWhileEnoughOfThoseItKnowsAreLeft() {
        List<ApplicationUser> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ApplicationUser user = mock(ApplicationUser.class);
            when(user.isActive()).thenReturn(true);
            when(user.getKey()).thenReturn("u" + i);
            when(users.getUserByKey("u" + i)).thenReturn(user);
            when(groups.isUserInGroup(user, "board")).thenReturn(true);
            all.add(user);
        }
        when(groups.getUsersInGroup(board)).thenReturn(all);
        approvedBy(new ApproverSources(List.of(), List.of("board"), List.of(), List.of()), ApprovalQuorum.people(3));
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(), check.findings(Scope.GLOBAL));
        }
        verify(groups, times(2)).getUsersInGroup(board);
    }

    private void approvedBy(ApproverSources approvers, ApprovalQuorum quorum) {
        inForce(policy(Scope.GLOBAL, null, null).approvedBy(new ApprovalTerms(List.of(new ApprovalRequirement("legal", "Legal", 1,
                approvers, quorum, When.ALWAYS, Set.of(SealedSection.QUESTION), false)), true, 0)));
    }

    private static HealthFinding at(HealthFinding finding) {
        return finding.fixedAt("/plugins/servlet/decision-gates/policies?key=decision#decision-gates-policy-approvals");
    }

    @Test
    public void asksForNoMembersWhereNothingIsNamed() {
        inForce(policy(Scope.GLOBAL, null, null));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        verify(groups, never()).getUsersInGroup(any());
        verify(roles, never()).getProjectRoleActors(any(), any());
    }

    private void inForce(Policy policy) {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(policy), List.of()));
    }

    private static Policy policy(Scope scope, String group, String role) {
        return new Policy(new PolicyVersion(scope, "decision", 1), "Decisions", "decision", false,
                new WaiverTerms(group == null ? List.of() : List.of(group), role == null ? List.of() : List.of(role), 14),
                ApprovalTerms.NONE, Map.of(),
                List.of(), List.of());
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }
}
