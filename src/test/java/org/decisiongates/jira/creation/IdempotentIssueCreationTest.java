package org.decisiongates.jira.creation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/** What becomes of an issue when a step behind its creation fails, and when it is asked for again. */
public class IdempotentIssueCreationTest {

    private enum Input implements CreationInput {
        SUMMARY,
        ANOTHER;

        @Override
        public String key() {
            return this == SUMMARY ? "summary" : "another";
        }
    }

    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final Searches searches = mock(Searches.class);
    private final IssueCreation creation = mock(IssueCreation.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final OwnIssueAccess access = mock(OwnIssueAccess.class);
    private final JiraTexts texts = mock(JiraTexts.class);
    private final IssueCreationMapping plan = mock(IssueCreationMapping.class);
    private final PostCreationStep.Action link = mock(PostCreationStep.Action.class);
    private final PostCreationStep.Action flag = mock(PostCreationStep.Action.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final Issue story = mock(Issue.class);
    private final Issue blocker = issue("SHOP-9", 10009);
    private final IdempotentIssueCreation service = new IdempotentIssueCreation(locks, searches, types, access,
            mock(IssueLinkManager.class), creation,
            texts);

    @Before
    public void prepare() {
        Project project = mock(Project.class);
        when(project.getKey()).thenReturn("SHOP");
        ClusterLock lock = mock(ClusterLock.class);
        when(locks.getLockForName(any())).thenReturn(lock);
        when(plan.type()).thenReturn(OwnIssueType.BLOCKER);
        when(plan.project()).thenReturn(project);
        when(plan.anotherInput()).thenReturn(Input.ANOTHER);
        when(plan.summary(any())).thenReturn("No test cards");
        foundAre();
        when(creation.create(any(), any(), any(), any())).thenReturn(blocker);
        when(texts.text(any(), any())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    public void saysThatTheLinkFailedGoesOnAndFinishesAtTheNextPress() throws Exception {
        doThrow(new CreateException("no")).when(link).complete(blocker);
        CreatedIssue half = create("");
        assertTrue(half.created());
        assertEquals(List.of("not-linked"), half.undone().stream().map(Message::key).toList());
        verify(flag).complete(blocker);

        doNothing().when(link).complete(blocker);
        foundAre(blocker);
        assertEquals(new CreatedIssue("SHOP-9", false, List.of()), create(""));
        verify(creation, times(1)).create(any(), any(), any(), any());
    }

    @Test
    public void tellsEveryStepThatFailed() throws Exception {
        doThrow(new IllegalStateException("the index is away")).when(link).complete(blocker);
        doThrow(new IllegalStateException("the field is away")).when(flag).complete(blocker);

        assertEquals(List.of("not-linked", "not-flagged"), create("").undone().stream().map(Message::key).toList());
    }

    @Test
    public void asksOfAnIssueThatWasThereNothingThatIsAboutANewOne() throws Exception {
        List<PostCreationStep> steps = List.of(new PostCreationStep(Message.of("no-context"), PostCreationStep.When.CREATED, flag));
        doThrow(new IllegalStateException("no description")).when(flag).complete(blocker);
        assertEquals(List.of("no-context"), create("", steps).undone().stream().map(Message::key).toList());
        foundAre(blocker);
        assertEquals(new CreatedIssue("SHOP-9", false, List.of()), create("", steps));
    }

    @Test
    public void createsAnotherOneWhereTheFirstIsSettled() {
        when(blocker.getProjectId()).thenReturn(10000L);
        when(blocker.getStatusId()).thenReturn("10105");
        foundAre(blocker);
        when(types.phaseOf(OwnIssueType.BLOCKER, 10000L, "10105")).thenReturn(status(BlockerPhase.RESOLVING));
        assertFalse(create("").created());
        when(types.phaseOf(OwnIssueType.BLOCKER, 10000L, "10105")).thenReturn(status(BlockerPhase.RESOLVED));
        assertTrue(create("").created());
    }

    @Test
    public void createsAnotherOneOnceForWhoSaysThatTheFirstIsNotMeant() {
        Issue second = issue("SHOP-10", 10010);
        when(access.visible("SHOP-9")).thenReturn(Optional.of(blocker));
        foundAre(blocker);
        when(creation.create(any(), any(), any(), any())).thenReturn(second);
        assertEquals(new CreatedIssue("SHOP-10", true, List.of()), create("SHOP-9"));

        foundAre(blocker, second);
        assertEquals("pressed twice", new CreatedIssue("SHOP-10", false, List.of()), create("SHOP-9"));
        assertEquals("the newest is the one that was asked for last", "SHOP-10", create("").key());
        verify(creation, times(1)).create(any(), any(), any(), any());
    }

    @Test
    public void saysThatTheIssueWhichIsNotMeantIsUnknown() {
        when(creation.create(any(), any(), any(), eq(Map.of(Input.ANOTHER, "decision-gates.jira.creation.no-such-issue"))))
                .thenThrow(new RefusedCreationException(Map.of(), List.of("refused")));
        assertThrows(RefusedCreationException.class, () -> create("SHOP-99"));
    }

    private CreatedIssue create(String another) {
        return create(another,
                List.of(new PostCreationStep(Message.of("not-linked"), link), new PostCreationStep(Message.of("not-flagged"), flag)));
    }

    private CreatedIssue create(String another, List<PostCreationStep> steps) {
        return service.create(plan, story, new CreationFormValues(Map.of(Input.SUMMARY, "No test cards", Input.ANOTHER, another)), caller,
                Map.of(), steps);
    }

    private void foundAre(Issue... issues) {
        when(searches.find(any(ApplicationUser.class), any(), anyInt())).thenReturn(new Searches.Found(List.of(issues), issues.length));
    }

    private static Issue issue(String key, long id) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn(key);
        when(issue.getId()).thenReturn(id);
        when(issue.getSummary()).thenReturn("No test cards");
        return issue;
    }

    private static Optional<OwnStatus> status(BlockerPhase phase) {
        return OwnStatus.all().stream().filter(status -> status.type() == OwnIssueType.BLOCKER && status.phase().equals(phase.name()))
                .findFirst();
    }
}
