package org.decisiongates.audit;

import java.time.Instant;
import java.util.Map;

/**
 * The record that a person was taken out of what is stored. It does not say which person.
 *
 * @param key   random name of 32 hexadecimal digits; entries of the journal of gates and closed weeks that were changed carry it
 * @param by    user key of the administrator
 * @param at    when, to the millisecond
 * @param parts how many rows of each part were to be changed; in the order of {@link ErasurePart}
 * @param hash  SHA-256, hex, over the rest
 */
public record Erasure(String key, String by, Instant at, Map<ErasurePart, Long> parts, String hash) {

    private static final String FORMAT = "decision-gates erasure 2";

    public Erasure {
        parts = new java.util.EnumMap<>(parts);
    }

    public static Erasure of(String key, String by, Instant at, Map<ErasurePart, Long> parts) {
        Instant stored = Instant.ofEpochMilli(at.toEpochMilli());
        StringBuilder counts = new StringBuilder();
        for (ErasurePart part : ErasurePart.values()) {
            if (parts.containsKey(part)) {
                counts.append(part.name()).append('=').append(parts.get(part)).append(';');
            }
        }
        return new Erasure(key, by, stored, parts,
                GateSeal.hash(FORMAT, key, by, String.valueOf(stored.toEpochMilli()), counts.toString()));
    }

    /** How many rows were to be changed. */
    public long entries() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the record is as it was written. */
    public boolean isSound() {
        return equals(of(key, by, at, parts));
    }
}
