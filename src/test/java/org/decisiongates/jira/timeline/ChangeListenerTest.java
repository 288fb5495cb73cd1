package org.decisiongates.jira.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.event.commit.OnCommitEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;
import org.ofbiz.core.entity.GenericValue;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Changes;

public class ChangeListenerTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");

    private final Issue issue = mock(Issue.class);
    private final ApplicationUser lead = mock(ApplicationUser.class);
    private final IssueHistories histories = mock(IssueHistories.class);
    private final Changes changes = mock(Changes.class);
    private final List<Change> appended = new ArrayList<>();
    private final IssueChangeSubscriber subscriber = mock(IssueChangeSubscriber.class);
    private final ChangeListener listener = new ChangeListener(changes, histories, mock(ProjectTime.class), List.of(subscriber));

    @Before
    public void setUp() {
        when(issue.getId()).thenReturn(10200L);
        when(lead.getKey()).thenReturn("lead");
        when(histories.concerns(issue)).thenReturn(true);
        when(histories.changed(any(), anyLong()))
                .thenAnswer(call -> List.of(change(call.getArgument(1, Long.class).toString(), Item.OWNER, "lead", NINE)));
        when(histories.created(issue)).thenReturn(List.of(change(Change.CREATION, Item.CREATED, "lead", NINE)));
        when(histories.deleted(any(), anyString(), any()))
                .thenAnswer(call -> List.of(change("gone", Item.DELETED, call.getArgument(1), call.getArgument(2))));
        when(changes.append(any())).thenAnswer(call -> appended.add(call.getArgument(0)));
    }

    @Test
    public void hearsAnEventInBothForms() {
        commit(event(EventType.ISSUE_UPDATED_ID, 1L));
        commit(delegating(event(EventType.ISSUE_UPDATED_ID, 2L)));
        assertEquals(List.of("1", "2"), appended.stream().map(Change::group).toList());
    }

    @Test
    public void writesAChangeOnceHoweverManyEventsTellOfIt() {
        commit(delegating(event(EventType.ISSUE_ASSIGNED_ID, 1L)), delegating(event(EventType.ISSUE_UPDATED_ID, 1L)),
                event(EventType.ISSUE_UPDATED_ID, 1L));
        commit(delegating(event(EventType.ISSUE_UPDATED_ID, 1L)));
        assertEquals(1, appended.size());
        verify(histories, times(1)).changed(issue, 1L);
    }

    @Test
    public void assumesNoOrder() {
        commit(delegating(event(EventType.ISSUE_DELETED_ID, null)));
        commit(delegating(event(EventType.ISSUE_UPDATED_ID, 2L)), delegating(event(EventType.ISSUE_UPDATED_ID, 1L)));
        commit(delegating(event(EventType.ISSUE_CREATED_ID, null)));
        assertEquals(List.of("gone", "2", "1", Change.CREATION), appended.stream().map(Change::group).toList());
    }

    @Test
    public void keepsWhoDeletedAnIssueAndWhen() {
        commit(delegating(event(EventType.ISSUE_DELETED_ID, null)));
        assertEquals(List.of(change("gone", Item.DELETED, "lead", NINE)), appended);
    }

    @Test
    public void triesAgainWhatItCouldNotWrite() {
        doThrow(new IllegalStateException("the database is down")).when(changes).append(any());
        commit(delegating(event(EventType.ISSUE_UPDATED_ID, 1L)));
        doReturn(true).when(changes).append(any());
        commit(delegating(event(EventType.ISSUE_UPDATED_ID, 1L)));
        verify(changes, times(2)).append(change("1", Item.OWNER, "lead", NINE));
    }

    @Test
    public void readsNothingForAComment() {
        commit(delegating(event(EventType.ISSUE_COMMENTED_ID, null)), "something else");
        verify(histories, times(0)).concerns(any());
        assertEquals(List.of(), appended);
    }

    private void commit(Object... events) {
        List<OnCommitEvent<?>> bundle = new ArrayList<>();
        for (Object event : events) {
            bundle.add(() -> event);
        }
        listener.onCommitted(() -> bundle);
    }

    private static DelegatingJiraIssueEvent delegating(IssueEvent event) {
        return () -> event;
    }

    private IssueEvent event(Long type, Long group) {
        GenericValue changeLog = group == null ? null : new GenericValue("ChangeGroup", Map.of("id", group));
        return new IssueEvent(issue, Map.of(), lead, type, null, changeLog, Date.from(NINE));
    }

    private static Change change(String group, Item item, String actor, Instant at) {
        return aChange().issue(10200, "RISK-1").group(group).item(item).to("lead").by(actor).at(at).change();
    }
}
