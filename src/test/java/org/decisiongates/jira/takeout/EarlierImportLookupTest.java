package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.takeout.EarlierImportLookup.State;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakenIssue;

public class EarlierImportLookupTest {

    private static final Instant BEGUN = Instant.parse("2026-11-16T09:00:00.900Z");
    private static final Instant SECOND = Instant.parse("2026-11-16T09:00:00Z");
    private static final long SHOP = 10_000;
    private static final long OPS = 10_001;

    private final ImportedIssues imported = mock(ImportedIssues.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final Searches searches = mock(Searches.class);
    private final EarlierImportLookup earlier = new EarlierImportLookup(imported, types, issues, searches,
            Clock.fixed(BEGUN.plus(Duration.ofMinutes(20)), ZoneOffset.UTC));
    private final Project shop = mock(Project.class);
    private final TakenIssue taken = new TakenIssue(10_008, "OLD-8", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"),
            Optional.empty(), BEGUN, BEGUN, Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, List.of(), List.of(), List.of(),
            Optional.empty(), Optional.empty(), List.of());
    private final IssueImport.Target target = new IssueImport.Target("https://old.example.com", shop, mock(ApplicationUser.class),
            new ImportPersonMapping(Map.of(), mock(UserManager.class)), false);

    @Before
    public void issuesThatAreDecisions() {
        when(shop.getId()).thenReturn(SHOP);
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.DECISION));
    }

    @Test
    public void goesOnOnlyWithinTheProjectOfTheImport() {
        assertEquals(State.NOTHING, state());
        issue(10_200, SHOP, SECOND);
        known(Optional.of(10_200L), false);
        assertEquals(State.BEGUN, state());
        issue(10_200, OPS, SECOND);
        assertEquals(State.ELSEWHERE, state());
        known(Optional.of(10_200L), true);
        assertEquals("it was moved, or the file is imported into a second project", State.DONE, state());
    }

    @Test
    public void knowsWhatWasDeleted() {
        known(Optional.of(10_200L), true);
        assertEquals(State.GONE, state());
        known(Optional.of(10_200L), false);
        assertEquals(State.GONE, state());
    }

    /** An index keeps seconds, so what was created just after the beginning seems older. */
    @Test
    public void findsWhatAKilledImportCreatedWhereJiraKeepsSeconds() {
        known(Optional.empty(), false);
        searchFinds(issue(10_200, SHOP, SECOND));
        assertEquals(State.BEGUN, state());
        searchFinds(issue(10_200, OPS, SECOND));
        assertEquals("it may have been imported into another project", State.ELSEWHERE, state());
        searchFinds(issue(10_201, OPS, SECOND), issue(10_200, SHOP, SECOND.plusSeconds(5)));
        assertEquals("one of the project first", State.BEGUN, state());
    }

    @Test
    public void takesNothingForItThatIsOlderOrKnownToBeAnother() {
        known(Optional.empty(), false);
        searchFinds(issue(10_200, SHOP, SECOND.minusSeconds(60)));
        assertEquals(State.NOTHING, state());
        searchFinds(issue(10_200, SHOP, SECOND));
        when(imported.isImported(10_200)).thenReturn(true);
        assertEquals(State.NOTHING, state());
        when(imported.isImported(10_200)).thenReturn(false);
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.BLOCKER));
        assertEquals(State.NOTHING, state());
    }

    private State state() {
        return earlier.of(taken, target).state();
    }

    private void known(Optional<Long> id, boolean done) {
        when(imported.find(any())).thenReturn(Optional.of(new ImportedIssue("a", id, BEGUN, done)));
    }

    private void searchFinds(Issue... found) {
        when(searches.find(any(ApplicationUser.class), anyString(), anyInt()))
                .thenReturn(new Searches.Found(Stream.of(found).toList(), found.length));
    }

    private MutableIssue issue(long id, long project, Instant created) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getProjectId()).thenReturn(project);
        when(issue.getSummary()).thenReturn("Which provider?");
        when(issue.getCreated()).thenReturn(Timestamp.from(created));
        when(issues.getIssueObject(id)).thenReturn(issue);
        return issue;
    }
}
