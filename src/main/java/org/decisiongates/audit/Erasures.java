package org.decisiongates.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes people out of what is stored, and records that it was done. The one way in which an entry of a journal, a step of a waiver, a
 * version of a policy or a closed week ever changes (docs/decisions/0097-erase-a-person-everywhere.md).
 */
public interface Erasures {

    /** At most so many rows in one call. */
    int MAX_ENTRIES = 1_000;

    /** How many rows of each part name the person; parts without any are left out. Changes nothing. */
    Map<ErasurePart, Long> count(ErasedPerson person);

    /**
     * Takes a person out of at most {@link #MAX_ENTRIES} rows, after it was recorded; does nothing when no row names the person. What stops
     * in the middle leaves rows that still do, and the next call goes on.
     *
     * @param by user key of the administrator
     */
    Result erase(ErasedPerson person, String by, Instant at);

    /** The erasures of these names, by name. */
    Map<String, Erasure> named(Collection<String> keys);

    /** The newest erasures, the newest first. */
    List<Erasure> latest(int limit);

    /**
     * @param erasure   empty when there was nothing to erase
     * @param remaining how many rows still name the person
     */
    record Result(Optional<Erasure> erasure, long remaining) {
    }
}
