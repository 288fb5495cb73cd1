package org.decisiongates.audit;

import java.time.Instant;

/**
 * The record that a person was taken out of the journal of gates. It does not say which person.
 *
 * @param key     random name of 32 hexadecimal digits; the entries concerned carry it
 * @param by      user key of the administrator
 * @param at      when, to the millisecond
 * @param entries how many entries were to be changed
 * @param hash    SHA-256, hex, over the rest
 */
public record Erasure(String key, String by, Instant at, long entries, String hash) {

    public static Erasure of(String key, String by, Instant at, long entries) {
        Instant stored = Instant.ofEpochMilli(at.toEpochMilli());
        return new Erasure(key, by, stored, entries,
                GateSeal.hash("decision-gates erasure 1", key, by, String.valueOf(stored.toEpochMilli()), String.valueOf(entries)));
    }

    /** Whether the record is as it was written. */
    public boolean isSound() {
        return equals(of(key, by, at, entries));
    }
}
