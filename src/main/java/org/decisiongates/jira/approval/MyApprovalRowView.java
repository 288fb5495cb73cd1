package org.decisiongates.jira.approval;

import java.util.List;

/**
 * An issue in a list of the page of approvals.
 *
 * @param href    of its approvals
 * @param what    what is to be approved, or what has changed since and who changed it, in words
 * @param since   who asked for it and when, or when it was approved, in words
 * @param comment what whoever asked said to the approvers; empty text for nothing
 * @param more    what leads to the difference, in words; empty text where there is none
 */
public record MyApprovalRowView(String key, String href, String summary, List<String> what, String since, String comment, String more) {

    public MyApprovalRowView {
        what = List.copyOf(what);
    }
}
