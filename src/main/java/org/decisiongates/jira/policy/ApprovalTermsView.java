package org.decisiongates.jira.policy;

import java.util.List;

/**
 * Who has to approve, as the page of a policy edits it.
 *
 * @param dutiesSeparated whether owners and editors may not approve
 * @param exampleHint     what an example to begin with does; empty text where none is offered: an approval is there, or issues are no
 *                        Decisions
 * @param reminderDays    after how many days people are reminded
 * @param faults          what is wrong with the approvals together
 */
public record ApprovalTermsView(boolean dutiesSeparated, String exampleHint, PolicyInputView reminderDays,
        List<ApprovalEditorView> requirements,
        List<String> faults) {

    public ApprovalTermsView {
        requirements = List.copyOf(requirements);
        faults = List.copyOf(faults);
    }
}
