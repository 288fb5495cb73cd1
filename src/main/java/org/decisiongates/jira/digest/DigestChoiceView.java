package org.decisiongates.jira.digest;

/** One of several values of a digest to choose from. */
public record DigestChoiceView(String value, String label, boolean chosen) {
}
