package org.decisiongates.sandbox.jira.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An issue being made or changed: what is stored, if anything, under what was set since. Values are raw, as in {@link IssueRow}. */
public final class IssueDraft {

    private final Map<String, List<String>> edits = new LinkedHashMap<>();
    private IssueRow stored;

    /** A draft of a new issue. */
    public IssueDraft() {
        this(null);
    }

    /** A draft of changes to a stored issue. */
    public IssueDraft(IssueRow stored) {
        this.stored = stored;
    }

    public Optional<IssueRow> stored() {
        return Optional.ofNullable(stored);
    }

    public List<String> values(String fieldId) {
        List<String> edit = edits.get(fieldId);
        return edit != null ? edit : stored == null ? List.of() : stored.values(fieldId);
    }

    /** The first value; null when not set. */
    public String value(String fieldId) {
        List<String> values = values(fieldId);
        return values.isEmpty() ? null : values.get(0);
    }

    public void set(String fieldId, List<String> values) {
        edits.put(fieldId, List.copyOf(values));
    }

    public void set(String fieldId, String value) {
        set(fieldId, value == null || value.isEmpty() ? List.of() : List.of(value));
    }

    /** The fields set since, whether or not that changed them. */
    public Set<String> edited() {
        return edits.keySet();
    }

    public boolean changes(String fieldId) {
        return edits.containsKey(fieldId) && !edits.get(fieldId).equals(stored == null ? List.of() : stored.values(fieldId));
    }

    /** From now on a draft of changes to {@code row}. */
    public void storedAs(IssueRow row) {
        stored = row;
        edits.clear();
    }

    public long projectId() {
        String id = value("project");
        return id == null ? 0 : Long.parseLong(id);
    }

    public String issueTypeId() {
        return value("issuetype");
    }
}
