package com.atlassian.jira.issue;

import java.util.Collection;
import java.util.Map;

public interface IssueInputParameters {
    IssueInputParameters setProjectId(Long projectId);
    IssueInputParameters setIssueTypeId(String issueTypeId);
    IssueInputParameters setSummary(String summary);
    IssueInputParameters setDescription(String description);
    IssueInputParameters setEnvironment(String environment);
    IssueInputParameters setReporterId(String username);
    IssueInputParameters setAssigneeId(String username);
    IssueInputParameters setPriorityId(String priorityId);
    IssueInputParameters setResolutionId(String resolutionId);
    IssueInputParameters setStatusId(String statusId);
    IssueInputParameters setDueDate(String dueDate);
    IssueInputParameters setComment(String comment);
    IssueInputParameters addCustomFieldValue(Long id, String... values);
    IssueInputParameters addCustomFieldValue(String fullId, String... values);
    void setSkipScreenCheck(boolean skip);
    void setRetainExistingValuesWhenParameterNotProvided(boolean retain);
    void setRetainExistingValuesWhenParameterNotProvided(boolean retain, boolean onlyValidatePresent);
    void setApplyDefaultValuesWhenParameterNotProvided(boolean apply);
    void setProvidedFields(Collection<String> fields);
    Map<String, String[]> getActionParameters();
}
