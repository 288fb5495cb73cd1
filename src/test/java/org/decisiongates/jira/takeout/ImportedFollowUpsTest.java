package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

public class ImportedFollowUpsTest {

    private static final Criterion FAST = new Criterion(7, "Fast", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE);
    private static final RowRevision REVISION = new RowRevision(7, 1);

    private final Records records = mock(Records.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final JiraTexts texts = mock(JiraTexts.class,
            call -> call.getMethod().getReturnType() == String.class ? Arrays.toString(call.getArguments()) : null);
    private final ImportedFollowUps followUps = new ImportedFollowUps(records, issues, mock(OwnIssueAccess.class), texts);
    private final List<String> notes = new ArrayList<>();

    @Before
    public void anImportedIssue() {
        MutableIssue issue = mock(MutableIssue.class);
        when(issues.getIssueObject(20L)).thenReturn(issue);
        when(records.change(any(), any(), any())).thenReturn(new RowChangeOutcome.Applied<>(new RowAtRevision<>(REVISION, FAST)));
    }

    @Test
    public void nameTheIssueThatTheFollowUpIsHere() {
        stored(FAST);
        followUps.take(following("OLD-2"), 20, Map.of("OLD-2", 21L), notes);
        verify(records).change(any(), eq(REVISION), eq(FAST.followedUpBy(21)));
        assertEquals(List.of(), notes);
    }

    @Test
    public void changeNothingThatIsNamedAlready() {
        stored(FAST.followedUpBy(21));
        followUps.take(following("OLD-2"), 20, Map.of("OLD-2", 21L), notes);
        verify(records, never()).change(any(), any(), any());
        assertEquals(List.of(), notes);
    }

    @Test
    public void noteWhatCannotBeNamed() {
        stored(FAST.followedUpBy(30));
        followUps.take(following("OLD-2"), 20, Map.of("OLD-2", 21L), notes);
        followUps.take(following("OLD-3"), 20, Map.of("OLD-2", 21L), notes);
        verify(records, never()).change(any(), any(), any());
        assertEquals(List.of("[decision-gates.takeout.import.no-follow-up, OLD-2]", "[decision-gates.takeout.import.no-follow-up, OLD-3]"),
                notes);
    }

    @Test
    public void leaveEmptyWhatSomebodyEmptiedSinceAnInterruptedImport() {
        when(records.ofIssue(20)).thenReturn(List.of(new RowAtRevision<>(REVISION.next().next(), FAST)));
        followUps.take(following("OLD-2"), 20, Map.of("OLD-2", 21L), notes);
        verify(records, never()).change(any(), any(), any());
        assertEquals(List.of("[decision-gates.takeout.import.no-follow-up, OLD-2]"), notes);
    }

    private void stored(IssueRecord row) {
        when(records.ofIssue(20)).thenReturn(List.of(new RowAtRevision<>(REVISION, row)));
    }

    private static TakenIssue following(String key) {
        return new TakenIssue(1, "OLD-1", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"), Optional.empty(),
                Instant.EPOCH, Instant.EPOCH, Optional.empty(), Optional.empty(), Map.of(), List.of(), 0,
                List.of(new NumberedValues(7, Map.of("kind", "criterion", "text", "Fast", "state", "NOT_DEMONSTRABLE", "followUp", key))),
                List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }
}
