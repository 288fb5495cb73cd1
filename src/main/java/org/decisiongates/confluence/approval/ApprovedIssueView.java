package org.decisiongates.confluence.approval;

import java.util.List;

/**
 * An issue and its approvals.
 *
 * @param href  address in Jira; empty text for none
 * @param notes what there is to know of all of its approvals, as sentences
 */
public record ApprovedIssueView(String key, String href, String summary, List<String> notes,
        List<ApprovedRequirementView> requirements) {

    public ApprovedIssueView {
        notes = List.copyOf(notes);
        requirements = List.copyOf(requirements);
    }
}
