package org.decisiongates.approval;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.approval.ApprovalStep.Kind;

/** Tells what people may do with the approvals of an issue as it is, in their own name and as delegates. */
public final class AllowedApprovalSteps {

    private final Delegations delegations;

    public AllowedApprovalSteps(Delegations delegations) {
        this.delegations = delegations;
    }

    /**
     * What somebody may do in their own name, as a page offers it; doing it asks again.
     *
     * @param mayRequest whether they may ask for approvals
     */
    public Set<Kind> own(Approvals approvals, String userKey, boolean mayRequest) {
        Set<Kind> allowed = EnumSet.noneOf(Kind.class);
        if (approvals.brokenAt().isPresent()) {
            return allowed;
        }
        if (mayRequest && !approvals.areOver() && (!approvals.areRequested() || approvals.mayBeRequestedAgain())
                && !approvals.states().isEmpty()) {
            allowed.add(Kind.REQUESTED);
        }
        allowed.addAll(allowed(approvals, userKey, userKey));
        return allowed;
    }

    /**
     * What somebody may do today on behalf of others, by the user keys of these approvers: one statement, and none before anybody asked
     * for the approvals. Approvers for whom nothing can be done are left out.
     *
     * @param now the moment, in the zone of the project
     */
    public Map<String, Set<Kind>> onBehalf(Approvals approvals, String userKey, ZonedDateTime now) {
        Map<String, Set<Kind>> allowed = new LinkedHashMap<>();
        if (approvals.areRequested() && approvals.brokenAt().isEmpty()) {
            for (String approver : approversOf(userKey, approvals.projectId(), now.toLocalDate())) {
                Set<Kind> kinds = allowed(approvals, userKey, approver);
                if (!kinds.isEmpty()) {
                    allowed.put(approver, kinds);
                }
            }
        }
        return allowed;
    }

    /**
     * Whether an approval that somebody may give takes a comment.
     *
     * @param approvers user keys of those in whose name they approve
     */
    public static boolean wantsComment(Approvals approvals, String actor, Collection<String> approvers) {
        return approvals.states().stream().filter(one -> one.required().requirement().commentRequired())
                .anyMatch(one -> approvers.stream().anyMatch(approver -> approvals.maySpeak(actor, approver, one)));
    }

    /**
     * Whether a policy asks for the password of somebody for what they could say now.
     *
     * @param approvers user keys of those in whose name they say it
     */
    public static boolean needsPassword(Approvals approvals, String actor, Collection<String> approvers) {
        return approvals.areRequested() && approvals.brokenAt().isEmpty()
                && approvals.states().stream().filter(one -> one.required().requirement().passwordRequired())
                        .anyMatch(one -> approvers.stream().anyMatch(approver -> approvals.maySpeak(actor, approver, one)));
    }

    private static Set<Kind> allowed(Approvals approvals, String actor, String approver) {
        Set<Kind> allowed = EnumSet.noneOf(Kind.class);
        if (approvals.areRequested() && approvals.maySpeak(actor, approver)) {
            allowed.addAll(EnumSet.of(Kind.ABSTAINED, Kind.NEEDS_DISCUSSION));
            if (approvals.mayAdd(actor, approver)) {
                allowed.add(Kind.APPROVED);
            }
        }
        if (!approvals.takenBackBy(actor, approver).isEmpty()) {
            allowed.add(Kind.WITHDRAWN);
        }
        return allowed;
    }

    /** User keys of those whom somebody stands in for in a project on a day, in the order in which they delegated. */
    Set<String> approversOf(String delegate, long projectId, LocalDate day) {
        return delegations.to(delegate, day).stream().filter(one -> one.delegate().equals(delegate) && one.covers(projectId, day))
                .map(Delegation::approver).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
