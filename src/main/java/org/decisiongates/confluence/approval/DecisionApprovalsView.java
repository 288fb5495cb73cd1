package org.decisiongates.confluence.approval;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * The approvals of issues on a page.
 *
 * @param notes  how old it is, where Jira gives nothing newer
 * @param unseen which issues are not there or not for the reader, as a sentence; empty text for none
 * @param asOf   when it was read, and in which zone moments are, as a sentence; empty text where that is not told
 */
public record DecisionApprovalsView(List<MarkView> notes, List<IssueApprovalsView> issues, String unseen, String asOf,
        List<LinkView> links) {

    public DecisionApprovalsView {
        notes = List.copyOf(notes);
        issues = List.copyOf(issues);
        links = List.copyOf(links);
    }
}
