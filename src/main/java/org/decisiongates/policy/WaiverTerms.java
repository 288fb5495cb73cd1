package org.decisiongates.policy;

import java.util.List;

/**
 * Who may waive the rules of a policy, and for how long.
 *
 * @param groups      names of groups whose members may
 * @param roles       the host's ids of project roles whose members may
 * @param longestDays the most days that a waiver may last
 */
public record WaiverTerms(List<String> groups, List<String> roles, int longestDays) {

    /** Nobody may waive. */
    public static final WaiverTerms NONE = new WaiverTerms(List.of(), List.of(), 0);

    public WaiverTerms {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
    }
}
