package org.decisiongates.jira.blocker;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
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
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.Records;

/** What becomes of a Blocker when a step behind its creation fails. */
public class BlockerServiceTest {

    private final EnabledProjects enabled = mock(EnabledProjects.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final Searches searches = mock(Searches.class);
    private final BlockerCreation creation = mock(BlockerCreation.class);
    private final BlockingLinks links = mock(BlockingLinks.class);
    private final ImpedimentFlag flag = mock(ImpedimentFlag.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final Issue story = mock(Issue.class);
    private final Issue blocker = mock(Issue.class);
    private final IssueLinkType blocks = mock(IssueLinkType.class);
    private final BlockerDraft draft = new BlockerDraft(Map.of(BlockerInput.SUMMARY, "No test cards"));
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final BlockerService service = new BlockerService(enabled, permissions, locks, searches, types,
            mock(OwnIssueAccess.class), mock(BlockerCauses.class), creation, mock(CommunicationPlans.class), mock(Records.class), links,
            flag,
            mock(JiraTexts.class));

    @Before
    public void prepare() {
        Project project = mock(Project.class);
        ClusterLock lock = mock(ClusterLock.class);
        when(project.getKey()).thenReturn("SHOP");
        when(project.getId()).thenReturn(10000L);
        when(story.getProjectObject()).thenReturn(project);
        when(story.getKey()).thenReturn("SHOP-8");
        when(blocker.getKey()).thenReturn("SHOP-9");
        when(blocker.getSummary()).thenReturn("No test cards");
        when(enabled.enabled()).thenReturn(List.of(project));
        when(permissions.hasPermission(any(), any(Project.class), any())).thenReturn(true);
        when(locks.getLockForName(any())).thenReturn(lock);
        when(links.chosen("")).thenReturn(Optional.of(blocks));
        when(links.isForOrFree(blocker, story)).thenReturn(true);
        when(searches.find(any(ApplicationUser.class), any(), anyInt())).thenReturn(new Searches.Found(List.of(), 0));
        when(creation.create(any(), any(), any(), any())).thenReturn(blocker);
    }

    @Test
    public void saysThatTheLinkFailedFlagsTheIssueAndFinishesAtTheNextPress() throws Exception {
        doThrow(new CreateException("no")).when(links).link(blocker, story, blocks, caller);
        RaisedBlocker half = service.raise(story, draft, caller);
        assertTrue(half.created());
        assertEquals(List.of("decision-gates.jira.blocker.not-linked"), half.undone().stream().map(one -> one.key()).toList());
        verify(flag).raise(story, caller);

        doNothing().when(links).link(blocker, story, blocks, caller);
        when(searches.find(any(ApplicationUser.class), any(), anyInt())).thenReturn(new Searches.Found(List.of(blocker), 1));
        assertEquals(new RaisedBlocker("SHOP-9", false, List.of()), service.raise(story, draft, caller));
        verify(creation, times(1)).create(any(), any(), any(), any());
    }

    @Test
    public void raisesAnotherOneWhereTheFirstIsSettled() {
        when(blocker.getProjectId()).thenReturn(10000L);
        when(blocker.getStatusId()).thenReturn("10105");
        when(searches.find(any(ApplicationUser.class), any(), anyInt())).thenReturn(new Searches.Found(List.of(blocker), 1));
        when(types.phaseOf(OwnIssueType.BLOCKER, 10000L, "10105")).thenReturn(status(BlockerPhase.RESOLVING));
        assertFalse(service.raise(story, draft, caller).created());
        when(types.phaseOf(OwnIssueType.BLOCKER, 10000L, "10105")).thenReturn(status(BlockerPhase.RESOLVED));
        assertTrue(service.raise(story, draft, caller).created());
    }

    private static Optional<OwnStatus> status(BlockerPhase phase) {
        return OwnStatus.all().stream().filter(status -> status.type() == OwnIssueType.BLOCKER && status.phase().equals(phase.name()))
                .findFirst();
    }

    @Test
    public void tellsEveryStepThatFailed() throws Exception {
        doThrow(new IllegalStateException("the index is away")).when(links).link(blocker, story, blocks, caller);
        doThrow(new IllegalStateException("the field is away")).when(flag).raise(story, caller);

        assertEquals(List.of("decision-gates.jira.blocker.not-linked", "decision-gates.jira.blocker.not-flagged"),
                service.raise(story, draft, caller).undone().stream().map(one -> one.key()).toList());
    }
}
