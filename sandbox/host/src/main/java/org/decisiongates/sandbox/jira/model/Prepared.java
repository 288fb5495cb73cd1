package org.decisiongates.sandbox.jira.model;

import java.util.Map;

/**
 * An action that was checked but not carried out: what stands against it, or the draft it would store.
 *
 * @param action the transition; 0 for an edit, -1 for a creation
 */
public record Prepared(String userKey, IssueDraft draft, int action, String comment, Outcome outcome) {

    static final int EDIT = 0;
    static final int CREATE = -1;

    static Prepared refused(int reason, String message) {
        return new Prepared(null, new IssueDraft(), EDIT, null, Outcome.refused(reason, message));
    }

    static Prepared checked(String userKey, IssueDraft draft, int action, String comment, Map<String, String> errors) {
        return new Prepared(userKey, draft, action, comment,
                errors.isEmpty() ? Outcome.of(draft.stored().orElse(null)) : Outcome.refused(errors, java.util.List.of()));
    }
}
