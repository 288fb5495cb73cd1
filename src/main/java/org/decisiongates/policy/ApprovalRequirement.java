package org.decisiongates.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.SealedSection;

/**
 * One function that has to approve an issue, such as Legal or Support.
 *
 * @param key             its key within the policy; stored with approvals, so another key is another requirement
 * @param name            the name people read
 * @param stage           its turn, from 1: it is asked once every requirement of an earlier one is met
 * @param approvers       who may approve
 * @param quorum          how many of them have to
 * @param when            the circumstances in which it is asked
 * @param sections        what an approval is bound to: a change of any of these makes it stale
 * @param commentRequired whether an approval takes a comment
 * @param passwordRequired whether whoever says something is asked for their password
 */
public record ApprovalRequirement(String key, String name, int stage, ApproverSources approvers, ApprovalQuorum quorum, When when,
        Set<SealedSection> sections, boolean commentRequired, boolean passwordRequired) {

    public ApprovalRequirement {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(approvers, "approvers");
        Objects.requireNonNull(quorum, "quorum");
        Objects.requireNonNull(when, "when");
        if (stage < 1 || sections.isEmpty()) {
            throw new IllegalArgumentException("no requirement: " + key + " in stage " + stage + ", bound to " + sections);
        }
        sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
    }

    /** One that asks nobody for their password. */
    public ApprovalRequirement(String key, String name, int stage, ApproverSources approvers, ApprovalQuorum quorum, When when,
            Set<SealedSection> sections, boolean commentRequired) {
        this(key, name, stage, approvers, quorum, when, sections, commentRequired, false);
    }

    /** The same, asked in other circumstances. */
    public ApprovalRequirement asked(When others) {
        return new ApprovalRequirement(key, name, stage, approvers, quorum, others, sections, commentRequired, passwordRequired);
    }

    /**
     * Whether it is asked of the issue. A condition on a field or an option that is gone holds, so that nothing is approved unasked.
     */
    public boolean applies(IssueView issue) {
        return when.conditions().stream().allMatch(condition -> condition.mayHold(issue));
    }
}
