package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;

/** The texts of policies, every version of them. There is no way to change or remove one; only an erasure takes a person out of it. */
public interface StoredPolicies {

    /**
     * The newest version of every policy that is not retired: two statements, one more for each 1 000 policies beyond the first.
     */
    InForce inForce();

    /**
     * What tells one state of what is stored from another: how many versions there are, of which none is removed, and which erasure of a
     * person changed which of them. Two statements.
     */
    String state();

    /** One version of a policy: one statement. */
    Optional<StoredPolicy> version(PolicyVersion version);

    /** How a policy came to be, the newest version first, without its texts: one statement. */
    List<PolicyRevision> history(Scope scope, String key);

    /**
     * Stores a version. A reversal to an older one, and the retirement of a policy, are versions like any other.
     *
     * @throws StalePolicyException unless its number follows that of the newest: whoever made it has not seen that one
     */
    void append(StoredPolicy version);

    /**
     * What was in force at one moment.
     *
     * @param policies in the order of scope and key
     * @param state    {@link #state()} then
     */
    record InForce(List<StoredPolicy> policies, String state) {

        public InForce {
            policies = List.copyOf(policies);
        }
    }
}
