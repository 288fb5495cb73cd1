package org.decisiongates.jira.owner;

import java.time.Instant;
import java.util.Optional;

/**
 * What a project has chosen for owner and assignee.
 *
 * @param sameSince when it began to keep them the same; empty where the owner stands beside the assignee
 * @param changedBy user key of who chose last; empty where nobody did, or it is not known
 * @param changedAt when that was
 */
record OwnerChoice(Optional<Instant> sameSince, Optional<String> changedBy, Optional<Instant> changedAt) {

    boolean isSame() {
        return sameSince.isPresent();
    }
}
