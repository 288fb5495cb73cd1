package org.decisiongates.policy;

import java.time.Instant;
import java.util.Objects;

/**
 * How a version of a policy came to be.
 *
 * @param version which version of which policy
 * @param retired whether the policy is out of force since then
 * @param why     why it was changed, in the words of who did
 * @param author  user key of who did; empty text for the app itself
 * @param at      when, UTC, milliseconds
 */
public record PolicyRevision(PolicyVersion version, boolean retired, String why, String author, Instant at) {

    public PolicyRevision {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(author, "author");
    }
}
