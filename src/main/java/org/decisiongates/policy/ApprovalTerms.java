package org.decisiongates.policy;

import java.util.List;

/**
 * Who has to approve the issues of a policy.
 *
 * @param requirements     what is asked, in order
 * @param separationOfDuties whether the owner, and whoever edited what is sealed, may not approve
 */
public record ApprovalTerms(List<ApprovalRequirement> requirements, boolean separationOfDuties) {

    /** Nobody has to approve. */
    public static final ApprovalTerms NONE = new ApprovalTerms(List.of(), true);

    public ApprovalTerms {
        requirements = List.copyOf(requirements);
    }
}
