package org.decisiongates.policy;

import java.util.Objects;

/**
 * One version of a policy as it is stored. It never changes.
 *
 * @param revision which version, who made it, when and why
 * @param content  the policy as JSON
 */
public record StoredPolicy(PolicyRevision revision, String content) {

    public StoredPolicy {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(content, "content");
    }

    /** What names it. */
    public PolicyVersion version() {
        return revision.version();
    }
}
