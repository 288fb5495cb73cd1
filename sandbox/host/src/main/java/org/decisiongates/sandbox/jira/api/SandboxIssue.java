package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.ModifiedValue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.host.Strict;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Versions;

/** An issue as apps see it: stored values under the edits of a draft. One that was not created yet has neither id nor key. */
final class SandboxIssue implements MutableIssue {

    private final IssueDraft draft;
    private final JiraObjects objects;

    SandboxIssue(IssueDraft draft, JiraObjects objects) {
        this.draft = draft;
        this.objects = objects;
    }

    IssueDraft draft() {
        return draft;
    }

    private IssueRow stored() {
        return draft.stored().orElse(null);
    }

    @Override
    public Long getId() {
        return stored() == null ? null : stored().id();
    }

    @Override
    public String getKey() {
        return stored() == null ? null : stored().key();
    }

    @Override
    public Long getNumber() {
        return stored() == null ? null : stored().number();
    }

    @Override
    public boolean isCreated() {
        return stored() != null;
    }

    @Override
    public boolean isEditable() {
        throw new NotInSandbox(Issue.class, "isEditable()");
    }

    @Override
    public Long getProjectId() {
        return draft.projectId() == 0 ? null : draft.projectId();
    }

    @Override
    public Project getProjectObject() {
        return objects.project(draft.projectId());
    }

    @Override
    public String getIssueTypeId() {
        return draft.issueTypeId();
    }

    @Override
    public IssueType getIssueType() {
        return objects.issueType(draft.issueTypeId());
    }

    @Override
    public String getSummary() {
        return draft.value("summary");
    }

    @Override
    public String getDescription() {
        return draft.value("description");
    }

    @Override
    public String getEnvironment() {
        return draft.value("environment");
    }

    @Override
    public ApplicationUser getAssignee() {
        return objects.user(getAssigneeId());
    }

    @Override
    public String getAssigneeId() {
        return draft.value("assignee");
    }

    @Override
    public ApplicationUser getReporter() {
        return objects.user(getReporterId());
    }

    @Override
    public String getReporterId() {
        return draft.value("reporter");
    }

    @Override
    public ApplicationUser getCreator() {
        return objects.user(getCreatorId());
    }

    @Override
    public String getCreatorId() {
        return draft.value("creator");
    }

    @Override
    public Collection<ProjectComponent> getComponents() {
        throw new NotInSandbox(Issue.class, "getComponents()");
    }

    @Override
    public Collection<Version> getAffectedVersions() {
        throw new NotInSandbox(Issue.class, "getAffectedVersions()");
    }

    @Override
    public Collection<Version> getFixVersions() {
        return draft.values(Versions.FIELD).stream().flatMap(id -> objects.jira().versions().byId(Long.parseLong(id)).stream())
                .map(SandboxVersion::of).toList();
    }

    @Override
    public Timestamp getCreated() {
        return moment("created");
    }

    @Override
    public Timestamp getUpdated() {
        return moment("updated");
    }

    @Override
    public Timestamp getDueDate() {
        String day = draft.value("duedate");
        return day == null ? null : Timestamp.valueOf(LocalDate.parse(day).atStartOfDay());
    }

    @Override
    public Timestamp getResolutionDate() {
        return moment("resolutiondate");
    }

    private Timestamp moment(String field) {
        String value = draft.value(field);
        return value == null ? null : Timestamp.from(Instant.parse(value));
    }

    @Override
    public Priority getPriority() {
        return objects.priority(draft.value("priority"));
    }

    @Override
    public String getResolutionId() {
        return draft.value("resolution");
    }

    @Override
    public Resolution getResolution() {
        return objects.resolution(getResolutionId());
    }

    @Override
    public String getStatusId() {
        return draft.value("status");
    }

    @Override
    public Status getStatus() {
        return objects.status(getStatusId());
    }

    @Override
    public Long getWorkflowId() {
        return stored() == null ? null : stored().workflowId();
    }

    @Override
    public Long getSecurityLevelId() {
        String level = draft.value(Levels.FIELD);
        return level == null ? null : Long.valueOf(level);
    }

    @Override
    public Long getVotes() {
        throw new NotInSandbox(Issue.class, "getVotes()");
    }

    @Override
    public Long getWatches() {
        throw new NotInSandbox(Issue.class, "getWatches()");
    }

    @Override
    public Object getCustomFieldValue(CustomField field) {
        return objects.jira().fields().byId(field.getId()).map(row -> objects.value(row, draft.values(row.id()))).orElse(null);
    }

    @Override
    public Object getExternalFieldValue(String fieldId) {
        throw new NotInSandbox(Issue.class, "getExternalFieldValue(String)");
    }

    @Override
    public boolean isSubTask() {
        throw new NotInSandbox(Issue.class, "isSubTask()");
    }

    @Override
    public Long getParentId() {
        throw new NotInSandbox(Issue.class, "getParentId()");
    }

    @Override
    public Issue getParentObject() {
        throw new NotInSandbox(Issue.class, "getParentObject()");
    }

    @Override
    public Collection<Issue> getSubTaskObjects() {
        throw new NotInSandbox(Issue.class, "getSubTaskObjects()");
    }

    @Override
    public Set<Label> getLabels() {
        Set<Label> labels = new LinkedHashSet<>();
        draft.values("labels").forEach(text -> labels.add(new Label(null, getId(), text)));
        return labels;
    }

    @Override
    public boolean isArchived() {
        throw new NotInSandbox(Issue.class, "isArchived()");
    }

    @Override
    public void setProjectObject(Project project) {
        setProjectId(project == null ? null : project.getId());
    }

    @Override
    public void setProjectId(Long projectId) {
        draft.set("project", projectId == null ? null : projectId.toString());
    }

    @Override
    public void setIssueType(IssueType type) {
        setIssueTypeId(type == null ? null : type.getId());
    }

    @Override
    public void setIssueTypeId(String issueTypeId) {
        draft.set("issuetype", issueTypeId);
    }

    @Override
    public void setSummary(String summary) {
        draft.set("summary", summary);
    }

    @Override
    public void setDescription(String description) {
        draft.set("description", description);
    }

    @Override
    public void setEnvironment(String environment) {
        draft.set("environment", environment);
    }

    @Override
    public void setAssignee(ApplicationUser user) {
        setAssigneeId(SandboxUser.key(user));
    }

    @Override
    public void setAssigneeId(String userKey) {
        draft.set("assignee", userKey);
    }

    @Override
    public void setReporter(ApplicationUser user) {
        setReporterId(SandboxUser.key(user));
    }

    @Override
    public void setReporterId(String userKey) {
        draft.set("reporter", userKey);
    }

    @Override
    public void setPriorityId(String priorityId) {
        draft.set("priority", priorityId);
    }

    @Override
    public void setResolutionId(String resolutionId) {
        draft.set("resolution", resolutionId);
    }

    @Override
    public void setResolution(Resolution resolution) {
        setResolutionId(resolution == null ? null : resolution.getId());
    }

    @Override
    public void setStatusId(String statusId) {
        draft.set("status", statusId);
    }

    @Override
    public void setStatus(Status status) {
        setStatusId(status.getId());
    }

    @Override
    public void setDueDate(Timestamp dueDate) {
        draft.set("duedate", dueDate == null ? null : dueDate.toLocalDateTime().toLocalDate().toString());
    }

    @Override
    public void setFixVersions(Collection<Version> versions) {
        draft.set(Versions.FIELD, versions == null ? List.of()
                : versions.stream().map(version -> ((SandboxVersion) Strict
                        .behind(version)).getId().toString()).toList());
    }

    @Override
    public void setAffectedVersions(Collection<Version> versions) {
        throw new NotInSandbox(MutableIssue.class, "setAffectedVersions(Collection<Version>)");
    }

    @Override
    public void setComponent(Collection<ProjectComponent> components) {
        throw new NotInSandbox(MutableIssue.class, "setComponent(Collection<ProjectComponent>)");
    }

    @Override
    public void setLabels(Set<Label> labels) {
        draft.set("labels", labels == null ? List.of() : labels.stream().map(Label::getLabel).toList());
    }

    @Override
    public void setCustomFieldValue(CustomField field, Object value) {
        FieldRow row = objects.jira().fields().byId(field.getId()).orElseThrow();
        draft.set(row.id(), objects.raw(row, value));
    }

    @Override
    public void setExternalFieldValue(String fieldId, Object newValue) {
        throw new NotInSandbox(MutableIssue.class, "setExternalFieldValue(String, Object)");
    }

    @Override
    public Map<String, ModifiedValue> getModifiedFields() {
        Map<String, ModifiedValue> modified = new LinkedHashMap<>();
        for (String id : draft.edited()) {
            FieldRow field = objects.jira().fields().byId(id).orElse(null);
            if (field != null) {
                List<String> before = stored() == null ? List.of() : stored().values(id);
                modified.put(id, new ModifiedValue<>(objects.value(field, before), objects.value(field, draft.values(id))));
            }
        }
        return modified;
    }

    @Override
    public void resetModifiedFields() {
        draft.edited().clear();
    }

    @Override
    public void store() {
        objects.jira().issues().write(draft, null);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SandboxIssue issue && getId() != null && getId().equals(issue.getId());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(getId());
    }

    @Override
    public String toString() {
        return getKey() == null ? "a new issue" : getKey();
    }
}
