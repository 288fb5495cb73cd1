package com.atlassian.jira.issue.operation;

public class IssueOperations {
    public static final ScreenableIssueOperation CREATE_ISSUE_OPERATION = new Operation(0L, "create");
    public static final ScreenableIssueOperation EDIT_ISSUE_OPERATION = new Operation(1L, "edit");
    public static final ScreenableIssueOperation VIEW_ISSUE_OPERATION = new Operation(2L, "view");

    private IssueOperations() {
    }

    private record Operation(Long id, String name) implements ScreenableIssueOperation {
    }
}
