package org.decisiongates.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of the approvals of an issue.
 *
 * @param step         number within its issue, from 1
 * @param kind         {@code APPROVED}
 * @param requirements ids of what it is about, {@code decision/legal}
 * @param content      digest of what its actor was shown; empty text where something was taken back
 * @param actor        user name
 * @param onBehalfOf   user name of the approver whom the actor stood in for
 * @param comment      what was written; empty text where nothing was
 * @param reauthenticated whether the actor gave their password for it; empty in a take-out of a version that asked for none
 */
public record TakenApproval(int step, String kind, List<String> requirements, String content, String actor, Optional<String> onBehalfOf,
        Instant at, String comment, Optional<Boolean> reauthenticated) {

    public TakenApproval {
        requirements = List.copyOf(requirements);
    }
}
