package org.decisiongates.jira.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.Changes;

public class JournalCorrectionTest {

    private static final Instant UPDATED = Instant.parse("2026-11-17T10:00:00.345Z");
    private static final Instant NOW = UPDATED.plus(Duration.ofHours(1));
    private static final Change RECORDED = change("5", UPDATED);
    private static final Change CORRECTION = change(Change.correction(1), NOW);

    private final Changes changes = mock(Changes.class);
    private final IssueHistories histories = mock(IssueHistories.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final MutableIssue stored = mock(MutableIssue.class);
    private final JournalCorrection correction = new JournalCorrection(changes, histories, issues);

    @Before
    public void standElsewhere() {
        when(stored.getId()).thenReturn(10200L);
        when(stored.getUpdated()).thenReturn(Timestamp.from(UPDATED));
        when(issues.getIssueObject(10200L)).thenReturn(stored);
        when(changes.recorded(any())).thenReturn(List.of(RECORDED));
        when(changes.append(any())).thenReturn(true);
        when(histories.corrections(any(), any(), any())).thenReturn(List.of(CORRECTION));
    }

    @Test
    public void correctsWhatASearchFoundThoughAnIndexKeepsNoMilliseconds() {
        assertEquals(1, correction.correct(found(Instant.parse("2026-11-17T10:00:00Z")), List.of(RECORDED), NOW));
    }

    @Test
    public void waitsForAnIndexThatHasNotHeardOfTheLastChange() {
        assertEquals(0, correction.correct(found(UPDATED.minusSeconds(1)), List.of(RECORDED), NOW));
    }

    private static Issue found(Instant updated) {
        Issue found = mock(Issue.class);
        when(found.getId()).thenReturn(10200L);
        when(found.getUpdated()).thenReturn(Timestamp.from(updated));
        return found;
    }

    private static Change change(String group, Instant at) {
        return aChange().issue(10200, "SHOP-7").kind(Kind.DECISION).group(group).from("DRAFT").to("DECIDED").by("").at(at).change();
    }
}
