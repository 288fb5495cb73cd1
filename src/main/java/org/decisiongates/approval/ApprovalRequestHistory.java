package org.decisiongates.approval;

import java.util.List;
import java.util.Optional;

/**
 * Who asked for the approvals of an issue, and whether it has changed since.
 *
 * @param steps everything that happened to the approvals, in order
 */
record ApprovalRequestHistory(List<ApprovalStep> steps) {

    /** From then on whoever was the owner cannot approve. */
    Optional<ApprovalStep> first() {
        return steps.stream().filter(ApprovalStep::isRequest).findFirst();
    }

    /** What the approvers are to read. */
    Optional<ApprovalStep> last() {
        return steps.stream().filter(ApprovalStep::isRequest).reduce((one, other) -> other);
    }

    /**
     * Whether the last request, or what was said since, is about something else than what the issue says now.
     *
     * @param digest of what it says
     */
    boolean isOutdated(String digest) {
        return last().isPresent() && steps.subList(steps.indexOf(last().get()), steps.size()).stream()
                .anyMatch(step -> !step.content().isEmpty() && !step.content().equals(digest));
    }
}
