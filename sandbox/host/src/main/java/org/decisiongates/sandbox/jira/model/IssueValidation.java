package org.decisiongates.sandbox.jira.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what somebody asks for before anything is done: permissions, input, and whether the way is open. */
final class IssueValidation {

    private final SandboxJira jira;
    private final Forms forms;
    private final Transitions transitions;

    IssueValidation(SandboxJira jira, Forms forms, Transitions transitions) {
        this.jira = jira;
        this.forms = forms;
        this.transitions = transitions;
    }

    Prepared create(String userKey, IssueInput input) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<ProjectRow> project = first(input, "project").flatMap(IssueTypes::number).flatMap(jira.projects()::byId);
        if (project.isEmpty() || !jira.permissions().has(Permission.BROWSE_PROJECTS, project.get().id(), userKey)) {
            return Prepared.checked(userKey, new IssueDraft(), Prepared.CREATE, null, Map.of("project", "project is required"));
        }
        if (!jira.permissions().has(Permission.CREATE_ISSUES, project.get().id(), userKey)) {
            return Prepared.refused(403, "You do not have permission to create issues in this project.");
        }
        Optional<IssueTypeRow> type = first(input, "issuetype").flatMap(jira.issueTypes()::byId)
                .filter(candidate -> jira.issueTypes().ofProject(project.get()).contains(candidate));
        if (type.isEmpty()) {
            return Prepared.checked(userKey, new IssueDraft(), Prepared.CREATE, null, Map.of("issuetype",
                    first(input, "issuetype").isEmpty() ? "issue type is required" : "The issue type selected is invalid."));
        }
        IssueDraft draft = new IssueDraft();
        draft.set("project", String.valueOf(project.get().id()));
        draft.set("issuetype", type.get().id());
        errors.putAll(forms.apply(input, draft, jira.screens().screenFor(project.get(), type.get().id(), Operation.CREATE), true));
        refuseLevel(userKey, draft, errors);
        if (draft.value("summary") == null) {
            errors.putIfAbsent("summary", "You must specify a summary of the issue.");
        }
        if (draft.value("reporter") == null) {
            draft.set("reporter", userKey);
        }
        if (!draft.edited().contains("priority")) {
            draft.set("priority", jira.priorities().initial().map(PriorityRow::id).orElse(null));
        }
        return Prepared.checked(userKey, draft, Prepared.CREATE, input.comment(), errors);
    }

    Prepared update(String userKey, Optional<IssueRow> found, IssueInput input) {
        Optional<IssueRow> issue = found.filter(row -> jira.issues().may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, Issues.UNSEEN);
        }
        if (!jira.issues().editable(userKey, issue.get())) {
            return Prepared.refused(403, "You do not have permission to edit issue '" + issue.get().key() + "', or its status forbids it.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        Map<String, String> errors = forms.apply(input, draft, forms.screen(issue.get(), Operation.EDIT), false);
        refuseLevel(userKey, draft, errors);
        if (draft.changes("assignee") && !jira.issues().may(Permission.ASSIGN_ISSUES, issue.get(), userKey)) {
            errors.put("assignee", "You do not have permission to assign issues in this project.");
        }
        return Prepared.checked(userKey, draft, Prepared.EDIT, input.comment(), errors);
    }

    private void refuseLevel(String userKey, IssueDraft draft, Map<String, String> errors) {
        if (draft.changes(Levels.FIELD) && !jira.permissions().has(Permission.SET_ISSUE_SECURITY, draft.projectId(), userKey)) {
            errors.put(Levels.FIELD, "You do not have permission to set the security level.");
        }
    }

    Prepared transition(String userKey, Optional<IssueRow> found, int actionId, IssueInput input) {
        Optional<IssueRow> issue = found.filter(row -> jira.issues().may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, Issues.UNSEEN);
        }
        List<TransitionRow> offered;
        try {
            offered = transitions.examined(userKey, issue.get());
        } catch (Refused e) {
            return Prepared.refused(500, e.getMessage());
        }
        Optional<TransitionRow> action = offered.stream().filter(row -> row.id() == actionId).findFirst();
        if (action.isEmpty()) {
            return Prepared.refused(400, "It seems that you have tried to perform a workflow operation (" + actionId
                    + ") that is not valid for the current state of issue " + issue.get().key() + ". It may have been moved on by somebody"
                    + " else, or you may lack the permission to move it; reload the issue to see what can be done now.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        Map<String, String> errors = forms.apply(input, draft, action.get().screen(), false);
        refuseLevel(userKey, draft, errors);
        if (action.get().screen().map(screen -> screen.contains("resolution")).orElse(false) && draft.value("resolution") == null) {
            errors.putIfAbsent("resolution", "Resolution is required.");
        }
        if (input.comment() != null && input.comment().length() > Forms.TEXT_LIMIT) {
            errors.put("comment", "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
        }
        return Prepared.checked(userKey, draft, actionId, input.comment(), errors);
    }

    Prepared assign(String userKey, Optional<IssueRow> found, String assigneeName) {
        Optional<IssueRow> issue = found.filter(row -> jira.issues().may(Permission.BROWSE_PROJECTS, row, userKey));
        if (issue.isEmpty()) {
            return Prepared.refused(404, Issues.UNSEEN);
        }
        if (!jira.issues().may(Permission.ASSIGN_ISSUES, issue.get(), userKey)) {
            return Prepared.refused(403, "You do not have permission to assign issues in this project.");
        }
        IssueDraft draft = new IssueDraft(issue.get());
        IssueInput input = new IssueInput().set("assignee", assigneeName).offScreen(IssueInput.OffScreen.ACCEPTED);
        return Prepared.checked(userKey, draft, Prepared.EDIT, null, forms.apply(input, draft, Optional.empty(), false));
    }

    private static Optional<String> first(IssueInput input, String fieldId) {
        return input.values().getOrDefault(fieldId, List.of()).stream().findFirst();
    }
}
