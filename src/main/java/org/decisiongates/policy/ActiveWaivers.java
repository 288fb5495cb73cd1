package org.decisiongates.policy;

/**
 * The waivers of one issue at the moment of an evaluation. Asked only for a rule that failed, so that an issue that passes costs nothing;
 * an adapter reads them at the first question. An exception is an error of the rule (ADR-0004).
 */
@FunctionalInterface
public interface ActiveWaivers {

    /** No rule is waived. */
    ActiveWaivers NONE = (rule, policy) -> false;

    /**
     * Whether somebody with the right to do so accepted that this rule fails, and that has not ended.
     *
     * @param policy the policy that the rule comes from
     */
    boolean cover(ConfiguredRule rule, PolicyVersion policy);
}
