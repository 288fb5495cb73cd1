package org.decisiongates.sandbox.jira.api;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.scheme.Scheme;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowException;
import com.atlassian.jira.workflow.WorkflowScheme;

import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.WorkflowSchemeRow;
import org.decisiongates.sandbox.jira.model.Workflows;

/** {@code com.atlassian.jira.workflow.WorkflowSchemeManager}. Changing a scheme migrates no issue, as in Jira. */
record SandboxWorkflowSchemes(SandboxJira jira, JiraObjects objects) {

    public AssignableWorkflowScheme getWorkflowSchemeObj(Project project) {
        return byId(row(project).workflowSchemeId());
    }

    public AssignableWorkflowScheme getWorkflowSchemeObj(String name) {
        return jira.workflows().schemes().stream().filter(row -> row.name().equals(name)).findFirst().map(SandboxWorkflowScheme::new)
                .orElse(null);
    }

    public AssignableWorkflowScheme getWorkflowSchemeObj(long id) {
        return byId(id);
    }

    public AssignableWorkflowScheme.Builder assignableBuilder() {
        return SandboxWorkflowScheme.blank();
    }

    public AssignableWorkflowScheme createScheme(AssignableWorkflowScheme scheme) {
        WorkflowSchemeRow row = ((SandboxWorkflowScheme) scheme).row();
        try {
            return new SandboxWorkflowScheme(
                    jira.workflows().createScheme(row.name(), row.description(), row.defaultWorkflow(), row.mappings()));
        } catch (Refused e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    public AssignableWorkflowScheme updateWorkflowScheme(AssignableWorkflowScheme scheme) {
        if (scheme.isDefault()) {
            throw new WorkflowException("The default workflow scheme cannot be changed.");
        }
        try {
            jira.workflows().updateScheme(((SandboxWorkflowScheme) scheme).row());
            return byId(scheme.getId());
        } catch (Refused e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    public List<Project> getProjectsUsing(AssignableWorkflowScheme scheme) {
        return objects.projects(using(scheme.getId()));
    }

    /** A scheme that is in use is changed at once here: none has a draft. */
    public boolean hasDraft(AssignableWorkflowScheme scheme) {
        return false;
    }

    public String getWorkflowName(Project project, String issueTypeId) {
        return jira.workflows().nameFor(row(project), issueTypeId);
    }

    public Scheme getSchemeObject(Long id) {
        return jira.workflows().scheme(id).map(SandboxWorkflowSchemes::scheme).orElse(null);
    }

    public void addSchemeToProject(Project project, Scheme scheme) {
        jira.projects().useWorkflowScheme(project.getId(), scheme.getId());
    }

    public void removeSchemesFromProject(Project project) {
        jira.projects().useWorkflowScheme(project.getId(), Workflows.DEFAULT_SCHEME);
    }

    /** Whether Jira minds that a project uses the scheme is not known: here it is not let pass. */
    public boolean deleteWorkflowScheme(WorkflowScheme scheme) {
        if (!using(scheme.getId()).isEmpty()) {
            throw new WorkflowException("Workflow scheme " + scheme.getName() + " is in use.");
        }
        jira.workflows().deleteScheme(scheme.getId());
        return true;
    }

    private AssignableWorkflowScheme byId(long id) {
        return jira.workflows().scheme(id).map(SandboxWorkflowScheme::new).orElse(null);
    }

    private static Scheme scheme(WorkflowSchemeRow row) {
        return new Scheme(row.id(), "WorkflowScheme", row.name(), row.description(), List.of());
    }

    private List<ProjectRow> using(long schemeId) {
        return jira.projects().all().stream().filter(row -> row.workflowSchemeId() == schemeId).toList();
    }

    private ProjectRow row(Project project) {
        return jira.projects().byId(project.getId())
                .orElseThrow(() -> new IllegalArgumentException("There is no project " + project.getKey()
                        + " any more."));
    }
}
