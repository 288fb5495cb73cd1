package org.decisiongates.jira.policy;

/**
 * A condition of a rule.
 *
 * @param remove the operation of the button that takes it out
 */
public record ConditionView(String sentence, String remove) {
}
