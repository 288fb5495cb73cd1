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

    /** A copy of the live workflow, which changes nothing until it is saved; null where there is none. */
    public JiraWorkflow getWorkflowClone(String name) {
        return jira.workflows().byName(name, false).map(row -> new SandboxWorkflow(row, objects)).orElse(null);
    }

    public JiraWorkflow createDraftWorkflow(ApplicationUser user, String parentWorkflowName) {
        requireSomebody(user);
        try {
            jira.workflows().createDraft(SandboxUser.key(user), parentWorkflowName);
        } catch (Refused e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return new SandboxWorkflow(jira.workflows().byName(parentWorkflowName, true).orElseThrow(), objects);
    }

    public boolean deleteDraftWorkflow(String parentWorkflowName) {
        return jira.workflows().discardDraft(parentWorkflowName);
    }

    /** Of a draft, or of a workflow that no project uses: Jira refuses to change an active one in place. */
    public void updateWorkflow(ApplicationUser user, JiraWorkflow workflow) {
        requireSomebody(user);
        refused(() -> jira.workflows().save(SandboxUser.key(user), workflow.getName(), workflow.isDraftWorkflow(),
                WorkflowXml.write(workflow.getDescriptor())));
    }

    public void overwriteActiveWorkflow(ApplicationUser user, String parentWorkflowName) {
        requireSomebody(user);
        refused(() -> jira.workflows().publishDraft(SandboxUser.key(user), parentWorkflowName));
    }

    private static void requireSomebody(ApplicationUser user) {
        if (user == null) {
            throw new IllegalArgumentException("A workflow is changed by somebody; nobody was given.");
        }
    }

    private static void refused(Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    /** Every public caller passes somebody: what Jira does with nobody is not known. */
    public void createWorkflow(ApplicationUser user, JiraWorkflow workflow) {
        requireSomebody(user);
        refused(() -> jira.workflows().create(SandboxUser.key(user), workflow.getName(), workflow.getDescription(),
                WorkflowXml.write(workflow.getDescriptor())));
    }
}
