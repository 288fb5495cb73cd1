package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.takeout.EarlierImportLookup.State;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakenIssue;

public class IssueImportTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final ImportedIssues imported = mock(ImportedIssues.class);
    private final EarlierImportLookup earlier = mock(EarlierImportLookup.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ImportedIssueCreation creation = mock(ImportedIssueCreation.class);
    private final ImportedRowWriter rows = mock(ImportedRowWriter.class);
    private final ImportedHistory history = mock(ImportedHistory.class);
    private final JiraTexts texts = mock(JiraTexts.class,
            call -> call.getMethod().getReturnType() == String.class ? Arrays.toString(call.getArguments()) : null);
    private final IssueImport issueImport = new IssueImport(imported, earlier, issues, permissions, creation, rows, history, texts,
            Clock.fixed(MONDAY, ZoneOffset.UTC));
    private final TakenIssue taken = taken(Optional.empty());
    private final Project shop = project(10_000, "SHOP");
    private final Project ops = project(10_001, "OPS");
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final IssueImport.Target target = new IssueImport.Target("https://old.example.com", shop, caller,
            new ImportPersonMapping(Map.of(), mock(UserManager.class)), false);

    @Before
    public void aJiraThatCreatesIssues() {
        MutableIssue created = issue(10_300, "SHOP-9", shop);
        when(creation.create(any(), any(), any())).thenReturn(created);
        when(imported.begin(any(), any())).thenReturn(true);
    }

    @Test
    public void hasNoIssueToLinkToWhereItWasDeletedSince() {
        knownAs(10_200, true);
        MutableIssue made = issue(10_200, "SHOP-7", shop);
        when(issues.getIssueObject(10_200L)).thenReturn(made);
        assertEquals(Optional.of(10_200L), issueImport.idOf(taken, target));
        when(issues.getIssueObject(10_200L)).thenReturn(null);
        assertEquals(Optional.empty(), issueImport.idOf(taken, target));
    }

    @Test
    public void linksToAnIssueOfAnotherProjectOnlyWhereTheCallerMay() {
        knownAs(10_200, true);
        MutableIssue made = issue(10_200, "OPS-7", ops);
        when(issues.getIssueObject(10_200L)).thenReturn(made);
        assertEquals("nothing is allowed", Optional.empty(), issueImport.idOf(taken, target));
        when(permissions.hasPermission(ProjectPermissions.LINK_ISSUES, made, caller)).thenReturn(true);
        assertEquals("it cannot be seen", Optional.empty(), issueImport.idOf(taken, target));
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, made, caller)).thenReturn(true);
        assertEquals(Optional.of(10_200L), issueImport.idOf(taken, target));
        knownAs(10_200, false);
        assertEquals("it is not complete", Optional.empty(), issueImport.idOf(taken, target));
    }

    @Test
    public void writesNothingIntoAnotherProjectAndNamesIt() {
        found(State.ELSEWHERE, issue(10_200, "OPS-7", ops));
        assertEquals(new Line("OLD-8", "", Outcome.REFUSED, List.of("[decision-gates.takeout.import.elsewhere, OPS-7, OPS]")),
                issueImport.take(taken, target));
        verifyNoInteractions(rows, history, creation);
        verify(imported, never()).became(any(), anyLong());
    }

    @Test
    public void goesOnWithWhatWasBegunInTheSameProject() {
        MutableIssue begun = issue(10_200, "SHOP-7", shop);
        found(State.BEGUN, begun);
        assertEquals(new Line("OLD-8", "SHOP-7", Outcome.CREATED, List.of()), issueImport.take(taken, target));
        verify(rows).take(eq(taken), eq(begun), any(), any());
        verifyNoInteractions(creation);
    }

    @Test
    public void createsAnewWhatWasDeletedAndSaysSo() {
        when(earlier.of(taken, target)).thenReturn(new EarlierImportLookup.Found(State.GONE, Optional.empty()));
        when(imported.begin(any(), any())).thenReturn(false, true);
        assertEquals(new Line("OLD-8", "SHOP-9", Outcome.CREATED, List.of("[decision-gates.takeout.import.gone]")),
                issueImport.take(taken, target));
        verify(imported).forget(target.origin(taken));
        verify(imported).became(target.origin(taken), 10_300);
    }

    @Test
    public void createsWhatHadASecurityLevelOnlyOnRequest() {
        TakenIssue secured = taken(Optional.of("Board"));
        when(earlier.of(any(), any())).thenReturn(new EarlierImportLookup.Found(State.NOTHING, Optional.empty()));
        assertEquals(new Line("OLD-8", "", Outcome.REFUSED, List.of("[decision-gates.takeout.import.not-secured, Board, SHOP]")),
                issueImport.take(secured, target));
        verifyNoInteractions(creation);
        verify(imported, never()).begin(any(), any());
        assertEquals(new Line("OLD-8", "SHOP-9", Outcome.CREATED, List.of("[decision-gates.takeout.import.secured, Board, SHOP]")),
                issueImport.take(secured, new IssueImport.Target(target.address(), shop, caller, target.people(), true)));
    }

    private static TakenIssue taken(Optional<String> level) {
        return new TakenIssue(10_008, "OLD-8", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"),
                Optional.empty(), MONDAY,
                MONDAY, Optional.empty(), level, Map.of(), List.of(), 0, List.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), List.of());
    }

    private void found(State state, Issue issue) {
        when(earlier.of(taken, target)).thenReturn(new EarlierImportLookup.Found(state, Optional.of(issue)));
    }

    private void knownAs(long id, boolean done) {
        when(imported.find(any())).thenReturn(Optional.of(new ImportedIssue("a", Optional.of(id), MONDAY, done)));
    }

    private static Project project(long id, String key) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        when(project.getKey()).thenReturn(key);
        return project;
    }

    private static MutableIssue issue(long id, String key, Project project) {
        long projectId = project.getId();
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn(key);
        when(issue.getProjectId()).thenReturn(projectId);
        when(issue.getProjectObject()).thenReturn(project);
        return issue;
    }
}
