package org.decisiongates.sandbox.jira.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.opensymphony.workflow.InvalidActionException;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.InvalidRoleException;
import com.opensymphony.workflow.WorkflowException;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes issues through their workflows: which ways are open, and what becomes of one that is taken. */
final class Transitions {

    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);

    private final SandboxJira jira;
    private final WorkflowEngine engine;

    Transitions(SandboxJira jira, WorkflowEngine engine) {
        this.jira = jira;
        this.engine = engine;
    }

    /** What the issue offers to {@code userKey} now, in the workflow's order; nothing while the workflow is broken. */
    List<TransitionRow> offered(String userKey, IssueRow issue) {
        try {
            return examined(userKey, issue);
        } catch (Refused e) {
            LOG.warn("Issue {} offers no transition: {}", issue.key(), e.getMessage());
            return List.of();
        }
    }

    /** The same; {@link Refused} says what is wrong with the workflow. */
    List<TransitionRow> examined(String userKey, IssueRow issue) {
        if (issue.workflowId() == null || !jira.issues().may(Permission.TRANSITION_ISSUES, issue, userKey)) {
            return List.of();
        }
        String name = jira.workflows().nameOf(issue);
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        int[] ids = engine.available(name, workflow, issue.workflowId(), new Passage(new IssueDraft(issue), userKey, null));
        List<TransitionRow> rows = new ArrayList<>();
        for (int id : ids) {
            ActionDescriptor action = workflow.getAction(id);
            if (rows.stream().noneMatch(row -> row.id() == id)) {
                rows.add(row(workflow, action, issue));
            }
        }
        return rows;
    }

    private TransitionRow row(WorkflowDescriptor workflow, ActionDescriptor action, IssueRow issue) {
        int step = action.getUnconditionalResult().getStep();
        String status = step == -1 ? issue.statusId() : Optional.ofNullable(workflow.getStep(step)).map(WorkflowXml::status).orElse("");
        return new TransitionRow(action.getId(), action.getName(), jira.statuses().byId(status)
                .orElse(new StatusRow(status, "(no status)", "", StatusCategory.UNDEFINED)),
                WorkflowXml.screenId(action).flatMap(jira.screens()::byId));
    }

    Outcome create(Prepared prepared) {
        IssueDraft draft = prepared.draft();
        ProjectRow project = jira.projects().byId(draft.projectId()).orElseThrow();
        String name = jira.workflows().nameFor(project, draft.issueTypeId());
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        List<ActionDescriptor> initial = WorkflowXml.initialActions(workflow);
        if (initial.isEmpty()) {
            throw new UnitOfWork.Stop(Outcome.refused(500,
                    "Workflow '" + name + "' has no initial transition; an administrator has to add one."));
        }
        Passage passage = new Passage(draft, prepared.userKey(), prepared.comment());
        pass(name, initial.get(0), () -> engine.create(name, workflow, initial.get(0).getId(), passage));
        if (draft.stored().isEmpty()) {
            throw new UnitOfWork.Stop(Outcome.refused(500, "Workflow '" + name + "' creates no issue: its initial transition '"
                    + initial.get(0).getName() + "' lacks the function that stores it."));
        }
        return Outcome.of(jira.issues().byId(draft.stored().get().id()).orElseThrow());
    }

    /** Moves the issue, as it is {@code now}, on. */
    Outcome move(Prepared prepared, IssueRow now, boolean unexamined) {
        IssueRow issue = prepared.draft().stored().orElseThrow();
        String name = jira.workflows().nameOf(now);
        WorkflowDescriptor workflow = jira.workflows().descriptor(name);
        ActionDescriptor action = workflow.getAction(prepared.action());
        if (action == null || !now.statusId().equals(issue.statusId())) {
            throw new UnitOfWork.Stop(Outcome.refused(400,
                    "Issue " + now.key() + " was moved on meanwhile; reload it to see what can be done now."));
        }
        Passage made = new Passage(prepared.draft(), prepared.userKey(), prepared.comment());
        Passage passage = unexamined ? made.withoutValidators() : made;
        pass(name, action, () -> engine.transition(name, workflow, now.workflowId(), action.getId(), passage));
        return Outcome.of(jira.issues().byId(issue.id()).orElseThrow());
    }

    private interface Passing {
        void run() throws WorkflowException;
    }

    @SuppressWarnings("unchecked")
    private void pass(String workflow, ActionDescriptor action, Passing passing) {
        String what = "The transition '" + action.getName() + "' of workflow '" + workflow + "' ";
        try {
            passing.run();
        } catch (InvalidInputException e) {
            Map<String, String> errors = new LinkedHashMap<>();
            ((Map<Object, Object>) e.getErrors()).forEach((field, text) -> errors.put(String.valueOf(field), String.valueOf(text)));
            List<String> messages = ((List<Object>) e.getGenericErrors()).stream().map(String::valueOf).toList();
            throw new UnitOfWork.Stop(errors.isEmpty() && messages.isEmpty() ? Outcome.refused(400, what + "was refused without a reason.")
                    : Outcome.refused(errors, messages));
        } catch (InvalidActionException | InvalidRoleException e) {
            LOG.debug("{}cannot be used now", what, e);
            throw new UnitOfWork.Stop(Outcome.refused(400, what + "cannot be used in the current state of the issue."));
        } catch (UnitOfWork.Stop | DataAccessException | TransactionException e) {
            throw e;
        } catch (WorkflowException | RuntimeException | LinkageError e) {
            LOG.error("{}could not be carried out", what, e);
            throw new UnitOfWork.Stop(Outcome.refused(500, what + "could not be carried out. " + reason(e)
                    + "Nothing was changed; an administrator finds the cause in Jira's log."));
        }
    }

    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused) {
                return cause.getMessage() + " ";
            }
            if (cause instanceof WorkflowException failed && failed.getRootCause() instanceof Refused refused) {
                return refused.getMessage() + " ";
            }
        }
        return "";
    }
}
