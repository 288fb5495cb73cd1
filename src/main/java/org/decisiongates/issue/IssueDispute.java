package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A Decision that is disputed, as rules see it: nothing of what was written about it.
 *
 * @param linked the host's id of the linked Decision that is disputed; empty where it is the issue itself
 * @param since  the day since when, in the zone of the project
 */
public record IssueDispute(Optional<Long> linked, LocalDate since) {

    public IssueDispute {
        Objects.requireNonNull(linked, "linked");
        Objects.requireNonNull(since, "since");
    }
}
