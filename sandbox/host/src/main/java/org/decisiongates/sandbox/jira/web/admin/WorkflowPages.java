package org.decisiongates.sandbox.jira.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.WorkflowRow;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The list of workflows, one workflow with its steps, its drafts, its XML. */
public final class WorkflowPages {

    private static final Place PLACE = Place.admin("workflows");

    private final SandboxJira jira;

    public WorkflowPages(SandboxJira jira) {
        this.jira = jira;
    }

    public Page list() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                List<Map<String, Object>> rows = jira.workflows().all().stream().filter(row -> !row.draft())
                        .map(row -> Map.<String, Object>of(
                                "row", row, "active", jira.workflows().isActive(row.name()),
                                "draft", jira.workflows().byName(row.name(), true).isPresent()))
                        .toList();
                return Answer.view("Workflows", "admin/workflows.vm", Map.of("rows", rows), PLACE);
            }
        };
    }

    public Page steps() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                return view(Chosen.of(jira, visit), List.of());
            }
        };
    }

    /** Begins, publishes or throws away a draft. */
    public Page drafts() {
        return new Page() {
            @Override
            public Answer submit(Visit visit) {
                String user = visit.requireAdmin();
                Chosen chosen = Chosen.of(jira, visit);
                try {
                    return Answer.redirect(new Chosen(chosen.view(), change(user, chosen.name(), visit.lastOfPath())).steps());
                } catch (Refused refused) {
                    return view(chosen, List.of(refused.getMessage()));
                }
            }
        };
    }

    /** Changes the draft; answers whether it is still there afterwards. */
    private boolean change(String user, String name, String action) {
        switch (action) {
            case "CreateDraftWorkflow.jspa" -> jira.workflows().createDraft(user, name);
            case "PublishDraftWorkflow.jspa" -> jira.workflows().publishDraft(user, name);
            default -> jira.workflows().discardDraft(name);
        }
        return action.equals("CreateDraftWorkflow.jspa");
    }

    public Page xml() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                Chosen chosen = Chosen.of(jira, visit);
                return editor(chosen, chosen.view().row().xml(), List.of());
            }

            @Override
            public Answer submit(Visit visit) {
                String user = visit.requireAdmin();
                Chosen chosen = Chosen.of(jira, visit);
                try {
                    jira.workflows().save(user, chosen.name(), chosen.draft(), visit.text("xml"));
                    return Answer.redirect(chosen.steps());
                } catch (Refused refused) {
                    return editor(chosen, visit.text("xml"), List.of(refused.getMessage()));
                }
            }

            private Answer editor(Chosen chosen, String xml, List<String> messages) {
                return Answer.view("XML of " + chosen.name(), "admin/workflowXml.vm",
                        Map.of("chosen", chosen, "xml", xml, "messages", messages), PLACE);
            }
        };
    }

    private static Answer view(Chosen chosen, List<String> messages) {
        Map<String, Object> context = new HashMap<>(Map.of("chosen", chosen, "view", chosen.view(), "messages", messages,
                "problem", chosen.view().problem().orElse("")));
        context.put("system", chosen.name().equals(WorkflowRow.SYSTEM));
        return Answer.view("Workflow " + chosen.name(), "admin/workflow.vm", context, PLACE);
    }
}
