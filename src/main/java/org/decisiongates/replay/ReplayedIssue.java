package org.decisiongates.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.timeline.HistoryItem;

/** An issue whose past is asked about. Each thing is read at most once, and only when a rule asks for it. For one thread. */
public final class ReplayedIssue {

    private static final String STATUS = "status";
    private static final String TYPE = "issuetype";
    private static final String PROJECT = "project";

    private final CurrentIssue now;
    private final IssueHistory history;
    private final HistoryReading reading;
    private final Supplier<RecordsInTime> records;
    private final FieldHistory statuses;
    private final FieldHistory types;
    private final FieldHistory projects;
    private final Map<Field, FieldValues> values = new HashMap<>();
    private RecordsInTime recorded;

    /** @param records reads what was recorded of the issue beside its fields */
    public ReplayedIssue(CurrentIssue now, IssueHistory history, HistoryReading reading, Supplier<RecordsInTime> records) {
        this.now = now;
        this.history = history;
        this.reading = reading;
        this.records = records;
        this.statuses = FieldHistory.ofOwn(history, STATUS);
        this.types = FieldHistory.ofOwn(history, TYPE);
        this.projects = FieldHistory.ofOwn(history, PROJECT);
    }

    public CurrentIssue now() {
        return now;
    }

    /**
     * The issue as a gate saw it at a moment.
     *
     * @param screen what may have been edited at the transition
     */
    public PastIssue at(ReplayMoment moment, ScreenFields screen) {
        return new PastIssue(this, moment, screen);
    }

    /** The host's id of its project in front of a change. */
    public long projectAt(int place) {
        String id = idAt(projects, place, Long.toString(now.projectId()));
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : now.projectId();
    }

    /** The host's id of its type in front of a change. */
    public String typeIdAt(int place) {
        return idAt(types, place, now.typeId());
    }

    IssueHistory history() {
        return history;
    }

    HistoryReading reading() {
        return reading;
    }

    String statusIdAt(int place) {
        return idAt(statuses, place, now.statusId());
    }

    /** What the status was called in front of a change. */
    String statusNameAt(int place) {
        return statuses.next(place).map(HistoryItem::fromText).orElse("");
    }

    /** Whether it was of the same type and in the same project as it is now, so that the same fields applied. */
    boolean hadTheSameFields(int place) {
        return typeIdAt(place).equals(now.typeId()) && projectAt(place) == now.projectId();
    }

    FieldValues values(Field field) {
        return values.computeIfAbsent(field, asked -> new FieldValues(asked, reading.historyFormat(asked), this));
    }

    IssueRecords recordsAt(Instant instant) {
        recorded = recorded == null ? records.get() : recorded;
        return recorded.at(instant);
    }

    private static String idAt(FieldHistory changes, int place, String now) {
        return changes.next(place).map(HistoryItem::from).orElse(now);
    }

    /** The changes of one of the host's own fields at a place and behind it, the last first. */
    List<HistoryItem> backTo(int place, String name) {
        return FieldHistory.of(history, item -> IssueHistory.isOf(item, name), (id, text) -> id + text, true).backTo(place);
    }

    /** A change at a place or behind it that took something out of one of the host's own fields. */
    Optional<HistoryItem> removedSince(int place, String name) {
        return backTo(place, name).stream().filter(item -> item.after().isEmpty()).findFirst();
    }
}
