package com.atlassian.jira.issue;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;

public interface MutableIssue extends Issue {
    void setProjectObject(Project project);
    void setProjectId(Long projectId);
    void setIssueType(IssueType type);
    void setIssueTypeId(String issueTypeId);
    void setSummary(String summary);
    void setDescription(String description);
    void setEnvironment(String environment);
    void setAssignee(ApplicationUser user);
    void setAssigneeId(String userKey);
    void setReporter(ApplicationUser user);
    void setReporterId(String userKey);
    void setPriorityId(String priorityId);
    void setResolutionId(String resolutionId);
    void setResolution(Resolution resolution);
    void setStatusId(String statusId);
    void setStatus(Status status);
    void setDueDate(Timestamp dueDate);
    void setFixVersions(Collection<Version> versions);
    void setAffectedVersions(Collection<Version> versions);
    void setComponent(Collection<ProjectComponent> components);
    void setLabels(Set<Label> labels);
    void setCustomFieldValue(CustomField field, Object value);
    void setExternalFieldValue(String fieldId, Object newValue);
    Map<String, ModifiedValue> getModifiedFields();
    void resetModifiedFields();
    void store();
}
