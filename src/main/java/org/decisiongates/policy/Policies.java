package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;

/** The policies as they are stored: every version for good, none changed or removed. */
public interface Policies {

    /**
     * What is in force. The same object as long as nothing has changed anywhere in the cluster, without a statement in the database; throws
     * an unchecked exception where that is not known, and the gate that asked refuses (ADR-0004).
     */
    PoliciesInForce inForce();

    /** One version, retired or not; empty when there is none. */
    Optional<Policy> version(PolicyVersion version) throws InvalidPolicyException;

    /** How the policy of this scope came to be, the newest version first. */
    List<PolicyRevision> history(Scope scope, String key);

    /**
     * Stores the next version and puts it into force, unless it is retired. Its number says what it was made of: throws
     * {@link StalePolicyException} when the newest version stored is not the one before. The first version is 1.
     */
    void append(Policy policy, PolicyRevision revision);
}
