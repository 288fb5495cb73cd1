package org.decisiongates.takeout;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.decisiongates.text.Sha256;

/**
 * An issue of another instance that was imported, or is being so.
 *
 * @param origin  which issue of which instance, as {@link #origin} names it
 * @param issueId the host's id of what it became; empty as long as that is not known
 * @param begunAt when it was begun, UTC, milliseconds
 * @param done    whether all of it was imported
 */
public record ImportedIssue(String origin, Optional<Long> issueId, Instant begunAt, boolean done) {

    /** Names an issue by the address of its host and its id there, which stays when its key changes. */
    public static String origin(String address, long id) {
        return new Sha256().update(canonical(address) + " " + id).hex();
    }

    /** The one form of the address of a host: people type it with or without a slash at its end, and in any case. */
    public static String canonical(String address) {
        return address.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }
}
