package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.jira.model.IssueTypeSchemeRow;
import org.decisiongates.sandbox.jira.model.IssueTypes;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code IssueTypeSchemeManager}: schemes are shared, and an update replaces the list for every project that uses one. */
record SandboxIssueTypeSchemes(SandboxJira jira, JiraObjects objects) {

    public FieldConfigScheme getConfigScheme(Project project) {
        return jira.projects().byId(project.getId()).flatMap(row -> jira.issueTypes().scheme(row.issueTypeSchemeId())).map(this::scheme)
                .orElse(null);
    }

    public FieldConfigScheme update(FieldConfigScheme scheme, Collection<String> issueTypeIds) {
        jira.issueTypes().setTypes(scheme.getId(), issueTypeIds);
        return scheme(scheme.getId());
    }

    public FieldConfigScheme create(String name, String description, List<String> issueTypeIds) {
        return scheme(jira.issueTypes().createScheme(name, description, issueTypeIds));
    }

    public List<FieldConfigScheme> getAllSchemes() {
        return jira.issueTypes().schemes().stream().map(this::scheme).toList();
    }

    /** Projects that use it fall back to the default scheme. */
    public void deleteScheme(FieldConfigScheme scheme) {
        if (isDefaultIssueTypeScheme(scheme)) {
            throw new IllegalArgumentException("The default issue type scheme cannot be deleted.");
        }
        jira.issueTypes().deleteScheme(scheme.getId());
    }

    public boolean isDefaultIssueTypeScheme(FieldConfigScheme scheme) {
        return scheme.getId() == IssueTypes.DEFAULT_SCHEME;
    }

    public Collection<IssueType> getIssueTypesForScheme(FieldConfigScheme scheme) {
        return jira.issueTypes().scheme(scheme.getId()).map(jira.issueTypes()::typesOf).orElse(List.of()).stream().map(objects::issueType)
                .toList();
    }

    public FieldConfigScheme setProjectAssociationsForIssueTypeScheme(FieldConfigScheme scheme, Collection<Project> projects) {
        List<Long> wanted = projects.stream().map(Project::getId).toList();
        jira.projects().all().forEach(row -> {
            if (wanted.contains(row.id())) {
                jira.projects().useIssueTypeScheme(row.id(), scheme.getId());
            } else if (row.issueTypeSchemeId() == scheme.getId()) {
                jira.projects().useIssueTypeScheme(row.id(), IssueTypes.DEFAULT_SCHEME);
            }
        });
        return scheme(scheme.getId());
    }

    private FieldConfigScheme scheme(long id) {
        return scheme(
                jira.issueTypes().scheme(id).orElseThrow(() -> new IllegalArgumentException("There is no issue type scheme " + id + ".")));
    }

    private FieldConfigScheme scheme(IssueTypeSchemeRow row) {
        List<Project> projects = objects.projects(jira.projects().all().stream().filter(p -> p.issueTypeSchemeId() == row.id()).toList());
        return new SandboxFieldScheme(row.id(), row.name(), row.description(), new SandboxFieldConfig(row.id(), row.name(), "issuetype"),
                projects,
                jira.issueTypes().typesOf(row).stream().map(objects::issueType).toList(), row.id() == IssueTypes.DEFAULT_SCHEME);
    }
}
