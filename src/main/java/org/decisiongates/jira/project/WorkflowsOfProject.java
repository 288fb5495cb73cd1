package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;
import org.decisiongates.text.NamedValues;

/** The workflows a project's issues go through. */
@JiraComponent
class WorkflowsOfProject implements Scheme {

    private static final Kind KIND = Kind.WORKFLOW_SCHEME;

    private final WorkflowSchemeManager schemes;
    private final OwnIssueTypes own;
    private final IssueCount issues;

    WorkflowsOfProject(WorkflowSchemeManager schemes, OwnIssueTypes own, IssueCount issues) {
        this.schemes = schemes;
        this.own = own;
        this.issues = issues;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public boolean isExtended(Project project, List<OwnIssueType> needed) {
        return inAnotherWorkflow(project, needed).isEmpty();
    }

    @Override
    public BiFunction<Project, List<OwnIssueType>, SetupPlanLine> plans() {
        return this::plan;
    }

    private SetupPlanLine plan(Project project, List<OwnIssueType> needed) {
        List<OwnIssueType> elsewhere = inAnotherWorkflow(project, needed);
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        if (elsewhere.isEmpty()) {
            return SetupPlanLine.present(KIND, scheme.getName());
        }
        List<Message> obstacles = new ArrayList<>();
        for (OwnIssueType type : elsewhere) {
            long stranded = issues.of(project, own.idOf(type).orElseThrow());
            if (stranded > 0) {
                obstacles.add(Message.of("decision-gates.jira.project.needs-migration", stranded, type.label()));
            }
        }
        if (scheme.isDefault()) {
            return SetupPlanLine.made(KIND, ownName(project), elsewhere, obstacles);
        }
        if (schemes.hasDraft(scheme)) {
            obstacles.add(Message.of("decision-gates.jira.project.draft-scheme", scheme.getName()));
        }
        return SharedSchemes.changed(KIND, scheme.getName(), elsewhere, schemes.getProjectsUsing(scheme), project, obstacles);
    }

    @Override
    public UndoStep intent(Project project) {
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        return scheme.isDefault() ? UndoStep.toMake(KIND, ownName(project))
                : UndoStep.toChange(KIND, scheme.getName(), scheme.getId(), NamedValues.write(Arrays.stream(OwnIssueType.values())
                        .map(type -> own.idOf(type).orElseThrow()).collect(Collectors.toMap(Function.identity(),
                                id -> Optional.ofNullable(scheme.getConfiguredWorkflow(id)).orElse("")))));
    }

    @Override
    public Message extend(Project project, UndoStep intent, List<OwnIssueType> needed) {
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        if (!intent.isOwn()) {
            schemes.updateWorkflowScheme(withOurs(scheme.builder(), needed).build());
            return Message.of("decision-gates.jira.project.extended-workflows", scheme.getName(),
                    SharedSchemes.plural(needed));
        }
        AssignableWorkflowScheme made = stored(intent).orElseGet(() -> schemes.createScheme(withOurs(schemes.assignableBuilder()
                .setName(intent.name()).setDescription(SharedSchemes.MADE_BY_THE_APP)
                .setDefaultWorkflow(scheme.getActualDefaultWorkflow()), needed).build()));
        schemes.addSchemeToProject(project, schemes.getSchemeObject(made.getId()));
        return Message.of("decision-gates.jira.project.own-workflows", made.getName());
    }

    @Override
    public Optional<UndoStep> done(Project project, UndoStep intent) {
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        return intent.isOf(scheme.getId(), scheme.getName(), scheme.getDescription())
                ? Optional.of(intent.done(scheme.getId(), content(scheme)))
                : Optional.empty();
    }

    @Override
    public Optional<Message> takeBack(Project project, UndoStep step) {
        Optional<AssignableWorkflowScheme> stored = stored(step);
        return stored.isEmpty() ? Optional.empty() : takeBack(project, step, stored.get());
    }

    private Optional<Message> takeBack(Project project, UndoStep step, AssignableWorkflowScheme scheme) {
        Optional<Message> shared = SharedSchemes.leftToOthers(scheme.getName(), schemes.getProjectsUsing(scheme), project);
        if (shared.isPresent()) {
            return shared;
        }
        if (schemes.hasDraft(scheme)) {
            return Optional.of(Message.of("decision-gates.jira.project.draft-scheme", scheme.getName()));
        }
        if (!step.isOwn()) {
            return takeOut(scheme, NamedValues.read(step.content()));
        }
        boolean isInUse = scheme.getId().equals(schemes.getWorkflowSchemeObj(project).getId());
        if (step.isEdited(content(scheme), isInUse)) {
            return SharedSchemes.leftChanged(scheme.getName());
        }
        if (isInUse) {
            schemes.removeSchemesFromProject(project);
        }
        schemes.deleteWorkflowScheme(scheme);
        return Optional.empty();
    }

    /** Takes the app's workflows out of a scheme, where they still are, and puts back what was there {@code before}. */
    private Optional<Message> takeOut(AssignableWorkflowScheme scheme, Map<String, String> before) {
        AssignableWorkflowScheme.Builder rest = scheme.builder();
        List<OwnIssueType> added = added(scheme);
        for (OwnIssueType type : added) {
            String id = own.idOf(type).orElseThrow();
            rest = before.containsKey(id) ? rest.setMapping(id, before.get(id)) : rest.removeMapping(id);
        }
        if (!added.isEmpty()) {
            schemes.updateWorkflowScheme(rest.build());
        }
        return Optional.empty();
    }

    @Override
    public List<OwnIssueType> added(UndoStep step) {
        return stored(step).map(this::added).orElse(List.of());
    }

    private List<OwnIssueType> added(AssignableWorkflowScheme scheme) {
        return Arrays.stream(OwnIssueType.values())
                .filter(type -> own.workflowOf(type).orElseThrow().equals(scheme.getConfiguredWorkflow(own.idOf(type).orElseThrow())))
                .toList();
    }

    private Optional<AssignableWorkflowScheme> stored(UndoStep step) {
        AssignableWorkflowScheme scheme = step.id().isEmpty() ? schemes.getWorkflowSchemeObj(step.name())
                : schemes.getWorkflowSchemeObj(Long.parseLong(step.id()));
        return Optional.ofNullable(scheme).filter(found -> step.isOf(found.getId(), found.getName(), found.getDescription()));
    }

    private static List<String> content(AssignableWorkflowScheme scheme) {
        return scheme.getMappings().entrySet().stream().map(entry -> Objects.toString(entry.getKey(), "") + "=" + entry.getValue())
                .toList();
    }

    private AssignableWorkflowScheme.Builder withOurs(AssignableWorkflowScheme.Builder builder, List<OwnIssueType> needed) {
        AssignableWorkflowScheme.Builder extended = builder;
        for (OwnIssueType type : needed) {
            extended = extended.setMapping(own.idOf(type).orElseThrow(), own.workflowOf(type).orElseThrow());
        }
        return extended;
    }

    private List<OwnIssueType> inAnotherWorkflow(Project project, List<OwnIssueType> needed) {
        return needed.stream()
                .filter(type -> !own.workflowOf(type).orElseThrow().equals(schemes.getWorkflowName(project, own.idOf(type).orElseThrow())))
                .toList();
    }

    /** Jira refuses a second workflow scheme of a name. */
    private String ownName(Project project) {
        return SharedSchemes.freeName(project.getKey() + ": workflows with decisions and blockers",
                name -> schemes.getWorkflowSchemeObj(name) != null);
    }
}
