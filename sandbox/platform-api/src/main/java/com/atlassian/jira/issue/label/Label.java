package com.atlassian.jira.issue.label;

public class Label {
    private final Long id;
    private final Long issueId;
    private final String label;

    public Label(Long id, Long issueId, String label) {
        this.id = id;
        this.issueId = issueId;
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
