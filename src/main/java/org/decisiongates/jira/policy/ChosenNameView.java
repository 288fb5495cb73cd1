package org.decisiongates.jira.policy;

/** What was chosen for a name of an import, so that the next form carries it on. */
public record ChosenNameView(String inputName, String value) {
}
