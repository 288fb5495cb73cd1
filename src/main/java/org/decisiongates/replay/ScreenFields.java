package org.decisiongates.replay;

import org.decisiongates.issue.Field;

/** What the screen of a transition lets people edit, as far as its workflow tells. */
@FunctionalInterface
public interface ScreenFields {

    /** Whether a field is on the screen. */
    enum Place {
        ON, OFF, UNKNOWN
    }

    Place placeOf(Field field);
}
