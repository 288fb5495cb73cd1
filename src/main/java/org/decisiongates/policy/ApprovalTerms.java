package org.decisiongates.policy;

import java.util.List;

/**
 * Who has to approve the issues of a policy.
 *
 * @param requirements     what is asked, in order
 * @param separationOfDuties whether the owner, and whoever edited what is sealed, may not approve
 * @param reminderDays     after how many days people who are missing are reminded, and again each time as many have passed; 0 for never
 */
public record ApprovalTerms(List<ApprovalRequirement> requirements, boolean separationOfDuties, int reminderDays) {

    /** Nobody has to approve. */
    public static final ApprovalTerms NONE = new ApprovalTerms(List.of(), true, 0);

    public ApprovalTerms {
        requirements = List.copyOf(requirements);
    }
}
