package org.decisiongates.policy;

/**
 * What a workflow stores of a gate that a policy describes.
 *
 * @param policy key of the policy
 * @param gate   key of the gate within it
 */
public record PolicyReference(String policy, String gate) {
}
