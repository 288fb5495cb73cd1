package org.decisiongates.timeline;

import java.time.Instant;

import org.decisiongates.timeline.Change.Kind;

/**
 * An issue that was settled, or opened again.
 *
 * @param issueKey its newest key
 * @param phase    name of the phase it came to, {@code DECIDED}
 * @param actor    user key of who moved it; empty when that is not known
 * @param at       when, UTC
 */
public record PhaseChange(long issueId, String issueKey, Kind kind, String phase, String actor, Instant at) {
}
