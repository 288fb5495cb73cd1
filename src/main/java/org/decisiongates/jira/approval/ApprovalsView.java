package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What the panel of approvals shows.
 *
 * @param address      where steps are sent
 * @param shown        digest of what the reader is shown
 * @param request      who asked for the approvals
 * @param requirements what has to be approved, in order
 * @param content      what an approval given now is about, which has that digest; the sections that say something
 * @param contentOpen  whether it is shown at once: to whoever can approve it now
 * @param actions      what the reader may do, in the reader's own name first
 * @param hint         what a comment is for there; empty text where the reader may do nothing
 * @param next         what is to be done where what was approved has changed, as a sentence; empty text for nothing
 * @param needsPassword whether something of it needs the reader's password
 * @param zone         which zone the moments are in, as a sentence; empty text where there are none
 * @param export       where the entries are to be had as statements; empty text where there are none
 * @param fault        what is wrong with the entries of the issue, as a sentence; empty text for nothing
 * @param reminder     when people were reminded last, and whether the reader may do it
 * @param scope        what became of the approved scope
 */
public record ApprovalsView(String address, String shown, ApprovalRequestView request, List<ApprovalRequirementView> requirements,
        List<ApprovalContentView> content,
        boolean contentOpen, List<ApprovalActionGroupView> actions, String hint, String next,
        boolean needsPassword, String zone, String fault, String export,
        ApprovalReminderView reminder, ApprovedScopeView scope) {

    public ApprovalsView {
        requirements = List.copyOf(requirements);
        content = List.copyOf(content);
        actions = List.copyOf(actions);
    }
}
