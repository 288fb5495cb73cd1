package org.decisiongates.sandbox.jira.api;

import java.util.Collection;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowException;

import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.WorkflowXml;

/** {@code com.atlassian.jira.workflow.WorkflowManager}. What is refused is thrown as Jira's own unchecked exception. */
record SandboxWorkflows(SandboxJira jira, JiraObjects objects) {

    public JiraWorkflow getWorkflow(Long projectId, String issueTypeId) {
        ProjectRow project = jira.projects().byId(projectId)
                .orElseThrow(() -> new WorkflowException("There is no project " + projectId + "."));
        return jira.workflows().byName(jira.workflows().nameFor(project, issueTypeId), false).map(row -> new SandboxWorkflow(row, objects))
                .orElse(null);
    }

    public Collection<JiraWorkflow> getWorkflows() {
        return jira.workflows().all().stream().map(row -> (JiraWorkflow) new SandboxWorkflow(row, objects)).toList();
    }

    public boolean workflowExists(String name) {
        return jira.workflows().byName(name, false).isPresent();
    }

    /** Every public caller passes somebody: what Jira does with nobody is not known. */
    public void createWorkflow(ApplicationUser user, JiraWorkflow workflow) {
        if (user == null) {
            throw new IllegalArgumentException("A workflow is created by somebody; nobody was given.");
        }
        try {
            jira.workflows().create(SandboxUser.key(user), workflow.getName(), workflow.getDescription(),
                    WorkflowXml.write(workflow.getDescriptor()));
        } catch (Refused e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }
}
