package org.decisiongates.confluence.approval;

import java.util.List;

/**
 * An issue and its approvals.
 *
 * @param href  address in Jira; empty text for none
 * @param notes what there is to know of all of its approvals, as sentences
 */
public record IssueApprovalsView(String key, String href, String summary, List<String> notes,
        List<RequiredApprovalView> requirements) {

    public IssueApprovalsView {
        notes = List.copyOf(notes);
        requirements = List.copyOf(requirements);
    }
}
