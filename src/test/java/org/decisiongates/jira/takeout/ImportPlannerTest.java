package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.SimpleErrorCollection;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.gate.CreationRefusalPreview;
import org.decisiongates.jira.takeout.EarlierImportLookup.State;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenProject;

public class ImportPlannerTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final EarlierImportLookup earlier = mock(EarlierImportLookup.class);
    private final IssueImport issues = mock(IssueImport.class);
    private final ImportedIssueCreation creation = mock(ImportedIssueCreation.class);
    private final CreationRefusalPreview gates = mock(CreationRefusalPreview.class);
    private final UserManager users = mock(UserManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final ImportPlanner planner = new ImportPlanner(earlier, issues, mock(ImportedLinks.class), creation, gates, users,
            projects, permissions, application);
    private final Project shop = mock(Project.class);
    private final ApplicationUser admin = mock(ApplicationUser.class);

    @Before
    public void aProjectOfThisJira() {
        when(shop.getId()).thenReturn(10_000L);
        when(shop.getKey()).thenReturn("SHOP");
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        when(projects.getProjectObjByKey("STORE")).thenReturn(shop);
        when(admin.getKey()).thenReturn("admin");
        when(earlier.of(any(), any())).thenReturn(new EarlierImportLookup.Found(State.NOTHING, Optional.empty()));
        when(application.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.com/jira");
        when(creation.prepare(any(), any(), any())).thenReturn(new ImportedIssueCreation.Prepared(
                new IssueService.CreateValidationResult(mock(MutableIssue.class), new SimpleErrorCollection(), Map.of())));
    }

    @Test
    public void knowsAFileOfTheSameProjectOfTheSameJira() {
        assertTrue(planner.isOf(file("SHOP", "https://jira.example.com/jira"), shop));
        assertTrue("a slash at its end", planner.isOf(file("SHOP", "https://Jira.example.com/jira/"), shop));
        assertTrue("by its former key", planner.isOf(file("STORE", "https://jira.example.com/jira"), shop));
        assertFalse("another project", planner.isOf(file("OPS", "https://jira.example.com/jira"), shop));
        assertFalse("another Jira", planner.isOf(file("SHOP", "https://old.example.com/jira"), shop));
    }

    @Test
    public void namesOwnersWhoCannotBeAssigned() {
        ApplicationUser ann = user("ann", true);
        ApplicationUser bea = user("bea", true);
        user("cem", false);
        when(permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, shop, bea)).thenReturn(true);
        ImportPlan plan = plan(issue(1, "ann"), issue(2, "bea"), issue(3, "cem"), issue(4, "nobody"));
        assertEquals(List.of("ann", "cem"), plan.people().stream().filter(ImportPlan.Person::isUnfitOwner).map(ImportPlan.Person::user)
                .toList());
        verify(permissions).hasPermission(ProjectPermissions.ASSIGNABLE_USER, shop, ann);
    }

    @Test
    public void namesIssuesThatJiraOrTheirGatesWouldRefuse() {
        when(gates.sentences(any(), eq("admin"))).thenReturn(List.of("Due date: in the past")).thenReturn(List.of());
        when(creation.prepare(eq(issue(3, "")), any(), any()))
                .thenThrow(new ImportedIssueCreation.RefusedException(List.of("Summary is required.")));
        ImportPlan plan = plan(issue(1, ""), issue(2, ""), issue(3, ""));
        assertEquals(List.of(new ImportPlan.IssueFindings("OLD-1", List.of("Due date: in the past"))), plan.unmet().first());
        assertEquals(1, plan.unmet().count());
        assertEquals(List.of(new ImportPlan.IssueFindings("OLD-3", List.of("Summary is required."))), plan.refused().first());
    }

    @Test
    public void asksNothingAboutWhatWasImportedBefore() {
        when(earlier.of(any(), any())).thenReturn(new EarlierImportLookup.Found(State.DONE, Optional.of(mock(MutableIssue.class))));
        assertEquals(1, plan(issue(1, "")).found());
        verify(creation, never()).prepare(any(), any(), any());
    }

    @Test
    public void refusesWhatWasBegunInAnotherProjectAndCountsWhatWasDeleted() {
        Issue begun = mock(Issue.class);
        when(earlier.of(eq(issue(1, "")), any())).thenReturn(new EarlierImportLookup.Found(State.ELSEWHERE, Optional.of(begun)));
        when(earlier.of(eq(issue(2, "")), any())).thenReturn(new EarlierImportLookup.Found(State.GONE, Optional.empty()));
        when(issues.elsewhere(begun)).thenReturn("Begun in OPS");
        ImportPlan plan = plan(issue(1, ""), issue(2, ""));
        assertEquals(List.of(new ImportPlan.IssueFindings("OLD-1", List.of("Begun in OPS"))), plan.refused().first());
        assertEquals("0 1", plan.found() + " " + plan.anew());
        verify(creation, never()).prepare(eq(issue(1, "")), any(), any());
        verify(creation).prepare(eq(issue(2, "")), any(), any());
    }

    private ImportPlan plan(TakenIssue... issues) {
        ImportPlanner.Survey survey = planner.survey(file("OLD", "https://old.example.com"), shop, admin);
        List.of(issues).forEach(survey::add);
        return survey.plan(1);
    }

    private ApplicationUser user(String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getUsername()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByName(name)).thenReturn(user);
        return user;
    }

    private static TakenProject file(String key, String address) {
        return new TakenProject(TakenProject.FORMAT, key, "Old", address, 0, Map.of(), List.of());
    }

    private static TakenIssue issue(int number, String owner) {
        return new TakenIssue(number, "OLD-" + number, "blocker", "Provider is slow", "", "Open", Optional.of("OPEN"), Optional.empty(),
                MONDAY, MONDAY, Optional.empty(), Optional.empty(), owner.isEmpty() ? Map.of() : Map.of("owner", owner), List.of(), 0,
                List.of(), List.of(),
                List.of(), Optional.empty(), Optional.empty(), List.of());
    }
}
