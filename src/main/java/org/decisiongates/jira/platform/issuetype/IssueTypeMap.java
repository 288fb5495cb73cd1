package org.decisiongates.jira.platform.issuetype;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.NamedValues;

/**
 * Which issue types of its own a project uses as Decisions and Blockers. The app's own types are these as well, wherever they are.
 *
 * @param types the host's ids of issue types; none for what the project uses the app's type for
 */
public record IssueTypeMap(Map<OwnIssueType, String> types) {

    /** Of a project that uses the app's types. */
    public static final IssueTypeMap NONE = new IssueTypeMap(Map.of());

    public IssueTypeMap {
        Map<OwnIssueType, String> sorted = new EnumMap<>(OwnIssueType.class);
        sorted.putAll(types);
        types = Collections.unmodifiableMap(sorted);
    }

    /** What issues of the type with this id are by the map; empty for all others. */
    public Optional<OwnIssueType> of(String typeId) {
        return types.entrySet().stream().filter(entry -> entry.getValue().equals(typeId)).map(Map.Entry::getKey).findFirst();
    }

    /** The id of the type that the project uses; empty where it uses the app's. */
    public Optional<String> idOf(OwnIssueType type) {
        return Optional.ofNullable(types.get(type));
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** The notation that is stored: {@code blocker=10004;decision=10002}. */
    String text() {
        Map<String, String> members = new LinkedHashMap<>();
        types.forEach((type, id) -> members.put(type.key(), id));
        return NamedValues.write(members);
    }

    /** Reads {@link #text()}; members that only another version knows are ignored. */
    static IssueTypeMap of(Map<String, String> members) {
        Map<OwnIssueType, String> types = new EnumMap<>(OwnIssueType.class);
        members.forEach((name, value) -> OwnIssueType.keyed(name).ifPresent(type -> types.put(type, value)));
        return new IssueTypeMap(types);
    }
}
