package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What the reader may do in somebody's name.
 *
 * @param label      in whose, in words; empty text for the reader's own
 * @param onBehalfOf user key of whom the reader stands in for; empty text for nobody
 */
public record ApprovalActionGroupView(String label, String onBehalfOf, List<ApprovalActionView> actions) {

    public ApprovalActionGroupView {
        actions = List.copyOf(actions);
    }
}
