package org.decisiongates.jira.project;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntityImpl;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeImpl;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

/** The screens a project shows for its issue types. */
@JiraComponent
class ScreensOfProject implements Scheme {

    private static final Kind KIND = Kind.ISSUE_TYPE_SCREEN_SCHEME;
    private static final String SEPARATOR = ",";

    private final IssueTypeScreenSchemeManager schemes;
    private final FieldScreenSchemeManager screenSchemes;
    private final ScreenSchemeEntries entries;
    private final ProjectManager projects;
    private final OwnIssueTypes own;

    ScreensOfProject(IssueTypeScreenSchemeManager schemes, FieldScreenSchemeManager screenSchemes, ConstantsManager constants,
            ProjectManager projects, OwnIssueTypes own) {
        this.schemes = schemes;
        this.screenSchemes = screenSchemes;
        this.entries = new ScreenSchemeEntries(IssueTypeScreenSchemeEntityImpl.class, schemes, screenSchemes, constants);
        this.projects = projects;
        this.own = own;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public boolean isExtended(Project project, List<OwnIssueType> needed) {
        return missing(schemes.getIssueTypeScreenScheme(project), needed).isEmpty();
    }

    @Override
    public BiFunction<Project, List<OwnIssueType>, SetupPlanLine> plans() {
        Map<Long, List<Project>> users = new HashMap<>();
        return (project, needed) -> {
            IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
            List<OwnIssueType> missing = missing(scheme, needed);
            if (missing.isEmpty()) {
                return SetupPlanLine.present(KIND, scheme.getName());
            }
            if (scheme.isDefault()) {
                return SetupPlanLine.made(KIND, ownName(project), missing, List.of());
            }
            if (users.isEmpty()) {
                users.putAll(users());
            }
            return SharedSchemes.changed(KIND, scheme.getName(), missing, users.getOrDefault(scheme.getId(), List.of()), project,
                    List.of());
        };
    }

    /** Which projects use which scheme: Jira's own answer to that has another type from version to version. */
    private Map<Long, List<Project>> users() {
        return projects.getProjectObjects().stream().collect(Collectors.groupingBy(user -> schemes.getIssueTypeScreenScheme(user).getId()));
    }

    @Override
    public UndoStep intent(Project project) {
        IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
        return scheme.isDefault() ? UndoStep.toMake(KIND, ownName(project))
                : UndoStep.toChange(KIND, scheme.getName(), scheme.getId(),
                        Arrays.stream(OwnIssueType.values()).map(type -> own.idOf(type).orElseThrow()).filter(scheme::containsEntity)
                                .collect(Collectors.joining(SEPARATOR)));
    }

    @Override
    public Message extend(Project project, UndoStep intent, List<OwnIssueType> needed) {
        IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
        if (!intent.isOwn()) {
            addOurs(scheme, needed);
            return Message.of("decision-gates.jira.project.extended-screens", scheme.getName(),
                    SharedSchemes.plural(needed));
        }
        IssueTypeScreenScheme copy = stored(intent).orElseGet(() -> make(intent.name()));
        for (IssueTypeScreenSchemeEntity entry : scheme.getEntities()) {
            if (!copy.containsEntity(entry.getIssueTypeId())) {
                add(copy, entry.getIssueTypeId(), entry.getFieldScreenScheme());
            }
        }
        addOurs(copy, needed);
        schemes.addSchemeAssociation(project, copy);
        return Message.of("decision-gates.jira.project.own-screens", copy.getName());
    }

    private IssueTypeScreenScheme make(String name) {
        IssueTypeScreenScheme made = new IssueTypeScreenSchemeImpl(schemes);
        made.setName(name);
        made.setDescription(SharedSchemes.MADE_BY_THE_APP);
        made.store();
        return made;
    }

    @Override
    public Optional<UndoStep> done(Project project, UndoStep intent) {
        IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
        return intent.isOf(scheme.getId(), scheme.getName(), scheme.getDescription())
                ? Optional.of(intent.done(scheme.getId(), content(scheme)))
                : Optional.empty();
    }

    @Override
    public Optional<Message> takeBack(Project project, UndoStep step) {
        Optional<IssueTypeScreenScheme> stored = stored(step);
        return stored.isEmpty() ? Optional.empty() : takeBack(project, step, stored.get());
    }

    private Optional<Message> takeBack(Project project, UndoStep step, IssueTypeScreenScheme scheme) {
        Optional<Message> shared = SharedSchemes.leftToOthers(scheme.getName(), users().getOrDefault(scheme.getId(), List.of()), project);
        if (shared.isPresent()) {
            return shared;
        }
        if (!step.isOwn()) {
            added(step, scheme).forEach(type -> scheme.removeEntity(own.idOf(type).orElseThrow()));
            return Optional.empty();
        }
        boolean isInUse = scheme.getId().equals(schemes.getIssueTypeScreenScheme(project).getId());
        if (step.isEdited(content(scheme), isInUse)) {
            return SharedSchemes.leftChanged(scheme.getName());
        }
        if (isInUse) {
            schemes.associateWithDefaultScheme(project);
        }
        schemes.removeIssueTypeSchemeEntities(scheme);
        schemes.removeIssueTypeScreenScheme(scheme);
        return Optional.empty();
    }

    @Override
    public List<OwnIssueType> added(UndoStep step) {
        return stored(step).map(scheme -> added(step, scheme)).orElse(List.of());
    }

    /** Those whose screens are still the app's, except for issue types that had screens before. */
    private List<OwnIssueType> added(UndoStep step, IssueTypeScreenScheme scheme) {
        List<String> before = List.of(step.content().split(SEPARATOR));
        return Arrays.stream(OwnIssueType.values()).filter(type -> {
            String id = own.idOf(type).orElseThrow();
            IssueTypeScreenSchemeEntity entry = scheme.getEntity(id);
            return entry != null && !before.contains(id) && own.screenSchemeOf(type).orElseThrow().equals(entry.getFieldScreenSchemeId());
        }).toList();
    }

    private Optional<IssueTypeScreenScheme> stored(UndoStep step) {
        return schemes.getIssueTypeScreenSchemes().stream()
                .filter(scheme -> step.isOf(scheme.getId(), scheme.getName(), scheme.getDescription())).findFirst();
    }

    private static List<String> content(IssueTypeScreenScheme scheme) {
        return scheme.getEntities().stream()
                .map(entry -> Objects.toString(entry.getIssueTypeId(), "") + "=" + entry.getFieldScreenSchemeId()).toList();
    }

    private String ownName(Project project) {
        return SharedSchemes.freeName(project.getKey() + ": screens with decisions and blockers",
                name -> schemes.getIssueTypeScreenSchemes().stream().anyMatch(scheme -> name.equals(scheme.getName())));
    }

    private List<OwnIssueType> missing(IssueTypeScreenScheme scheme, List<OwnIssueType> needed) {
        return needed.stream().filter(type -> !scheme.containsEntity(own.idOf(type).orElseThrow())).toList();
    }

    private void addOurs(IssueTypeScreenScheme scheme, List<OwnIssueType> needed) {
        for (OwnIssueType type : missing(scheme, needed)) {
            add(scheme, own.idOf(type).orElseThrow(), screenSchemes.getFieldScreenScheme(own.screenSchemeOf(type).orElseThrow()));
        }
    }

    private void add(IssueTypeScreenScheme scheme, String issueTypeId, FieldScreenScheme screens) {
        IssueTypeScreenSchemeEntity entry = entries.make();
        entry.setIssueTypeId(issueTypeId);
        entry.setFieldScreenScheme(screens);
        scheme.addEntity(entry);
    }
}
