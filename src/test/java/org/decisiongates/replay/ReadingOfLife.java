package org.decisiongates.replay;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.replay.FieldHistoryFormat.Kind;

/** What the history of a {@link GeneratedLife} means. */
record ReadingOfLife(GeneratedLife life) implements HistoryReading {

    private static final Map<Field, Kind> CUSTOM = Map.of(Field.OWNER, Kind.PERSON, Field.ACCEPTANCE_CRITERIA, Kind.TEXT,
            GeneratedLife.QUESTION, Kind.TEXT, GeneratedLife.TRADE_OFFS, Kind.TEXT, GeneratedLife.OUTCOME,
            Kind.TEXT, new Field("outcome-reason"), Kind.TEXT, new Field("rejected-options"), Kind.TEXT, Field.FALLBACK, Kind.TEXT);
    private static final Map<Field, FieldHistoryFormat> OWN = Map.of(Field.DUE_DATE, FieldHistoryFormat.own("duedate", Kind.DAY),
            GeneratedLife.PRIORITY, FieldHistoryFormat.own("priority", Kind.CHOICE), GeneratedLife.FIX_VERSIONS,
            FieldHistoryFormat.own("Fix Version", Kind.VERSIONS), GeneratedLife.SUMMARY, FieldHistoryFormat.own("summary", Kind.TEXT));

    @Override
    public FieldHistoryFormat historyFormat(Field field) {
        return CUSTOM.containsKey(field) ? new FieldHistoryFormat(true, Set.of("Name of " + field.id()), CUSTOM.get(field), false)
                : OWN.getOrDefault(field, FieldHistoryFormat.without(Kind.UNRECORDED));
    }

    @Override
    public boolean isFieldNow(String name) {
        return name.startsWith("Name of ");
    }

    @Override
    public String personKey(String id, String text) {
        return id.isEmpty() ? text.toLowerCase(Locale.ROOT) : id;
    }

    @Override
    public Optional<ProjectVersion> version(String id) {
        return Optional.of(GeneratedLife.aVersion(id));
    }

    @Override
    public IssueStatus status(long projectId, String typeId, String statusId, String name) {
        return IssueSnapshot.statusOf(DecisionPhase.valueOf(statusId));
    }

    @Override
    public String type(long projectId, String typeId) {
        return typeId;
    }

    @Override
    public Optional<LinkedIssue.Link> link(String sentence, String otherKey) {
        return Optional
                .of(sentence.contains("relates to") ? new LinkedIssue.Link("1", true, false) : new LinkedIssue.Link("2", false, true));
    }

    @Override
    public Optional<Long> issueId(String key) {
        return Optional.of(key.equals("SHOP-8") ? GeneratedLife.BLOCKING : GeneratedLife.RELATED);
    }

    @Override
    public Optional<Standing> standing(long issueId, Instant at) {
        return Optional.of(new Standing(issueId == GeneratedLife.BLOCKING ? "decision" : "task", life.otherAt(at)));
    }
}
