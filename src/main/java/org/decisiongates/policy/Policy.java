package org.decisiongates.policy;

import java.util.Objects;

/**
 * Which version of which policy a gate belongs to; the journal stores both, so that an old entry is read by the rules of its day.
 *
 * @param key     the policy's key
 * @param version 1 for the first version that was stored
 */
public record Policy(String key, int version) {

    /** The policy of gates whose rules are written directly into a workflow. The workflow itself has no versions. */
    public static final Policy OF_THE_WORKFLOW = new Policy("workflow", 0);

    public Policy {
        Objects.requireNonNull(key, "key");
    }
}
