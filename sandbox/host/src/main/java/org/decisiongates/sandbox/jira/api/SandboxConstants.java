package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;

/** Jira's services about issue types, statuses, priorities and resolutions. */
final class SandboxConstants {

    private final SandboxJira jira;
    private final JiraObjects objects;

    SandboxConstants(SandboxJira jira, JiraObjects objects) {
        this.jira = jira;
        this.objects = objects;
    }

    public Collection<IssueType> getAllIssueTypeObjects() {
        return jira.issueTypes().all().stream().map(objects::issueType).toList();
    }

    public Collection<IssueType> getRegularIssueTypeObjects() {
        return getAllIssueTypeObjects().stream().filter(type -> !type.isSubTask()).toList();
    }

    public Collection<IssueType> getSubTaskIssueTypeObjects() {
        return getAllIssueTypeObjects().stream().filter(IssueType::isSubTask).toList();
    }

    public Collection<IssueType> getIssueTypes() {
        return getAllIssueTypeObjects();
    }

    public IssueType getIssueType(String id) {
        return objects.issueType(id);
    }

    public IssueType createIssueType(String name, String description, Long avatarId) {
        return objects.issueType(jira.issueTypes().create(name, description, avatarId, false));
    }

    public IssueType createSubTaskIssueType(String name, String description, Long avatarId) {
        return objects.issueType(jira.issueTypes().create(name, description, avatarId, true));
    }

    public void updateIssueType(IssueType type, String name, String description, Long avatarId) {
        jira.issueTypes().update(type.getId(), name, description, avatarId);
    }

    public Collection<Status> getStatuses() {
        return jira.statuses().all().stream().map(objects::status).toList();
    }

    public Status getStatus(String id) {
        return objects.status(id);
    }

    public Status getStatusByName(String name) {
        return jira.statuses().byName(name).map(objects::status).orElse(null);
    }

    public Status createStatus(String name, String description, String iconUrl) {
        return objects.status(jira.statuses().create(name, description, StatusCategory.UNDEFINED));
    }

    public Status createStatus(String name, String description, String iconUrl,
                               com.atlassian.jira.issue.status.category.StatusCategory category) {
        return objects.status(jira.statuses().create(name, description, StatusCategory.of(category.getKey())));
    }

    public void editStatus(Status status, String name, String description, String iconUrl,
                           com.atlassian.jira.issue.status.category.StatusCategory category) {
        jira.statuses().update(status.getId(), name, description, StatusCategory.of(category.getKey()));
    }

    public List<com.atlassian.jira.issue.status.category.StatusCategory> getStatusCategories() {
        return java.util.Arrays.stream(StatusCategory.values())
                .map(category -> (com.atlassian.jira.issue.status.category.StatusCategory) new SandboxStatusCategory(category)).toList();
    }

    public com.atlassian.jira.issue.status.category.StatusCategory getStatusCategoryByKey(String key) {
        return getStatusCategories().stream().filter(category -> category.getKey().equals(key)).findFirst().orElse(null);
    }

    public List<Priority> getPriorities() {
        return jira.priorities().all().stream().map(row -> objects.priority(row.id())).toList();
    }

    public Priority getPriorityObject(String id) {
        return objects.priority(id);
    }

    public Priority getPriority(String id) {
        return objects.priority(id);
    }

    public Priority getDefaultPriority() {
        return jira.priorities().initial().map(row -> objects.priority(row.id())).orElse(null);
    }

    public List<Resolution> getResolutions() {
        return jira.resolutions().all().stream().map(row -> objects.resolution(row.id())).toList();
    }

    public Resolution getResolution(String id) {
        return objects.resolution(id);
    }

    public Resolution getResolutionByName(String name) {
        return jira.resolutions().byName(name).map(row -> objects.resolution(row.id())).orElse(null);
    }

    public void refresh() {
        // nothing is cached
    }
}
