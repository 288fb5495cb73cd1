package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What the panel of approvals shows.
 *
 * @param address      where steps are sent
 * @param shown        digest of what the reader is shown
 * @param requirements what has to be approved, in order
 * @param actions      what the reader may do, in the reader's own name first
 * @param zone         which zone the moments are in, as a sentence; empty text where there are none
 */
public record ApprovalsView(String address, String shown, List<ApprovalRequirementView> requirements, List<ApprovalActionGroupView> actions,
        String zone) {

    public ApprovalsView {
        requirements = List.copyOf(requirements);
        actions = List.copyOf(actions);
    }
}
