package org.decisiongates.jira.approval;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;

public class JiraContentEditorsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final IssueManager issues = mock(IssueManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final Changes changes = mock(Changes.class);
    private final JiraFields fields = mock(JiraFields.class);
    private final FormerNames names = new FormerNames(settings());
    private final CustomField question = mock(CustomField.class);
    private final MutableIssue issue = mock(MutableIssue.class);

    public JiraContentEditorsTest() {
        when(issues.getIssueObject(7L)).thenReturn(issue);
        when(fields.custom(any(Field.class))).thenReturn(Optional.empty());
        called("Question", "Question");
        when(fields.custom(new Field("question"))).thenReturn(Optional.of(question));
    }

    @Test
    public void takesWhoeverCreatedTheIssueForAnEditorOfAllOfIt() {
        when(issue.getCreatorId()).thenReturn("cleo");
        for (SealedSection section : SealedSection.values()) {
            assertEquals(section.key(), Set.of("cleo"), editors().get(section.key()));
        }
    }

    @Test
    public void findsEditorsOfFieldsInTheHistory() {
        List<ChangeHistory> all = List.of(history("ann", "jira", "summary"), history("ben", "jira", "Fix Version"),
                history("dora", "custom", "Question"), history("eve", "jira", "duedate"), history("fay", "jira", "status"),
                history("gus", "custom", "summary"), history(null, "jira", "description"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(Map.of("scope", Set.of("ann"), "release", Set.of("ben"), "question", Set.of("dora"), "due-date", Set.of("eve")),
                editors());
    }

    /** History has the name as it was then; the translation for the current user is another one. */
    @Test
    public void findsEditorsOfAFieldInWhateverLanguageTheReaderHas() {
        called("Question", "Frage");
        List<ChangeHistory> all = List.of(history("ann", "custom", "Question"), history("ben", "custom", "Frage"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        assertEquals(Map.of("question", new TreeSet<>(Set.of("ann", "ben"))), editors());
    }

    @Test
    public void findsEditorsOfAFieldThatWasRenamedSince() {
        List<ChangeHistory> all = List.of(history("ann", "custom", "Question"), history("ben", "custom", "What we decide"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        editors();
        called("What we decide", "What we decide");
        assertEquals(Map.of("question", new TreeSet<>(Set.of("ann", "ben"))), editors());
    }

    /** Who verifies a criterion, or accepts a trade-off, edits nothing that is approved. */
    @Test
    public void findsEditorsOfRowsInTheJournal() {
        List<Change> all = List.of(row("ann", "", "kind=criterion;text=Fast;state=OPEN"),
                row("vera", "kind=criterion;text=Fast;state=OPEN", "kind=criterion;text=Fast;state=VERIFIED;verifier=vera"),
                row("ben", "kind=option;text=A;state=OPEN", "kind=option;text=A;state=CHOSEN"),
                row("cleo", "kind=option;text=A;reason=B;state=CHOSEN", ""),
                row("dora", "kind=trade-off;text=A", "kind=trade-off;text=A;acceptedBy=dora"),
                row("eve", "kind=exception-state;path=EXPECTED;text=A", "kind=exception-state;path=FAILURE;text=A"),
                row("fay", "", "kind=risk;text=A"), row("", "", "kind=criterion;text=B"));
        when(changes.recorded(List.of(7L))).thenReturn(all);
        assertEquals(Map.of("criteria", Set.of("ann"), "options", Set.of("cleo"), "chosen-option", new TreeSet<>(Set.of("ben", "cleo")),
                "exception-states", Set.of("eve")), editors());
    }

    @Test
    public void findsEditsOfNobody() {
        List<ChangeHistory> all = List.of(history("ann", "jira", "summary"), history(null, "jira", "description"));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        List<Change> rows = List.of(row("", "", "kind=criterion;text=B"),
                row("vera", "kind=criterion;text=B;state=OPEN", "kind=criterion;text=B;state=VERIFIED"));
        when(changes.recorded(List.of(7L))).thenReturn(rows);
        SectionEdit nobodys = new SectionEdit(Optional.empty(), NOON);
        assertEquals(Map.of(SealedSection.SCOPE, List.of(edit("ann", 0), nobodys), SealedSection.CRITERIA, List.of(nobodys)),
                new JiraContentEditors(issues, histories, changes, fields, names).of(7).edits());
    }

    @Test
    public void takesWhatCannotBeReadForAnEditOfEverything() {
        List<Change> all = List.of(row("ann", "", "no row"));
        when(changes.recorded(List.of(7L))).thenReturn(all);
        assertEquals(SealedSection.values().length, editors().size());
    }

    @Test
    public void findsWhoOwnedTheIssueSinceAMoment() {
        List<Change> all = List.of(handover("2", "ann", "otto", 60), handover("3", "otto", "ann", 120), row("ben", "", "kind=risk;text=A"));
        when(changes.recorded(List.of(7L))).thenReturn(all);
        EditorsAndOwners authors = new JiraContentEditors(issues, histories, changes, fields, names).of(7);
        assertEquals(Set.of("ann", "otto"), authors.ownersSince().apply(NOON));
        assertEquals(Set.of("ann"), authors.ownersSince().apply(NOON.plusSeconds(180)));
    }

    private static SectionEdit edit(String userKey, int seconds) {
        return new SectionEdit(Optional.of(userKey), NOON.plusSeconds(seconds));
    }

    private static Change handover(String group, String from, String to, int seconds) {
        return aChange().issue(7, "SHOP-7").in(10000).group(group).item(Change.Item.OWNER).from(from).to(to).by(from)
                .at(NOON.plusSeconds(seconds)).change();
    }

    @Test
    public void findsTheEditsOfEachSectionThoseOfNobodyAmongThem() {
        List<ChangeHistory> all = List.of(history("ann", "jira", "summary", NOON.plusSeconds(60)),
                history("ben", "jira", "description", NOON), history("dora", "custom", "Question", NOON),
                history(null, "custom", "Question", NOON.plusSeconds(60)));
        when(histories.getChangeHistories(issue)).thenReturn(all);
        List<Change> rows = List.of(row("eve", "kind=option;text=A;state=OPEN", "kind=option;text=A;state=CHOSEN"),
                row("", "", "kind=criterion;text=A"));
        when(changes.recorded(List.of(7L))).thenReturn(rows);
        Map<SealedSection, List<SectionEdit>> edits = new JiraContentEditors(issues, histories, changes, fields, names).of(7).edits();
        assertEquals(Map.of(SealedSection.SCOPE, List.of(edit("ann", 60), edit("ben", 0)), SealedSection.QUESTION,
                List.of(edit("dora", 0), new SectionEdit(Optional.empty(), NOON.plusSeconds(60))), SealedSection.CHOSEN_OPTION,
                List.of(edit("eve", 0)), SealedSection.CRITERIA, List.of(new SectionEdit(Optional.empty(), NOON))), edits);
    }

    @Test
    public void findsNobodyWhereThereIsNoIssue() {
        when(issues.getIssueObject(7L)).thenReturn(null);
        assertEquals(Map.of(), editors());
    }

    private Map<String, Set<String>> editors() {
        Map<String, Set<String>> found = new TreeMap<>();
        new JiraContentEditors(issues, histories, changes, fields, names).of(7).editors().forEach((section, people) -> {
            if (!people.isEmpty()) {
                found.put(section.key(), new TreeSet<>(people));
            }
        });
        return found;
    }

    private void called(String name, String translation) {
        when(question.getUntranslatedName()).thenReturn(name);
        when(question.getFieldName()).thenReturn(translation);
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

    private static ChangeHistory history(String author, String type, String field) {
        return history(author, type, field, NOON);
    }

    private static ChangeHistory history(String author, String type, String field, Instant at) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getFieldType()).thenReturn(type);
        when(item.getField()).thenReturn(field);
        ChangeHistory history = mock(ChangeHistory.class);
        when(history.getAuthorKey()).thenReturn(author);
        when(history.getTimePerformed()).thenReturn(Timestamp.from(at));
        when(history.getChangeItemBeans()).thenReturn(List.of(item));
        return history;
    }

    private static Change row(String actor, String from, String to) {
        return aChange().issue(7, "SHOP-7").in(10000).group("1").item(Change.Item.RECORD).subject("1").from(from).to(to).by(actor).at(NOON)
                .change();
    }
}
