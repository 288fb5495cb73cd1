package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.policy.Policy;

/**
 * A form as it was submitted.
 *
 * @param policy   with what it held before in place of what was rejected
 * @param rejected what no policy can hold
 */
record SubmittedPolicy(Policy policy, List<RejectedInput> rejected) {

    SubmittedPolicy {
        rejected = List.copyOf(rejected);
    }
}
