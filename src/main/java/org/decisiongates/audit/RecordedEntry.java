package org.decisiongates.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of the journal as it is stored, reduced to what a seal needs.
 *
 * @param id        its sequence number
 * @param issueId   empty for a creation
 * @param at        when the gate was evaluated
 * @param digest    SHA-256, hex, over every stored column; of who acted it holds a salted hash alone, which outlives the erasure of the
 *                  person
 * @param actorFits whether who acted is the one of the salted hash, or was erased
 * @param erasure   the erasure that took who acted out of the entry
 */
public record RecordedEntry(long id, OptionalLong issueId, long projectId, Instant at, String digest, boolean actorFits,
        Optional<String> erasure) {

    /** The chain of the issue, or of the project's creations. */
    public SealChain chain() {
        return SealChain.of(issueId, projectId);
    }
}
