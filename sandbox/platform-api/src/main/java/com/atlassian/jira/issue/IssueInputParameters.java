package com.atlassian.jira.issue;

public interface IssueInputParameters {
    IssueInputParameters setProjectId(Long projectId);
    IssueInputParameters setIssueTypeId(String issueTypeId);
    IssueInputParameters setSummary(String summary);
    IssueInputParameters setDescription(String description);
    IssueInputParameters setReporterId(String username);
    IssueInputParameters setAssigneeId(String username);
    IssueInputParameters setDueDate(String dueDate);
    IssueInputParameters addCustomFieldValue(String fullId, String... values);
    void setSkipScreenCheck(boolean skip);
    void setRetainExistingValuesWhenParameterNotProvided(boolean retain, boolean onlyValidatePresent);
    void setApplyDefaultValuesWhenParameterNotProvided(boolean apply);
}
