package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakenIssue;

public class IssueImportTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final ImportedIssues imported = mock(ImportedIssues.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final IssueImport issueImport = new IssueImport(imported, mock(OwnIssueTypes.class), issues, mock(Searches.class),
            mock(ImportedIssueCreation.class), mock(ImportedRowWriter.class), mock(ImportedHistory.class), mock(JiraTexts.class),
            Clock.fixed(MONDAY, ZoneOffset.UTC));
    private final TakenIssue taken = new TakenIssue(10_008, "OLD-8", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"),
            Optional.empty(), MONDAY,
            MONDAY, Optional.empty(), Map.of(), List.of(), 0, List.of(), List.of(), List.of(), Optional.empty(), List.of());
    private final IssueImport.Target target = new IssueImport.Target("https://old.example.com", mock(Project.class),
            mock(ApplicationUser.class), new ImportPersonMapping(Map.of(), mock(UserManager.class)));

    @Test
    public void hasNoIssueToLinkToWhereItWasDeletedSince() {
        when(imported.find(any())).thenReturn(Optional.of(new ImportedIssue("a", Optional.of(10_200L), MONDAY, true)));
        when(issues.getIssueObject(10_200L)).thenReturn(mock(MutableIssue.class));
        assertEquals(Optional.of(10_200L), issueImport.idOf(taken, target));
        when(issues.getIssueObject(10_200L)).thenReturn(null);
        assertEquals(Optional.empty(), issueImport.idOf(taken, target));
    }
}
