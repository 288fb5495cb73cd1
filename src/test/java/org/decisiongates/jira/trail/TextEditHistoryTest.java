package org.decisiongates.jira.trail;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.trail.TextEdit;
import org.decisiongates.trail.TextEdit.What;

public class TextEditHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final List<ChangeHistory> all = new ArrayList<>();
    private final Issue issue = mock(Issue.class);
    private final JiraFields fields = mock(JiraFields.class);
    private final CustomFieldManager customFields = mock(CustomFieldManager.class);
    private final FormerNames names = new FormerNames(settings());
    private final CustomField question = mock(CustomField.class);
    private final CustomField fallback = mock(CustomField.class);

    public TextEditHistoryTest() {
        when(question.getId()).thenReturn("customfield_10001");
        when(fallback.getId()).thenReturn("customfield_10002");
        called(question, "Question");
        called(fallback, "Fallback plan");
        when(fields.custom(any(Field.class))).thenReturn(Optional.empty());
        when(fields.custom(new Field("question"))).thenReturn(Optional.of(question));
        when(fields.custom(new Field("fallback"))).thenReturn(Optional.of(fallback));
    }

    @Test
    public void takesWhatWasDoneToSummaryAndDescriptionAndNothingElse() {
        history("lead", item("jira", "summary", "Old", "New"), item("jira", "status", "Draft", "In review"));
        history(null, item("jira", "description", null, "Long"));
        history("lead", item("jira", "description", "Long", "Longer"), item("custom", "summary", "a", "b"));
        history("owner", item("jira", "description", "Longer", ""), item("jira", null, "a", "b"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(new TextEdit(NOON, "lead", What.SUMMARY_CHANGED, "New"), new TextEdit(NOON, "", What.DESCRIPTION_ADDED, ""),
                new TextEdit(NOON, "lead", What.DESCRIPTION_CHANGED, ""), new TextEdit(NOON, "owner", What.DESCRIPTION_REMOVED, "")),
                read());
    }

    /** A program may edit a description every minute. */
    @Test
    public void readsNoMoreOfThemThanOfChanges() {
        history("lead", item("jira", "summary", "Old", "New"));
        history("bot", item("jira", "description", "Long", "Longer"));
        List<ChangeHistory> many = new ArrayList<>(List.of(all.get(0)));
        many.addAll(Collections.nCopies(TextEditHistory.MAX_EDITS, all.get(1)));
        when(histories.getChangeHistories(issue)).thenReturn(many);
        List<TextEdit> read = read();
        assertEquals(10_000, read.size());
        assertEquals("the first are there", What.SUMMARY_CHANGED, read.get(0).what());
    }

    /** That a fallback was written down or removed is in the journal. */
    @Test
    public void takesWhatWasDoneToTheQuestionAndEditsOfAFallback() {
        history("lead", item("custom", "Question", null, "Which?"), item("custom", "Fallback plan", null, "Keep it"));
        history("lead", item("custom", "Question", "Which?", "Which one?"), item("custom", "Fallback plan", "Keep it", "Keep both"));
        history("owner", item("custom", "Question", "Which one?", ""), item("custom", "Fallback plan", "Keep both", null));
        history("owner", item("jira", "Question", "a", "b"), item("custom", "Trade-offs", "a", "b"), item("custom", null, "a", "b"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(new TextEdit(NOON, "lead", What.QUESTION_ADDED, ""), new TextEdit(NOON, "lead", What.QUESTION_CHANGED, ""),
                new TextEdit(NOON, "lead", What.FALLBACK_CHANGED, ""), new TextEdit(NOON, "owner", What.QUESTION_REMOVED, "")), read());
    }

    @Test
    public void knowsAFieldThatWasRenamedByItsFormerName() {
        names.of(OwnField.FALLBACK, fallback);
        called(fallback, "Plan B");
        history("lead", item("custom", "Fallback plan", "a", "b"), item("custom", "Plan B", "b", "c"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(new TextEdit(NOON, "lead", What.FALLBACK_CHANGED, ""), new TextEdit(NOON, "lead", What.FALLBACK_CHANGED, "")),
                read());
    }

    /** Another app may bring a field of that name. */
    @Test
    public void takesOfFieldsOfOneNameWhatLeadsToTheValueOfOurs() {
        CustomField other = mock(CustomField.class);
        when(other.getId()).thenReturn("customfield_10099");
        when(customFields.getCustomFieldObjectsByName("Question")).thenReturn(List.of(question, other));
        when(issue.getCustomFieldValue(question)).thenReturn("Which one?");
        history("lead", item("custom", "Question", null, "Which?"), item("custom", "Question", "x", "y"));
        history("owner", item("custom", "Question", "Which?", "Which one?"), item("custom", "Question", "y", "z"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(new TextEdit(NOON, "lead", What.QUESTION_ADDED, ""), new TextEdit(NOON, "owner", What.QUESTION_CHANGED, "")),
                read());
    }

    @Test
    public void takesNothingOfAFieldThatWasRemovedFromJira() {
        when(fields.custom(any(Field.class))).thenReturn(Optional.empty());
        history("lead", item("custom", "Question", null, "Which?"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(List.of(), read());
    }

    private List<TextEdit> read() {
        return new TextEditHistory(histories, new OwnTextFields(fields, customFields, names)).of(issue);
    }

    private static void called(CustomField field, String name) {
        when(field.getUntranslatedName()).thenReturn(name);
        when(field.getFieldName()).thenReturn(name);
    }

    private static PluginSettingsFactory settings() {
        Map<String, Object> stored = new HashMap<>();
        PluginSettings settings = mock(PluginSettings.class);
        when(settings.get(anyString())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(settings.put(anyString(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        return factory;
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
