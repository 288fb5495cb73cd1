package org.decisiongates.jira.policy;

import java.util.List;

/**
 * One gate of a policy that is being edited.
 *
 * @param at      what the names of its inputs begin with
 * @param number  its place, from 0, behind the operations of its buttons
 * @param inputs  its name and its key
 * @param faults  what is wrong with it as a whole
 * @param offered the rules that can be added; none while nobody adds one
 * @param bypassedBy transitions that lead into its phase without it
 * @param preview what its rules say of the issue that the policy is tried on
 */
public record GateEditorView(String at, String number, String name, List<PolicyInputView> inputs, SelectView phases,
        SelectView enforcements,
        List<RuleEditorView> rules, List<RuleOfferView> offered, List<PreviewView> preview, List<String> usedBy, List<String> bypassedBy,
        List<String> faults) {

    public GateEditorView {
        inputs = List.copyOf(inputs);
        faults = List.copyOf(faults);
        rules = List.copyOf(rules);
        offered = List.copyOf(offered);
        preview = List.copyOf(preview);
        usedBy = List.copyOf(usedBy);
        bypassedBy = List.copyOf(bypassedBy);
    }
}
