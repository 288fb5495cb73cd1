package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.jira.gate.RuleFormView;
import org.decisiongates.jira.gate.RuleSentenceView;

/**
 * One rule of a policy that is being edited.
 *
 * @param at           what the names of its inputs begin with
 * @param place        behind the operations of its buttons, {@code 0:1}
 * @param packed       the rule in one input
 * @param own          its own enforcement in a word; empty text when it follows its gate
 * @param opened       its settings as a form; none while nobody edits them
 * @param enforcements what can be chosen for its own enforcement
 * @param faults       what keeps the policy from being put into force, where it does not stand at a setting; that no issue is ever asked
 * @param condition    what is chosen of a condition to add
 */
public record RuleEditorView(String at, String place, String packed, RuleSentenceView claim, String own, List<ConditionView> conditions,
        List<RuleFormView> opened, List<SelectView> enforcements, List<SelectView> condition,
        List<String> faults) {

    public RuleEditorView {
        faults = List.copyOf(faults);
        conditions = List.copyOf(conditions);
        opened = List.copyOf(opened);
        enforcements = List.copyOf(enforcements);
        condition = List.copyOf(condition);
    }
}
