package org.decisiongates.jira.gate;

/** One field that can be chosen for a setting. */
public final class ChoiceView {

    private final String value;
    private final String label;
    private final boolean selected;

    ChoiceView(String value, String label, boolean selected) {
        this.value = value;
        this.label = label;
        this.selected = selected;
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public boolean isSelected() {
        return selected;
    }
}
