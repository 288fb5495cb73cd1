package org.decisiongates.jira.gate;

/** A row of a table about a rule: something, and what belongs to it. */
public record RuleRowView(String subject, String answer) {
}
