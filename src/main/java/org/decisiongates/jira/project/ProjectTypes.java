package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.debt.CompletedDebtSweeps;
import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.ProjectEnabledListener;
import org.decisiongates.jira.platform.project.ProjectSetting;
import org.decisiongates.jira.platform.project.SettingChanges;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.setup.FieldContexts;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.text.Message;

/**
 * Has projects use issue types of their own as Decisions and Blockers, once somebody has seen what that does, and takes it back. Their
 * workflows and screens stay as they are.
 */
@JiraComponent
public class ProjectTypes {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectTypes.class);
    private static final String TEXTS = "decision-gates.jira.project.types.";

    private final Setup setUp;
    private final IssueTypeMaps maps;
    private final OwnIssueTypes own;
    private final IssueTypeManager issueTypes;
    private final FieldContexts contexts;
    private final IssueTypeMapSurvey survey;
    private final WorkflowGates gates;
    private final ProjectEnablement enablement;
    private final ProjectEnabledListener listener;
    private final CompletedDebtSweeps sweeps;
    private final ClusterLockService locks;
    private final ProjectTime time;
    private final SettingChanges changes;
    private final AuditLog log;

    ProjectTypes(Setup setUp, IssueTypeMaps maps, OwnIssueTypes own, IssueTypeManager issueTypes, FieldContexts contexts,
            IssueTypeMapSurvey survey, WorkflowGates gates,
            ProjectEnablement enablement, ProjectEnabledListener listener, CompletedDebtSweeps sweeps, ClusterLockService locks,
            ProjectTime time, SettingChanges changes, AuditLog log) {
        this.setUp = setUp;
        this.maps = maps;
        this.own = own;
        this.issueTypes = issueTypes;
        this.contexts = contexts;
        this.survey = survey;
        this.gates = gates;
        this.enablement = enablement;
        this.listener = listener;
        this.sweeps = sweeps;
        this.locks = locks;
        this.time = time;
        this.changes = changes;
        this.log = log;
    }

    /** What the project uses now. */
    public IssueTypeMap of(Project project) {
        return maps.of(project.getId());
    }

    /** Who had it use them, and when, as a sentence; none where it is not known. */
    public List<String> changed(Project project) {
        return changes.sentence(ProjectSetting.ISSUE_TYPES, project.getId());
    }

    /** What it could use in place of the app's own types, in the order of the project. */
    public List<IssueType> candidates(Project project) {
        return project.getIssueTypes().stream().filter(type -> !type.isSubTask() && own.withId(type.getId()).isEmpty()).toList();
    }

    /** What using these types would do; changes nothing. */
    public IssueTypeMapPlan plan(Project project, Map<OwnIssueType, String> wanted) {
        IssueTypeMap now = of(project);
        List<Message> obstacles = obstacles(project, wanted, now);
        List<Message> effects = new ArrayList<>();
        List<Message> remaining = new ArrayList<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            Optional<String> before = now.idOf(type);
            Optional<String> after = Optional.ofNullable(wanted.get(type));
            if (!before.equals(after)) {
                before.ifPresent(id -> effects.add(survey.left(project, type, id, name(id))));
                after.flatMap(id -> typeOf(project, id)).ifPresent(used -> {
                    effects.addAll(survey.joined(project, type, used));
                    remaining.addAll(survey.remaining(project, type, used));
                });
            }
        }
        if (obstacles.isEmpty() && !effects.isEmpty()) {
            SetupPlan schemes = enablement.plan(project, needed(wanted));
            if (!enablement.isEnabled(project)) {
                effects.addAll(schemes.isEnabled() ? List.of(message("enables", project.getKey())) : List.of());
            } else if (!schemes.isEnabled()) {
                obstacles.addAll(schemes.obstacles());
                effects.addAll(schemes.schemes().stream().filter(line -> line.effect() != SetupPlanLine.Effect.PRESENT)
                        .map(line -> extended(line, wanted)).toList());
            }
        }
        return new IssueTypeMapPlan(wanted, seen(now), effects, remaining, obstacles);
    }

    /** A project that is enabled stays that: what it needs by now of the app's types comes to its schemes as if it were enabled again. */
    private static Message extended(SetupPlanLine line, Map<OwnIssueType, String> wanted) {
        return line.effect() == SetupPlanLine.Effect.MADE ? message("scheme-made", line.name())
                : message("scheme-changed", line.name(), SharedSchemes.plural(needed(wanted)));
    }

    /** Those of the app's types that a project needs which uses {@code wanted}. */
    private static List<OwnIssueType> needed(Map<OwnIssueType, String> wanted) {
        return Arrays.stream(OwnIssueType.values()).filter(type -> !wanted.containsKey(type)).toList();
    }

    private List<Message> obstacles(Project project, Map<OwnIssueType, String> wanted, IssueTypeMap now) {
        List<Message> obstacles = new ArrayList<>();
        if (!setUp.missing().isEmpty() || !setUp.removed().isEmpty()) {
            obstacles.add(message("not-set-up"));
            return obstacles;
        }
        if (wanted.size() > 1 && Set.copyOf(wanted.values()).size() == 1) {
            obstacles.add(message("both", name(wanted.get(OwnIssueType.DECISION))));
        }
        now.types().forEach((type, id) -> {
            if (!Optional.of(id).equals(Optional.ofNullable(wanted.get(type))) && gates.isAdded(project, type)) {
                obstacles.add(message("gates-first", name(id)));
            }
        });
        wanted.forEach((type, id) -> {
            if (!now.idOf(type).equals(Optional.of(id))) {
                obstacles.addAll(obstacles(project, type, id));
            }
        });
        return obstacles;
    }

    private List<Message> obstacles(Project project, OwnIssueType type, String id) {
        Optional<IssueType> used = typeOf(project, id);
        if (used.isEmpty()) {
            return List.of(message("not-offered", project.getKey(), name(id)));
        }
        if (used.get().isSubTask()) {
            return List.of(message("sub-task", used.get().getName()));
        }
        if (own.withId(id).isPresent()) {
            return List.of(message("own", used.get().getName()));
        }
        List<Message> obstacles = new ArrayList<>(survey.obstacles(project, type, used.get()));
        List<String> without = contexts.withoutContext(id);
        if (!without.isEmpty()) {
            obstacles.add(message("no-context", String.join(", ", without)));
        }
        return obstacles;
    }

    /** What is still for somebody to do before the types that the project uses are used in full; none where it uses the app's. */
    public List<ManualSetupStep> remaining(Project project) {
        List<ManualSetupStep> remaining = new ArrayList<>();
        of(project).types()
                .forEach((type, id) -> typeOf(project, id).ifPresent(used -> remaining.addAll(survey.open(project, type, used))));
        long missing = gates.plan(project).missing().count();
        if (missing > 0) {
            remaining.add(new ManualSetupStep(ManualSetupStep.Kind.GATES, Message.of(TEXTS + "gates-missing", missing)));
        }
        return remaining;
    }

    /**
     * Has the project use these types, and says what was done.
     *
     * @param seen the {@link IssueTypeMapPlan#seen()} of the plan that was looked at
     * @throws ProblemException 409 where the project uses others than those seen by now, or the types must not be used
     */
    public List<Message> apply(Project project, Map<OwnIssueType, String> wanted, String seen) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        lock.lock();
        try {
            IssueTypeMapPlan plan = plan(project, wanted);
            if (!plan.seen().equals(seen)) {
                throw new ProblemException(409, TEXTS + "changed", project.getKey());
            }
            if (!plan.obstacles().isEmpty()) {
                throw new ProblemException(409, plan.obstacles());
            }
            IssueTypeMap now = of(project);
            List<Message> said = said(now, wanted);
            if (!said.isEmpty()) {
                boolean wasEnabled = enablement.isEnabled(project);
                // schemes first: interrupted in between, the project is enabled as before
                List<Message> extended = wasEnabled ? enablement.extend(project, needed(wanted)) : List.of();
                store(project, new IssueTypeMap(wanted));
                log.record(new ConfigurationChange("types-changed", Optional.of(project), shown(now.types()), shown(wanted)));
                said.addAll(extended);
                if (!wasEnabled && enablement.isEnabled(project)) {
                    said.add(message("enabled", project.getKey()));
                    enablement.record(project, said.size());
                }
            }
            return said;
        } finally {
            lock.unlock();
        }
    }

    /** What the undo list of the project has of it; none where the project uses the app's types. */
    List<Message> list(Project project) {
        return of(project).types().entrySet().stream().map(used -> message("undo", name(used.getValue()), used.getKey().label())).toList();
    }

    /** Has the project use the app's own types again; for callers that hold the lock. Harmless to repeat. */
    List<Message> takeBack(Project project) {
        List<Message> said = said(of(project), Map.of());
        if (!said.isEmpty()) {
            store(project, IssueTypeMap.NONE);
        } else {
            contexts.keepOnly(maps.usedTypes());
        }
        return said;
    }

    /** Fields first: no issue becomes a Decision that cannot have them. Whatever an interruption leaves over goes with the next change. */
    private void store(Project project, IssueTypeMap map) {
        map.types().values().forEach(contexts::add);
        maps.store(project.getId(), map);
        changes.record(ProjectSetting.ISSUE_TYPES, project.getId());
        contexts.keepOnly(maps.usedTypes());
        LOG.info("project {} uses {} as decisions and blockers", project.getKey(), map.isEmpty() ? "the app's types" : map.types());
        sweeps.startOver(project.getId(), time.now().toInstant());
        listener.joined(project);
    }

    private List<Message> said(IssueTypeMap now, Map<OwnIssueType, String> wanted) {
        List<Message> said = new ArrayList<>();
        Map<OwnIssueType, String> left = new EnumMap<>(OwnIssueType.class);
        left.putAll(now.types());
        left.entrySet().removeAll(wanted.entrySet());
        left.forEach((type, id) -> said.add(message("left", name(id), type.label())));
        wanted.entrySet().stream().filter(used -> !now.types().entrySet().contains(used))
                .forEach(used -> said.add(message("used", name(used.getValue()), used.getKey().label())));
        return said;
    }

    private static Optional<IssueType> typeOf(Project project, String id) {
        return project.getIssueTypes().stream().filter(type -> type.getId().equals(id)).findFirst();
    }

    /** Of a type that is gone, its id. */
    private String name(String id) {
        return Optional.ofNullable(issueTypes.getIssueType(id)).map(IssueType::getName).orElse(id);
    }

    private String shown(Map<OwnIssueType, String> used) {
        return used.entrySet().stream().map(type -> type.getKey().label() + ": " + name(type.getValue())).sorted()
                .collect(Collectors.joining(", "));
    }

    private static String seen(IssueTypeMap now) {
        return now.isEmpty() ? "" : now.types().toString();
    }

    private static Message message(String key, String... arguments) {
        return new Message(TEXTS + key, List.of(arguments));
    }
}
