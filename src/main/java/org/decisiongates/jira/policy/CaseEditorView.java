package org.decisiongates.jira.policy;

import java.util.List;

/**
 * One test of a policy that is being edited.
 *
 * @param at          what the names of its inputs begin with
 * @param number      its place, from 0, behind the operations of its buttons
 * @param openAs      what is open while somebody edits it
 * @param packed      the test in one input
 * @param summary     which gate is asked, and what is expected of it
 * @param asExpected  whether the policy says now what is expected
 * @param differences what it says instead, and why; else what is wrong with the test
 * @param inputs      its name and its day; none while nobody edits the test
 * @param expectations what can be expected of each rule of the gate; none while nobody edits the test
 */
public record CaseEditorView(String at, String number, String openAs, String packed, String name, String summary, boolean asExpected,
        List<String> differences, List<PolicyInputView> inputs, List<SelectView> expectations) {

    public CaseEditorView {
        inputs = List.copyOf(inputs);
        differences = List.copyOf(differences);
        expectations = List.copyOf(expectations);
    }
}
