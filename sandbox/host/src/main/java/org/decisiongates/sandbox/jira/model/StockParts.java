package org.decisiongates.sandbox.jira.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.opensymphony.workflow.Condition;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import com.opensymphony.workflow.WorkflowException;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import com.opensymphony.workflow.spi.WorkflowEntry;

/** Jira's own conditions, validators and functions, under the class names that workflow XML stores. */
final class StockParts {

    private static final String FUNCTION = "com.atlassian.jira.workflow.function.";
    private static final String CONDITION = "com.atlassian.jira.workflow.condition.";

    private final SandboxJira jira;
    private final Map<String, Object> parts = new HashMap<>();

    StockParts(SandboxJira jira) {
        this.jira = jira;
        function("issue.UpdateIssueStatusFunction", this::updateStatus);
        function("issue.UpdateIssueFieldFunction", this::updateField);
        function("issue.AssignToCurrentUserFunction", (passage, vars, args) -> passage.draft().set("assignee", passage.userKey()));
        function("issue.AssignToReporterFunction",
                (passage, vars, args) -> passage.draft().set("assignee", passage.draft().value("reporter")));
        function("misc.CreateCommentFunction", this::comment);
        function("issue.GenerateChangeHistoryFunction", (passage, vars, args) -> store(passage));
        function("issue.IssueReindexFunction", (passage, vars, args) -> {});
        function("issue.IssueCreateFunction", this::create);
        function("event.FireIssueEventFunction", this::fire);
        condition("AllowOnlyAssignee", (passage, args) -> passage.userKey() != null
                && passage.userKey().equals(passage.draft().value("assignee")));
        condition("AllowOnlyReporter", (passage, args) -> passage.userKey() != null
                && passage.userKey().equals(passage.draft().value("reporter")));
        condition("PermissionCondition", (passage, args) -> holds(passage, args));
        condition("UserInGroupCondition", (passage, args) -> jira.users().groups(passage.userKey()).contains(args.get("group")));
        condition("AlwaysFalseCondition", (passage, args) -> false);
        parts.put("com.atlassian.jira.workflow.validator.PermissionValidator", (Validator) (vars, args, properties) -> {
            if (!holds(Passage.of(vars), args)) {
                throw new InvalidInputException("You do not have the permission that this transition asks for: " + permission(args) + ".");
            }
        });
    }

    Optional<Object> find(String className) {
        return Optional.ofNullable(parts.get(className));
    }

    /** Writes the draft and its history; the function every transition of Jira ends with. */
    void store(Passage passage) {
        jira.issues().write(passage.draft(), passage.userKey()).ifPresent(passage::changed);
    }

    private void updateStatus(Passage passage, Map<?, ?> vars, Map<?, ?> args) throws WorkflowException {
        WorkflowDescriptor workflow = (WorkflowDescriptor) vars.get("descriptor");
        int action = (Integer) vars.get("actionId");
        int step = WorkflowXml.action(workflow, action).orElseThrow().getUnconditionalResult().getStep();
        if (vars.get("createdStep") instanceof com.opensymphony.workflow.spi.Step created) {
            step = created.getStepId();
        }
        if (step >= 0) {
            passage.draft().set("status", status(workflow, step));
        }
    }

    private String status(WorkflowDescriptor workflow, int stepId) throws WorkflowException {
        StepDescriptor step = workflow.getStep(stepId);
        String status = step == null ? null : WorkflowXml.status(step);
        if (status == null || jira.statuses().byId(status).isEmpty()) {
            throw new WorkflowException("Step " + stepId + " of the workflow is linked to no status that exists.");
        }
        return status;
    }

    private void updateField(Passage passage, Map<?, ?> vars, Map<?, ?> args) throws WorkflowException {
        String field = String.valueOf(args.get("field.name"));
        String value = args.get("field.value") == null ? "" : String.valueOf(args.get("field.value"));
        if (jira.fields().byId(field).isEmpty()) {
            throw new WorkflowException("The function that updates a field names '" + field + "', which does not exist.");
        }
        passage.draft().set(field, "%%CURRENT_USER%%".equals(value) ? passage.userKey() : value);
    }

    private void comment(Passage passage, Map<?, ?> vars, Map<?, ?> args) {
        if (passage.comment() != null && !passage.comment().isBlank()) {
            passage.wrote(jira.comments().create(passage.draft().stored().orElseThrow().id(), passage.userKey(), passage.comment(),
                    jira.clock().instant()));
        }
    }

    private void create(Passage passage, Map<?, ?> vars, Map<?, ?> args) throws WorkflowException {
        updateStatus(passage, vars, args);
        jira.issues().insert(passage.draft(), passage.userKey(), ((WorkflowEntry) vars.get("entry")).getId());
    }

    private void fire(Passage passage, Map<?, ?> vars, Map<?, ?> args) throws WorkflowException {
        long type = IssueTypes.number(String.valueOf(args.get("eventTypeId")))
                .orElseThrow(() -> new WorkflowException("The function that fires an event names no event."));
        IssueRow stored = passage.draft().stored().orElseThrow();
        jira.publish(new Happening(type, stored, passage.userKey(), Optional.ofNullable(passage.change()),
                Optional.ofNullable(passage.written()), true));
    }

    private boolean holds(Passage passage, Map<?, ?> args) {
        Permission permission = permission(args);
        return permission != null && jira.permissions().has(permission, passage.draft().projectId(), passage.userKey());
    }

    private static Permission permission(Map<?, ?> args) {
        Object name = args.get("permissionKey") != null ? args.get("permissionKey") : args.get("permission");
        String key = String.valueOf(name).trim().toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
        for (Permission permission : Permission.values()) {
            // old XML names the permission without its plural: "Create Issue", "resolve"
            if (permission.name().equals(key) || permission.name().equals(key + "S") || permission.name().equals(key + "_ISSUES")) {
                return permission;
            }
        }
        return null;
    }

    private interface Work {
        void run(Passage passage, Map<?, ?> vars, Map<?, ?> args) throws WorkflowException;
    }

    private interface Claim {
        boolean holds(Passage passage, Map<?, ?> args);
    }

    private void function(String name, Work work) {
        parts.put(FUNCTION + name, (FunctionProvider) (vars, args, properties) -> work.run(Passage.of(vars), vars, args));
    }

    private void condition(String name, Claim claim) {
        parts.put(CONDITION + name, (Condition) (vars, args, properties) -> claim.holds(Passage.of(vars), args));
    }
}
