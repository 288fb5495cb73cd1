package org.decisiongates.jira.approval;

import java.util.List;

/** What forms of an issue say of fields that approvals are bound to, in the order of the sections. */
public record ApprovalFormHintsView(List<ApprovalFormHintView> hints) {

    public ApprovalFormHintsView {
        hints = List.copyOf(hints);
    }
}
