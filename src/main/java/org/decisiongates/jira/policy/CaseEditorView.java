package org.decisiongates.jira.policy;

import java.util.List;

/**
 * One test of a policy that is being edited.
 *
 * @param at          what the names of its inputs begin with
 * @param number      its place, from 0, behind the operations of its buttons
 * @param openAs      what is open while somebody edits it
 * @param packed      the test in one input
 * @param day         the day on which it is evaluated, {@code 2026-12-31}
 * @param summary     which gate is asked, and what is expected of it
 * @param asExpected  whether the policy says now what is expected
 * @param differences what it says instead, and why
 * @param expectations what can be expected of each rule of the gate; none while nobody edits the test
 */
public record CaseEditorView(String at, String number, String openAs, String packed, String name, String day, String summary,
        boolean asExpected,
        List<String> differences, List<SelectView> expectations) {

    public CaseEditorView {
        differences = List.copyOf(differences);
        expectations = List.copyOf(expectations);
    }
}
