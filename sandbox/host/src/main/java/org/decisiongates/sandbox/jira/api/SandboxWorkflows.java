package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowException;
import com.atlassian.jira.workflow.WorkflowScheme;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.WorkflowRow;
import org.decisiongates.sandbox.jira.model.WorkflowXml;

/** {@code com.atlassian.jira.workflow.WorkflowManager}. What is refused is thrown as Jira's own unchecked exception. */
record SandboxWorkflows(SandboxJira jira, JiraObjects objects) {

    public JiraWorkflow getWorkflow(String name) {
        return workflow(jira.workflows().byName(name, false));
    }

    public JiraWorkflow getWorkflow(Issue issue) {
        return getWorkflow(jira.workflows().nameOf(jira.issues().byId(issue.getId()).orElseThrow()));
    }

    public JiraWorkflow getWorkflow(Long projectId, String issueTypeId) {
        ProjectRow project = jira.projects().byId(projectId).orElseThrow(() -> new WorkflowException("There is no project " + projectId + "."));
        return getWorkflow(jira.workflows().nameFor(project, issueTypeId));
    }

    public JiraWorkflow getWorkflowClone(String name) {
        return getWorkflow(name);
    }

    public JiraWorkflow getDraftWorkflow(String parentName) {
        return workflow(jira.workflows().byName(parentName, true));
    }

    public JiraWorkflow getDefaultWorkflow() {
        return getWorkflow(WorkflowRow.SYSTEM);
    }

    public Collection<JiraWorkflow> getWorkflows() {
        return jira.workflows().all().stream().map(row -> (JiraWorkflow) new SandboxWorkflow(row, objects)).toList();
    }

    public List<JiraWorkflow> getWorkflowsIncludingDrafts() {
        List<JiraWorkflow> all = new ArrayList<>(getWorkflows());
        getWorkflows().forEach(workflow -> Optional.ofNullable(getDraftWorkflow(workflow.getName())).ifPresent(all::add));
        return all;
    }

    public Collection<JiraWorkflow> getActiveWorkflows() {
        return getWorkflows().stream().filter(JiraWorkflow::isActive).toList();
    }

    public JiraWorkflow getWorkflowFromScheme(WorkflowScheme scheme, String issueTypeId) {
        return getWorkflow(scheme.getActualWorkflow(issueTypeId));
    }

    public boolean workflowExists(String name) {
        return jira.workflows().byName(name, false).isPresent();
    }

    public boolean isActive(JiraWorkflow workflow) {
        return jira.workflows().isActive(workflow.getName());
    }

    public boolean isSystemWorkflow(JiraWorkflow workflow) {
        return WorkflowRow.SYSTEM.equals(workflow.getName());
    }

    public boolean isEditable(Issue issue) {
        return jira.issues().editable(null, jira.issues().byId(issue.getId()).orElseThrow());
    }

    /** Every public caller passes somebody: what Jira does with nobody is not known. */
    public void createWorkflow(ApplicationUser user, JiraWorkflow workflow) {
        if (user == null) {
            throw new IllegalArgumentException("A workflow is created by somebody; nobody was given.");
        }
        run(() -> {
            jira.workflows().create(SandboxUser.key(user), workflow.getName(), workflow.getDescription(),
                    WorkflowXml.write(workflow.getDescriptor()));
            return null;
        });
    }

    public void updateWorkflow(ApplicationUser user, JiraWorkflow workflow) {
        run(() -> {
            boolean draft = workflow instanceof SandboxWorkflow stored && stored.isDraftWorkflow();
            jira.workflows().save(SandboxUser.key(user), workflow.getName(), draft, WorkflowXml.write(workflow.getDescriptor()));
            return null;
        });
    }

    public void saveWorkflowWithoutAudit(JiraWorkflow workflow) {
        updateWorkflow(null, workflow);
    }

    public void deleteWorkflow(JiraWorkflow workflow) {
        run(() -> {
            jira.workflows().delete(workflow.getName());
            return null;
        });
    }

    public JiraWorkflow createDraftWorkflow(ApplicationUser user, String parentName) {
        try {
            jira.workflows().createDraft(SandboxUser.key(user), parentName);
            return getDraftWorkflow(parentName);
        } catch (Refused e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public boolean deleteDraftWorkflow(String parentName) {
        return jira.workflows().discardDraft(parentName);
    }

    public void overwriteActiveWorkflow(ApplicationUser user, String parentName) {
        run(() -> {
            jira.workflows().publishDraft(SandboxUser.key(user), parentName);
            return null;
        });
    }

    public JiraWorkflow copyWorkflow(ApplicationUser user, String newName, String newDescription, JiraWorkflow source) {
        return run(() -> {
            jira.workflows().create(SandboxUser.key(user), newName, newDescription, WorkflowXml.write(source.getDescriptor()));
            return getWorkflow(newName);
        });
    }

    public ActionDescriptor getActionDescriptor(Issue issue, int actionId) {
        return WorkflowXml.action(getWorkflow(issue).getDescriptor(), actionId).orElse(null);
    }

    public String getNextStatusIdForAction(Issue issue, int actionId) {
        JiraWorkflow workflow = getWorkflow(issue);
        int step = WorkflowXml.action(workflow.getDescriptor(), actionId).orElseThrow().getUnconditionalResult().getStep();
        return step == JiraWorkflow.ACTION_ORIGIN_STEP_ID ? issue.getStatusId() : WorkflowXml.status(workflow.getDescriptor().getStep(step));
    }

    public void migrateIssueToWorkflow(MutableIssue issue, JiraWorkflow newWorkflow, Status newStatus) {
        run(() -> {
            IssueRow row = jira.issues().byId(issue.getId()).orElseThrow();
            IssueDraft draft = new IssueDraft(row);
            draft.set("status", newStatus.getId());
            jira.issues().write(draft, null);
            jira.issues().migrate(jira.issues().byId(row.id()).orElseThrow(), newWorkflow.getName());
            return null;
        });
    }

    private JiraWorkflow workflow(Optional<WorkflowRow> row) {
        return row.map(found -> new SandboxWorkflow(found, objects)).orElse(null);
    }

    private static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }
}
