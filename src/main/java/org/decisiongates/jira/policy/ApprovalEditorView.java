package org.decisiongates.jira.policy;

import java.util.List;

/**
 * One approval that a policy requires, while the policy is edited.
 *
 * @param at        what the names of its inputs begin with
 * @param number    its place, from 0, behind the operations of its buttons
 * @param packed    the approval in one input
 * @param claim     who gives it, and how many
 * @param notes     its stage, and whether it needs a comment, in a word each
 * @param boundTo   what it is bound to
 * @param opened    its form; none while nobody edits it
 * @param condition what is chosen of a condition to add
 * @param faults    what is wrong with it, where it does not stand at an input
 */
public record ApprovalEditorView(String at, String number, String name, String packed, String claim, List<String> notes, String boundTo,
        List<ConditionView> conditions, List<ApprovalFormView> opened, List<SelectView> condition, List<String> faults) {

    public ApprovalEditorView {
        notes = List.copyOf(notes);
        conditions = List.copyOf(conditions);
        opened = List.copyOf(opened);
        condition = List.copyOf(condition);
        faults = List.copyOf(faults);
    }
}
