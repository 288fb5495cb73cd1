package org.decisiongates.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Takes people out of the journal of gates, and records that it was done. The one way in which an entry ever changes. */
public interface Erasures {

    /** At most so many entries in one call. */
    int MAX_ENTRIES = 1_000;

    /**
     * Takes a person out of at most {@link #MAX_ENTRIES} entries, the oldest first, after it was recorded; does nothing when no entry names
     * the person.
     *
     * @param userKey of the person
     * @param by      user key of the administrator
     */
    Result erase(String userKey, String by, Instant at);

    /** The erasures of these names, by name. */
    Map<String, Erasure> named(Collection<String> keys);

    /**
     * @param erasure   empty when there was nothing to erase
     * @param remaining how many entries still name the person
     */
    record Result(Optional<Erasure> erasure, long remaining) {
    }
}
