package org.decisiongates.sandbox.jira.web.admin;

import java.util.function.UnaryOperator;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.frame.PageServlet;

/** The addresses of the administration, as Jira has them. */
public final class AdminRoutes {

    private static final String WORKFLOWS = "/secure/admin/workflows/";

    private AdminRoutes() {
    }

    public static void add(PageServlet pages, SandboxJira jira, UnaryOperator<String> texts) {
        WorkflowPages workflows = new WorkflowPages(jira);
        ValidatorPages validators = new ValidatorPages(jira);
        RegistryPages registry = new RegistryPages(jira, texts);
        pages.at("/secure/admin", registry.home()).at("/secure/admin/", registry.home()).at("/secure/admin/projects", registry.projects())
                .at("/secure/admin/ViewIssueTypes.jspa", registry.issueTypes())
                .at("/secure/admin/ViewCustomFields.jspa", registry.fields()).at("/secure/admin/DeleteCustomField.jspa", registry.fields())
                .at("/secure/admin/EditCustomField.jspa", registry.fields())
                .at("/secure/admin/user/UserBrowser.jspa", registry.people()).at("/secure/admin/user/SetActive.jspa", registry.people())
                .at(WORKFLOWS + "ListWorkflows.jspa", workflows.list()).at(WORKFLOWS + "ViewWorkflowSteps.jspa", workflows.steps())
                .at(WORKFLOWS + "CreateDraftWorkflow.jspa", workflows.drafts())
                .at(WORKFLOWS + "PublishDraftWorkflow.jspa", workflows.drafts())
                .at(WORKFLOWS + "DeleteWorkflowDraft.jspa", workflows.drafts())
                .at(WORKFLOWS + "EditWorkflowXml!default.jspa", workflows.xml()).at(WORKFLOWS + "EditWorkflowXml.jspa", workflows.xml())
                .at(WORKFLOWS + "ViewWorkflowTransition.jspa", validators.transition())
                .at(WORKFLOWS + "AddWorkflowTransitionValidator!default.jspa", validators.choose())
                .at(WORKFLOWS + "AddWorkflowTransitionValidatorParams!default.jspa", validators.add())
                .at(WORKFLOWS + "AddWorkflowTransitionValidatorParams.jspa", validators.add())
                .at(WORKFLOWS + "EditWorkflowTransitionValidatorParams!default.jspa", validators.edit())
                .at(WORKFLOWS + "EditWorkflowTransitionValidatorParams.jspa", validators.edit())
                .at(WORKFLOWS + "DeleteWorkflowTransitionValidators.jspa", validators.delete());
    }
}
