package org.decisiongates.jira.gate;

import java.util.List;

/** One value in the form: a list to choose from when there are choices, else an input. */
public final class SettingView {

    private final String inputName;
    private final String label;
    private final String value;
    private final List<ChoiceView> choices;
    private final String fault;
    private final boolean severalLines;

    SettingView(String inputName, String label, String value, List<ChoiceView> choices, String fault) {
        this.inputName = inputName;
        this.label = label;
        this.value = value;
        this.choices = List.copyOf(choices);
        this.fault = fault;
        this.severalLines = false;
    }

    private SettingView(SettingView of, boolean severalLines) {
        this.inputName = of.inputName;
        this.label = of.label;
        this.value = of.value;
        this.choices = of.choices;
        this.fault = of.fault;
        this.severalLines = severalLines;
    }

    SettingView ofSeveralLines(boolean several) {
        return new SettingView(this, several);
    }

    public String getInputName() {
        return inputName;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }

    public List<ChoiceView> getChoices() {
        return choices;
    }

    /** What is wrong with the value; empty text for nothing. */
    public String getFault() {
        return fault;
    }

    /** Whether the value may have several lines. */
    public boolean isSeveralLines() {
        return severalLines;
    }
}
