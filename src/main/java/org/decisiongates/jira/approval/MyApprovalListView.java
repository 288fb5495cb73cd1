package org.decisiongates.jira.approval;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * A part of a list of issues.
 *
 * @param hidden what the reader may not browse, as a sentence; empty text for nothing
 * @param links  to the first part and to the next one
 */
public record MyApprovalListView(List<MyApprovalRowView> rows, String hidden, List<LinkView> links) {

    public MyApprovalListView {
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }
}
