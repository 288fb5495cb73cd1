package org.decisiongates.jira.policy;

/** A rule that can be added. */
public record RuleOfferView(String add, String title, String description) {
}
