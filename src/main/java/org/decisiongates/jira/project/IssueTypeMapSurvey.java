package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.jira.issue.operation.ScreenableIssueOperation;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.setup.FieldContexts;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Scope;
import org.decisiongates.text.Message;

/** Finds what it touches when a project uses an issue type of its own as Decision or Blocker, and what that type lacks. Changes nothing. */
@JiraComponent
class IssueTypeMapSurvey {

    private static final String TEXTS = "decision-gates.jira.project.types.";
    private static final Map<OwnIssueType, OwnScreen> CREATED_ON = Map.of(OwnIssueType.DECISION, OwnScreen.DECISION_CREATE,
            OwnIssueType.BLOCKER, OwnScreen.BLOCKER_CREATE);
    private static final Map<OwnIssueType, OwnScreen> EDITED_ON = Map.of(OwnIssueType.DECISION, OwnScreen.DECISION_EDIT,
            OwnIssueType.BLOCKER, OwnScreen.BLOCKER_EDIT);

    private final OwnIssueTypes own;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;
    private final FieldContexts contexts;
    private final IssueTypeScreenSchemeManager screens;
    private final WorkflowsInUse workflows;
    private final Policies policies;
    private final IssueCount issues;

    IssueTypeMapSurvey(OwnIssueTypes own, OwnFields ownFields, CustomFieldManager fields, FieldContexts contexts,
            IssueTypeScreenSchemeManager screens, WorkflowsInUse workflows, Policies policies, IssueCount issues) {
        this.own = own;
        this.ownFields = ownFields;
        this.fields = fields;
        this.contexts = contexts;
        this.screens = screens;
        this.workflows = workflows;
        this.policies = policies;
        this.issues = issues;
    }

    /** What happens at once where the project begins to use a type. */
    List<Message> joined(Project project, OwnIssueType type, IssueType used) {
        long count = issues.of(project, used.getId());
        List<Message> effects = new ArrayList<>(List.of(Message.of(TEXTS + "becomes", count, used.getName(), type.label())));
        if (count > 0) {
            effects.add(Message.of(TEXTS + "history", used.getName(), type.label()));
        }
        int lacking = contexts.lacking(used.getId()).size();
        if (lacking > 0) {
            effects.add(Message.of(TEXTS + "fields", lacking, used.getName()));
        }
        return effects;
    }

    /** What happens at once where it no longer does. */
    Message left(Project project, OwnIssueType type, String typeId, String name) {
        boolean isThere = project.getIssueTypes().stream().anyMatch(one -> one.getId().equals(typeId));
        return Message.of(TEXTS + "becomes-no", isThere ? issues.of(project, typeId) : 0L, name, type.label());
    }

    /** What stays as it is where the project begins to use a type, and is for somebody to do. */
    List<Message> remaining(Project project, OwnIssueType type, IssueType used) {
        List<Message> remaining = new ArrayList<>();
        workflows.of(project, used.getId()).ifPresent(workflow -> {
            remaining.add(phases("workflow", project, type, workflow)
                    .orElseGet(() -> Message.of(TEXTS + "workflow-mapped", workflow.getName(), type.label())));
            remaining.add(Message.of(TEXTS + "gates", workflow.getName()));
        });
        remaining.addAll(screens(project, type, used));
        return remaining;
    }

    /** What of it has not been done, gates aside. */
    List<ManualSetupStep> open(Project project, OwnIssueType type, IssueType used) {
        return Stream.concat(
                workflows.of(project, used.getId()).flatMap(workflow -> phases("phases-missing", project, type, workflow)).stream()
                        .map(step -> new ManualSetupStep(ManualSetupStep.Kind.PHASES, step)),
                screens(project, type, used).stream().map(step -> new ManualSetupStep(ManualSetupStep.Kind.SCREEN, step))).toList();
    }

    /** Empty where each status stands for a phase. */
    private Optional<Message> phases(String key, Project project, OwnIssueType type, JiraWorkflow workflow) {
        long unmapped = unmapped(project, type, workflow);
        return unmapped == 0 ? Optional.empty()
                : Optional.of(Message.of(TEXTS + key, workflow.getName(), unmapped, workflow.getLinkedStatusObjects().size(),
                        type.label()));
    }

    private List<Message> screens(Project project, OwnIssueType type, IssueType used) {
        return lackingOnScreens(project, type, used).entrySet().stream()
                .map(screen -> Message.of(TEXTS + "screen", screen.getKey(), String.join(", ", screen.getValue()))).toList();
    }

    private long unmapped(Project project, OwnIssueType type, JiraWorkflow workflow) {
        return workflow.getLinkedStatusObjects().stream().map(Status::getId)
                .filter(status -> own.phaseOf(type, project.getId(), status).isEmpty()).count();
    }

    /** Names of the app's fields that are on no tab of the screens on which such issues are created and edited, by name of the screen. */
    Map<String, List<String>> lackingOnScreens(Project project, OwnIssueType type, IssueType used) {
        Map<String, List<String>> lacking = new LinkedHashMap<>();
        lacking(project, used, IssueOperations.CREATE_ISSUE_OPERATION, CREATED_ON.get(type), lacking);
        lacking(project, used, IssueOperations.EDIT_ISSUE_OPERATION, EDITED_ON.get(type), lacking);
        return lacking;
    }

    private void lacking(Project project, IssueType used, ScreenableIssueOperation operation, OwnScreen wanted,
            Map<String, List<String>> lacking) {
        FieldScreenScheme scheme = screens.getIssueTypeScreenScheme(project).getEffectiveFieldScreenScheme(used);
        FieldScreen screen = scheme == null ? null : scheme.getFieldScreen(operation);
        if (screen != null) {
            wanted.fields().stream().flatMap(key -> OwnFields.keyed(key).stream()).flatMap(field -> ownFields.idOf(field).stream())
                    .filter(id -> !screen.containsField(id)).flatMap(id -> Optional.ofNullable(fields.getCustomFieldObject(id)).stream())
                    .map(CustomField::getFieldName).forEach(name -> {
                        List<String> names = lacking.computeIfAbsent(screen.getName(), any -> new ArrayList<>());
                        if (!names.contains(name)) {
                            names.add(name);
                        }
                    });
        }
    }

    /** Why the type must not be used: policies that are for it would no longer ask anything of its issues. */
    List<Message> obstacles(Project project, OwnIssueType type, IssueType used) {
        return policiesFor(project, used.getId()).stream()
                .map(policy -> Message.of(TEXTS + "policy", policy, used.getName(), type.label())).toList();
    }

    /** Keys of the policies in force in the project that are for the issue type by its id. */
    List<String> policiesFor(Project project, String typeId) {
        return policies.inForce().policies().stream()
                .filter(policy -> policy.issueType().equals(typeId)
                        && (policy.scope().isGlobal() || policy.scope().equals(Scope.of(project.getId()))))
                .map(policy -> policy.key()).toList();
    }
}
