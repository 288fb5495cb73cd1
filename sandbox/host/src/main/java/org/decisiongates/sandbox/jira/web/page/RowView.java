package org.decisiongates.sandbox.jira.web.page;

/** An issue as a list shows it. */
public record RowView(String key, String summary, String type, String typeIcon, String status, String statusStyle, String assignee,
        String due, boolean overdue) {
}
