package org.decisiongates.jira.trail;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import org.junit.Test;

import org.decisiongates.trail.TextEdit;
import org.decisiongates.trail.TextEdit.What;

public class TextEditHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final List<ChangeHistory> all = new ArrayList<>();
    private final Issue issue = mock(Issue.class);

    @Test
    public void takesWhatWasDoneToSummaryAndDescriptionAndNothingElse() {
        history("lead", item("jira", "summary", "Old", "New"), item("jira", "status", "Draft", "In review"));
        history(null, item("jira", "description", null, "Long"));
        history("lead", item("jira", "description", "Long", "Longer"), item("custom", "summary", "a", "b"));
        history("owner", item("jira", "description", "Longer", ""), item("jira", null, "a", "b"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(new TextEdit(NOON, "lead", What.SUMMARY_CHANGED, "New"), new TextEdit(NOON, "", What.DESCRIPTION_ADDED, ""),
                new TextEdit(NOON, "lead", What.DESCRIPTION_CHANGED, ""), new TextEdit(NOON, "owner", What.DESCRIPTION_REMOVED, "")),
                new TextEditHistory(histories).of(issue));
    }

    /** A program may edit a description every minute. */
    @Test
    public void readsNoMoreOfThemThanOfChanges() {
        history("lead", item("jira", "summary", "Old", "New"));
        history("bot", item("jira", "description", "Long", "Longer"));
        List<ChangeHistory> many = new ArrayList<>(List.of(all.get(0)));
        many.addAll(Collections.nCopies(TextEditHistory.MAX_EDITS, all.get(1)));
        when(histories.getChangeHistories(issue)).thenReturn(many);
        List<TextEdit> read = new TextEditHistory(histories).of(issue);
        assertEquals(10_000, read.size());
        assertEquals("the first are there", What.SUMMARY_CHANGED, read.get(0).what());
    }

    private void history(String author, ChangeItemBean... items) {
        ChangeHistory history = mock(ChangeHistory.class, withSettings().stubOnly());
        when(history.getAuthorKey()).thenReturn(author);
        when(history.getTimePerformed()).thenReturn(Timestamp.from(NOON));
        when(history.getChangeItemBeans()).thenReturn(List.of(items));
        all.add(history);
    }

    private static ChangeItemBean item(String type, String field, String before, String after) {
        return new ChangeItemBean(type, field, null, before, null, after, Timestamp.from(NOON));
    }
}
