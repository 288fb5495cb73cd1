package org.decisiongates.jira.gate;

/** One thing that can be chosen for a setting. */
public record ChoiceView(String value, String label, boolean selected) {
}
