package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.fields.config.manager.IssueTypeSchemeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

/** The issue types a project offers. */
@JiraComponent
class IssueTypesOfProject implements Scheme {

    private static final Kind KIND = Kind.ISSUE_TYPE_SCHEME;
    private static final String SEPARATOR = ",";

    private final IssueTypeSchemeManager schemes;
    private final OwnIssueTypes own;

    IssueTypesOfProject(IssueTypeSchemeManager schemes, OwnIssueTypes own) {
        this.schemes = schemes;
        this.own = own;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public boolean isExtended(Project project, List<OwnIssueType> needed) {
        return ids(schemes.getConfigScheme(project)).containsAll(ids(needed));
    }

    @Override
    public BiFunction<Project, List<OwnIssueType>, SetupPlanLine> plans() {
        return this::plan;
    }

    private SetupPlanLine plan(Project project, List<OwnIssueType> needed) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        List<String> offered = ids(scheme);
        List<OwnIssueType> missing = needed.stream().filter(type -> !offered.contains(own.idOf(type).orElseThrow())).toList();
        if (missing.isEmpty()) {
            return SetupPlanLine.present(KIND, scheme.getName());
        }
        return schemes.isDefaultIssueTypeScheme(scheme) ? SetupPlanLine.made(KIND, ownName(project), missing, List.of())
                : SharedSchemes.changed(KIND, scheme.getName(), missing, scheme.getAssociatedProjectObjects(), project, List.of());
    }

    @Override
    public UndoStep intent(Project project) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        return schemes.isDefaultIssueTypeScheme(scheme) ? UndoStep.toMake(KIND, ownName(project))
                : UndoStep.toChange(KIND, scheme.getName(), scheme.getId(), String.join(SEPARATOR, present(scheme)));
    }

    @Override
    public Message extend(Project project, UndoStep intent, List<OwnIssueType> needed) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        List<String> ids = new ArrayList<>(ids(scheme));
        ids(needed).stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        if (!intent.isOwn()) {
            schemes.update(scheme, ids);
            return Message.of("decision-gates.jira.project.extended-issue-types", scheme.getName(),
                    SharedSchemes.plural(needed));
        }
        FieldConfigScheme own = stored(intent).orElseGet(() -> schemes.create(intent.name(), SharedSchemes.MADE_BY_THE_APP, ids));
        schemes.setProjectAssociationsForIssueTypeScheme(own, List.of(project));
        return Message.of("decision-gates.jira.project.own-issue-types", own.getName());
    }

    @Override
    public Optional<UndoStep> done(Project project, UndoStep intent) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        return intent.isOf(scheme.getId(), scheme.getName(), scheme.getDescription())
                ? Optional.of(intent.done(scheme.getId(), ids(scheme)))
                : Optional.empty();
    }

    @Override
    public Optional<Message> takeBack(Project project, UndoStep step) {
        Optional<FieldConfigScheme> stored = stored(step);
        return stored.isEmpty() ? Optional.empty() : takeBack(project, step, stored.get());
    }

    private Optional<Message> takeBack(Project project, UndoStep step, FieldConfigScheme scheme) {
        Optional<Message> shared = SharedSchemes.leftToOthers(scheme.getName(), scheme.getAssociatedProjectObjects(), project);
        if (shared.isPresent()) {
            return shared;
        }
        if (step.isOwn()) {
            if (step.isEdited(ids(scheme), scheme.getId().equals(schemes.getConfigScheme(project).getId()))) {
                return SharedSchemes.leftChanged(scheme.getName());
            }
            // its projects fall back to the default scheme
            schemes.deleteScheme(scheme);
            return Optional.empty();
        }
        List<String> ids = ids(scheme);
        List<String> added = ids(added(step, scheme));
        List<String> rest = ids.stream().filter(id -> !added.contains(id)).toList();
        if (rest.isEmpty()) {
            return SharedSchemes.leftChanged(scheme.getName());
        }
        if (rest.size() < ids.size()) {
            schemes.update(scheme, rest);
        }
        return Optional.empty();
    }

    @Override
    public List<OwnIssueType> added(UndoStep step) {
        return stored(step).map(scheme -> added(step, scheme)).orElse(List.of());
    }

    private List<OwnIssueType> added(UndoStep step, FieldConfigScheme scheme) {
        List<String> before = List.of(step.content().split(SEPARATOR));
        List<String> ids = ids(scheme);
        return Arrays.stream(OwnIssueType.values()).filter(type -> {
            String id = own.idOf(type).orElseThrow();
            return ids.contains(id) && !before.contains(id);
        }).toList();
    }

    private Optional<FieldConfigScheme> stored(UndoStep step) {
        return schemes.getAllSchemes().stream()
                .filter(scheme -> step.isOf(scheme.getId(), scheme.getName(), scheme.getDescription())).findFirst();
    }

    private List<String> present(FieldConfigScheme scheme) {
        List<String> ids = ids(scheme);
        return ours().stream().filter(ids::contains).toList();
    }

    private String ownName(Project project) {
        return SharedSchemes.freeName(project.getKey() + ": issue types with decisions and blockers",
                name -> schemes.getAllSchemes().stream().anyMatch(scheme -> name.equals(scheme.getName())));
    }

    private List<String> ids(FieldConfigScheme scheme) {
        return schemes.getIssueTypesForScheme(scheme).stream().map(IssueType::getId).toList();
    }

    private List<String> ours() {
        return ids(List.of(OwnIssueType.values()));
    }

    private List<String> ids(List<OwnIssueType> types) {
        return types.stream().map(type -> own.idOf(type).orElseThrow()).toList();
    }
}
