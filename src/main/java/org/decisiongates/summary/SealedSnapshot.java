package org.decisiongates.summary;

import java.time.Instant;
import java.util.Optional;

/**
 * A closed week as it is stored: what it listed and what it counted, sealed with the week before.
 *
 * @param scope    {@code project:10000}
 * @param week     ISO week, {@code 2026-W46}
 * @param closedAt when it was closed, UTC, milliseconds
 * @param rebuilt  whether it was calculated from history: it ended before the app came, or was closed more than a day late
 * @param body     the {@link WeekSnapshot} as JSON
 * @param previous seal of the week before in this scope; empty for the first
 * @param seal     SHA-256, hex, over all of the above, as it was closed
 * @param erased   where a person was taken out of the body since
 */
public record SealedSnapshot(String scope, String week, Instant closedAt, boolean rebuilt, String body, String previous, String seal,
        Optional<Erased> erased) {

    /** A week that is as it was closed. */
    public SealedSnapshot(String scope, String week, Instant closedAt, boolean rebuilt, String body, String previous, String seal) {
        this(scope, week, closedAt, rebuilt, body, previous, seal, Optional.empty());
    }

    /**
     * The newest erasure that changed a week.
     *
     * @param erasure name of its record
     * @param seal    SHA-256, hex, over that name, the seal and what the erasure left
     */
    public record Erased(String erasure, String seal) {
    }
}
