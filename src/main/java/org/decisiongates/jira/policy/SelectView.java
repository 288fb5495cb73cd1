package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.jira.gate.ChoiceView;

/**
 * A list to choose from.
 *
 * @param inputName name of the input
 * @param several   whether more than one can be chosen
 * @param fault     what is wrong with what is chosen; empty text for nothing
 */
public record SelectView(String inputName, String label, List<ChoiceView> choices, boolean several, String fault) {

    public SelectView {
        choices = List.copyOf(choices);
    }

    SelectView(String inputName, String label, List<ChoiceView> choices, boolean several) {
        this(inputName, label, choices, several, "");
    }

    SelectView faulty(String what) {
        return new SelectView(inputName, label, choices, several, what);
    }
}
