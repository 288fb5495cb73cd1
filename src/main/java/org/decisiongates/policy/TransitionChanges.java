package org.decisiongates.policy;

import org.decisiongates.issue.Field;

/** What a rule may ask of the transition, or the creation, that an evaluation precedes. */
public interface TransitionChanges {

    /** Whether this very transition (or creation) sets or changes the field. */
    boolean changes(Field field);

    /** Whether the field named this user before, whatever it names now; false where nothing was before, as at a creation. */
    default boolean namedBefore(Field field, String userKey) {
        return false;
    }

    /** The comment that is being written with it; empty for none. */
    default String comment() {
        return "";
    }
}
