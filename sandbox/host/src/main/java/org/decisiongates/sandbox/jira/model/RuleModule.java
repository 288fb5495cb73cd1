package org.decisiongates.sandbox.jira.model;

/** A kind of validator, condition or post-function that the editor offers. */
public record RuleModule(String completeKey, String name, String description) {
}
