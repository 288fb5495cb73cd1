package org.decisiongates.jira.approval;

import java.util.List;

/**
 * A requirement for approval in the panel.
 *
 * @param state    how far it is met, in words
 * @param style    style of its lozenge, empty for the plain one
 * @param sections what it is bound to, in words
 * @param missing  who could still approve, as a sentence; empty text for nobody
 * @param verdicts what approvers said, in order
 */
public record ApprovalRequirementView(String name, String state, String style, String sections, String missing,
        List<ApprovalVerdictView> verdicts) {

    public ApprovalRequirementView {
        verdicts = List.copyOf(verdicts);
    }
}
