package org.decisiongates.replay;

import java.util.Set;

import org.decisiongates.timeline.HistoryItem;

/**
 * How the host's history words the changes of a field.
 *
 * @param custom whether it is a custom field
 * @param names  what its history calls it; none for a field whose changes are not in the history
 * @param kind   what it holds
 * @param shared whether another field has one of the names, so that its items cannot be told from those of the other
 */
public record FieldHistoryFormat(boolean custom, Set<String> names, Kind kind, boolean shared) {

    /** What a field holds, as far as the history has it in a form that can be read. */
    public enum Kind {
        /** One account, by key or by name. */
        PERSON,
        /** A day, as an ISO date. */
        DAY,
        /** A text as typed. */
        TEXT,
        NUMBER,
        /** One option, by its id. */
        CHOICE,
        /** Labels, separated by spaces. */
        LABELS,
        /** Versions, with an item for each that came or went. */
        VERSIONS,
        /** Other things, with an item for each that came or went. */
        PARTS,
        /** Something whose history says only that there is something. */
        OTHER,
        /** What never changes. */
        FIXED,
        /** What changes without an entry in the history. */
        UNRECORDED;

        /** Whether each value has items of its own. */
        boolean isOfMany() {
            return this == VERSIONS || this == PARTS;
        }
    }

    public FieldHistoryFormat {
        names = Set.copyOf(names);
    }

    /** A field of the host's own. */
    public static FieldHistoryFormat own(String name, Kind kind) {
        return new FieldHistoryFormat(false, Set.of(name), kind, false);
    }

    /** A field that never changes, or whose changes are not in the history. */
    public static FieldHistoryFormat without(Kind kind) {
        return new FieldHistoryFormat(false, Set.of(), kind, false);
    }

    boolean isOf(HistoryItem item) {
        return item.custom() == custom && names.contains(item.field());
    }
}
