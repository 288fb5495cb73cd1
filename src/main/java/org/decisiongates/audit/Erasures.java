package org.decisiongates.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes people out of what is stored, and records that it was done. The one way in which an entry of a journal, a step of a waiver, a
 * version of a policy or a closed week ever changes (docs/decisions/0097-erase-a-person-everywhere.md).
 */
public interface Erasures {

    /** At most so many rows in one call. */
    int MAX_ENTRIES = 10_000;

    /** Which rows name the person. Reads every table once, and changes nothing. */
    Found count(ErasedPerson person);

    /**
     * Takes a person out of at most {@code most} rows, and never more than {@link #MAX_ENTRIES}, after it was recorded; does nothing when
     * no row names the person. What stops in the middle leaves rows that still do, and the next call goes on. Reads every table twice.
     *
     * @param by user key of the administrator
     */
    Result erase(ErasedPerson person, String by, Instant at, int most);

    /** The erasures of these names, by name. */
    Map<String, Erasure> named(Collection<String> keys);

    /** Those of these names that are names of erasures, recorded as they were written. */
    default Set<String> onRecord(Collection<String> keys) {
        return named(keys).values().stream().filter(Erasure::isSound).map(Erasure::key).collect(Collectors.toSet());
    }

    /** The newest erasures, the newest first. */
    List<Erasure> latest(int limit);

    /**
     * @param parts how many rows of each part name the person; parts without any are left out
     * @param kept  how many rows name the person beside these, and stay as they are: a policy that could not be read any more
     */
    record Found(Map<ErasurePart, Long> parts, long kept) {

        public static final Found NOTHING = new Found(Map.of(), 0);

        public Found {
            parts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(parts));
        }
    }

    /**
     * @param erasure empty when there was nothing to erase
     * @param left    rows that still name the person
     */
    record Result(Optional<Erasure> erasure, Found left) {

        /** How many rows another call can change. */
        public long remaining() {
            return left.parts().values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
