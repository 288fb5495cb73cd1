package org.decisiongates.jira.owner;

/** An issue whose owner and assignee differ. */
public record OwnerDifferenceView(String key, String href, String summary, String owner, String assignee) {
}
