package org.decisiongates.debt;

import java.time.Instant;

/** Which projects have been looked at as a whole: before that, that nothing is found says nothing. */
public interface CompletedDebtSweeps {

    /** Whether every issue of the project was looked at since the app was enabled for it, and since {@link #startOver}. */
    boolean hasLookedAt(long projectId);

    /** Has every issue looked at again soon: what issues of the project are has changed, so that nothing is known of them. */
    void startOver(long projectId, Instant now);
}
