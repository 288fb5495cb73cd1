package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * A Decision that is linked to another one as a change of its scope, as rules see it.
 *
 * @param key its key; empty where the actor may not see it
 */
public record LinkedScopeChange(Optional<String> key, Standing standing) {

    /** What a scope change is worth. Stored by name in the tests of policies. */
    public enum Standing {
        /** It covers what was changed before it was decided. */
        COVERS,
        /** The scope was changed again after it was decided. */
        TOO_EARLY,
        /** It was rejected or superseded, or closed and never approved, and covers nothing any more. */
        ENDED,
        /** It is not decided. */
        NOT_DECIDED,
        /** Nobody owns it. */
        NO_OWNER,
        /** It has no impact line. */
        NO_IMPACT,
        /** Policies ask for approvals of it, and these are not current. */
        NOT_APPROVED
    }

    public LinkedScopeChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(standing, "standing");
    }
}
