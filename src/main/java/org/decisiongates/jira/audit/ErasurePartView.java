package org.decisiongates.jira.audit;

/** How many rows of a part name the person. */
public record ErasurePartView(String name, String count) {
}
