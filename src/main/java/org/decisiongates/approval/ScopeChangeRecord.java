package org.decisiongates.approval;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.issue.LinkedScopeChange.Standing;

/**
 * A Decision that is linked to another one as a change of its scope.
 *
 * @param issueId   the host's issue id
 * @param key       its key; empty where the reader may not see it
 * @param lack      what it lacks to cover anything; empty where it has an owner and an impact line, is decided, and has the approvals that
 *                  policies ask for
 * @param decidedAt when it was decided; empty where it is not
 */
public record ScopeChangeRecord(long issueId, Optional<String> key, Optional<Standing> lack, Optional<Instant> decidedAt) {

    public ScopeChangeRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(lack, "lack");
        Objects.requireNonNull(decidedAt, "decidedAt");
    }

    /** When it was decided, where it lacks nothing. */
    Optional<Instant> coversSince() {
        return lack.isEmpty() ? decidedAt : Optional.empty();
    }
}
