package org.decisiongates.policy;

import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.Successor;
import org.decisiongates.issue.UnknownValueException;

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

    /**
     * The issue whose key the field holds, as the one that takes the place of the issue at hand; empty where there is none of that key that
     * the actor may see. Only a host can look it up: elsewhere it is not known.
     */
    default Optional<Successor> successor(Field field) {
        throw new UnknownValueException("which issue " + field.id() + " named then, and where it stood");
    }
}
