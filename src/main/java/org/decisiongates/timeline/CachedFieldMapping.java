package org.decisiongates.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks up each name once, since a history repeats the same few fields and people. */
public final class CachedFieldMapping implements FieldMapping {

    private final FieldMapping mapping;
    private final Map<String, Optional<Field>> fields = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> phases = new HashMap<>();

    public CachedFieldMapping(FieldMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Optional<Change.Kind> kind(long projectId, String typeId) {
        return mapping.kind(projectId, typeId);
    }

    @Override
    public String phase(long projectId, String typeId, String statusId, String statusName) {
        // a state has no name for its status; a deleted status is known only by the name the history has for it
        String name = statusName.isEmpty() ? names.getOrDefault(statusId, "") : statusName;
        names.put(statusId, name);
        return phases.computeIfAbsent(projectId + " " + typeId + " " + statusId + " " + name,
                status -> mapping.phase(projectId, typeId, statusId, name));
    }

    @Override
    public Optional<Field> field(HistoryItem item) {
        return fields.computeIfAbsent(item.custom() + item.field(), field -> mapping.field(item));
    }

    @Override
    public String person(String id, String text) {
        return id.isEmpty() && text.isEmpty() ? "" : people.computeIfAbsent(id + " " + text, person -> mapping.person(id, text));
    }

    @Override
    public Optional<ReleaseDates> release(long versionId) {
        return mapping.release(versionId);
    }

    @Override
    public OptionalLong issueId(String key) {
        return mapping.issueId(key);
    }

    @Override
    public boolean customersNotice(String optionId, String name) {
        return mapping.customersNotice(optionId, name);
    }

    @Override
    public Optional<Change.Item> link(String sentence, String otherKey) {
        return mapping.link(sentence, otherKey);
    }
}
