package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.jira.gate.ChoiceView;

/**
 * A list to choose from.
 *
 * @param inputName name of the input
 * @param several   whether more than one can be chosen
 */
public record SelectView(String inputName, String label, List<ChoiceView> choices, boolean several) {

    public SelectView {
        choices = List.copyOf(choices);
    }
}
