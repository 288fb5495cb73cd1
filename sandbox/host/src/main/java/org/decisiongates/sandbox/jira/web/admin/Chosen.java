package org.decisiongates.sandbox.jira.web.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.TransitionView;
import org.decisiongates.sandbox.jira.model.WorkflowView;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The workflow, live or draft, that a page of the editor is about. */
public record Chosen(WorkflowView view, boolean draft) {

    static Chosen of(SandboxJira jira, Visit visit) {
        boolean draft = visit.text("workflowMode").equals("draft");
        return new Chosen(jira.workflows().view(visit.text("workflowName"), draft)
                .orElseThrow(() -> Stop
                        .notFound((draft ? "A draft of the workflow \"" : "The workflow \"") + visit.text("workflowName") + "\"")),
                draft);
    }

    public String name() {
        return view.row().name();
    }

    public String mode() {
        return draft ? "draft" : "live";
    }

    /** The parameters that name it in a link. */
    public String query() {
        return "workflowMode=" + mode() + "&workflowName=" + URLEncoder.encode(name(), StandardCharsets.UTF_8);
    }

    /** The parameters that name its draft in a link. */
    public String draftQuery() {
        return new Chosen(view, true).query();
    }

    String steps() {
        return "/secure/admin/workflows/ViewWorkflowSteps.jspa?" + query();
    }

    String transition(int id) {
        return "/secure/admin/workflows/ViewWorkflowTransition.jspa?" + query() + "&workflowTransition=" + id;
    }

    TransitionView transition(Visit visit) {
        long id = visit.number("workflowTransition");
        return view.transitions().stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> Stop.notFound("The transition " + id + " of the workflow \"" + name() + "\""));
    }
}
