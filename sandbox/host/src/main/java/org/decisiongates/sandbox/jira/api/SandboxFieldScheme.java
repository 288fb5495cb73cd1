package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.context.GlobalIssueContext;
import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

/** A scheme of field configurations: the context of a custom field, or the issue types of projects. */
record SandboxFieldScheme(Long id, String name, String description, FieldConfig config, List<Project> projects, List<IssueType> types,
        boolean global) implements FieldConfigScheme {

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public FieldConfig getOneAndOnlyConfig() {
        return config;
    }

    @Override
    public Map<String, FieldConfig> getConfigs() {
        Map<String, FieldConfig> configs = new HashMap<>();
        if (types.isEmpty()) {
            configs.put(null, config);
        }
        types.forEach(type -> configs.put(type.getId(), config));
        return configs;
    }

    @Override
    public List<JiraContextNode> getContexts() {
        return global ? List.of(GlobalIssueContext.getInstance()) : List.of();
    }

    @Override
    public List<Long> getAssociatedProjectIds() {
        return projects.stream().map(Project::getId).toList();
    }

    @Override
    public List<Project> getAssociatedProjectObjects() {
        return projects;
    }

    @Override
    public Collection<IssueType> getAssociatedIssueTypes() {
        return types;
    }

    @Override
    public boolean isGlobal() {
        return global;
    }

    @Override
    public boolean isAllProjects() {
        return global;
    }

    @Override
    public boolean isAllIssueTypes() {
        return types.isEmpty();
    }
}
