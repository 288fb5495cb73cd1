package org.decisiongates.jira.policy;

import java.util.List;

/**
 * The form of an approval that a policy requires.
 *
 * @param userNames of people, one a line
 * @param groups    names of groups, one a line
 * @param selects   project roles, and fields that name people
 * @param number    how many approvals, or which share
 * @param unit      which of both
 * @param sections  what the approval is bound to
 * @param comment   name of the input that says whether an approval needs a comment
 * @param password  name of the input that says whether an approval asks for a password
 */
public record ApprovalFormView(PolicyInputView name, PolicyInputView key, PolicyInputView userNames, PolicyInputView groups,
        List<SelectView> selects, PolicyInputView number, SelectView unit, PolicyInputView stage, SelectView sections, String comment,
        boolean commentRequired, String password, boolean passwordRequired) {

    public ApprovalFormView {
        selects = List.copyOf(selects);
    }
}
