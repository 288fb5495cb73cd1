package org.decisiongates.approval;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.PoliciesInForce;

/**
 * A requirement of a policy, as it is asked of an issue.
 *
 * @param id                 unique among those of an issue, and the same in every version of the policy: {@code decision/legal}, and
 *                           {@code decision@10000/legal} for the policy of a project
 * @param separationOfDuties whether the owner, and whoever edited what is sealed, may not approve
 * @param reminderDays       after how many days people who are missing are reminded; 0 for never
 */
public record RequiredApproval(String id, ApprovalRequirement requirement, boolean separationOfDuties, int reminderDays) {

    /**
     * Everything that the policies in force ask of issues of a type in a project, whether it applies to one of them or not.
     *
     * @param issueType {@code decision}, {@code blocker}, or the host's id of another type
     */
    public static List<RequiredApproval> of(PoliciesInForce inForce, long projectId, String issueType) {
        return inForce.of(projectId).stream().filter(policy -> policy.issueType().equals(issueType))
                .sorted(Comparator.comparing(policy -> policy.version().journalKey()))
                .flatMap(policy -> policy.approvals().requirements().stream()
                        .map(one -> new RequiredApproval(policy.version().journalKey() + "/" + one.key(), one,
                                policy.approvals().separationOfDuties(), policy.approvals().reminderDays())))
                .toList();
    }

    /** Every section that some of them is bound to. */
    static Set<SealedSection> sections(Collection<RequiredApproval> required) {
        Set<SealedSection> sections = EnumSet.noneOf(SealedSection.class);
        required.forEach(one -> sections.addAll(one.requirement().sections()));
        return sections;
    }

    public RequiredApproval {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(requirement, "requirement");
    }
}
