package org.decisiongates.sandbox.jira.api;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueContext;
import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.customfields.CustomFieldSearcher;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.IssueDraft;

/** A custom field as apps see it; its one context holds for all projects. Two are equal when their ids are. */
final class SandboxField implements CustomField {

    private final FieldRow row;
    private final JiraObjects objects;

    SandboxField(FieldRow row, JiraObjects objects) {
        this.row = row;
        this.objects = objects;
    }

    FieldRow row() {
        return row;
    }

    @Override
    public String getId() {
        return row.id();
    }

    @Override
    public String getNameKey() {
        return row.name();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public Long getIdAsLong() {
        return row.number();
    }

    @Override
    public String getFieldName() {
        return row.name();
    }

    @Override
    public String getUntranslatedName() {
        return row.name();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    @Override
    public CustomFieldType<?, ?> getCustomFieldType() {
        return new SandboxFieldType(row.type());
    }

    @Override
    public CustomFieldSearcher getCustomFieldSearcher() {
        return row.searcherKey().isEmpty() ? null : new SandboxSearcher(row.searcherKey());
    }

    @Override
    public Object getValue(Issue issue) {
        return issue.getCustomFieldValue(this);
    }

    @Override
    public FieldConfig getRelevantConfig(Issue issue) {
        return getRelevantConfig((IssueContext) issue);
    }

    @Override
    public FieldConfig getRelevantConfig(IssueContext context) {
        boolean applies = objects.jira().fields().byId(row.id()).filter(now -> now.appliesTo(context.getIssueTypeId())).isPresent();
        return applies ? config() : null;
    }

    private FieldConfig config() {
        return new SandboxFieldConfig(row.number(), "Default Configuration Scheme for " + row.name(), row.id());
    }

    @Override
    public List<FieldConfigScheme> getConfigurationSchemes() {
        return List.of(new SandboxFieldScheme(row.number(), "Default Configuration Scheme for " + row.name(), "", config(), List.of(),
                getAssociatedIssueTypes(), true));
    }

    @Override
    public Options getOptions(String key, JiraContextNode context) {
        return objects.options(row.id());
    }

    @Override
    public List<Project> getAssociatedProjectObjects() {
        return List.of();
    }

    @Override
    public List<IssueType> getAssociatedIssueTypes() {
        return row.issueTypeIds().stream().flatMap(id -> objects.jira().issueTypes().byId(id).stream()).map(objects::issueType).toList();
    }

    @Override
    public boolean isAllProjects() {
        return true;
    }

    @Override
    public boolean isAllIssueTypes() {
        return row.issueTypeIds().isEmpty();
    }

    @Override
    public boolean isGlobal() {
        return isAllIssueTypes();
    }

    @Override
    public void createValue(Issue issue, Object value) {
        IssueDraft draft = new IssueDraft(objects.jira().issues().byId(issue.getId()).orElseThrow());
        draft.set(row.id(), objects.raw(row, value));
        objects.jira().issues().write(draft, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SandboxField field && field.row.id().equals(row.id());
    }

    @Override
    public int hashCode() {
        return row.id().hashCode();
    }

    @Override
    public String toString() {
        return row.name();
    }
}
