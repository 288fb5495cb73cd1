package org.decisiongates.approval;

import java.util.Objects;

import org.decisiongates.policy.ApprovalRequirement;

/**
 * A requirement of a policy, as it is asked of an issue.
 *
 * @param id                 unique among those of an issue, and the same in every version of the policy: {@code decision/legal}, and
 *                           {@code decision@10000/legal} for the policy of a project
 * @param separationOfDuties whether the owner, and whoever edited what is sealed, may not approve
 */
record RequiredApproval(String id, ApprovalRequirement requirement, boolean separationOfDuties) {

    public RequiredApproval {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(requirement, "requirement");
    }
}
