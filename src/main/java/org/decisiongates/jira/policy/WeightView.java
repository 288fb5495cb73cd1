package org.decisiongates.jira.policy;

/**
 * What meeting a rule is worth.
 *
 * @param value what the policy says; empty text for nothing
 * @param usual what it weighs where no policy says anything
 */
public record WeightView(String inputName, String rule, String value, int usual) {
}
