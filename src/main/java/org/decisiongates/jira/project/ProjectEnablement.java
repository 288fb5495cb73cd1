package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.project.ProjectEnabledListener;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.text.Message;

/** Enables a project: first looks for every obstacle, and changes its schemes only if there is none. */
@JiraComponent
public class ProjectEnablement implements EnabledProjects {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectEnablement.class);
    static final String LOCK = "org.decisiongates.decision-gates.enable";
    private static final int MAX_NAMED = 5;

    private final Setup setUp;
    private final ClusterLockService locks;
    private final ProjectManager projects;
    private final List<Scheme> inOrder;
    private final OwnIssueTypes own;
    private final RecordedChanges changes;
    private final ProjectEnabledListener listener;
    private final AuditLog log;

    ProjectEnablement(Setup setUp, ClusterLockService locks, ProjectManager projects, Schemes schemes, OwnIssueTypes own,
            RecordedChanges changes,
            ProjectEnabledListener listener, AuditLog log) {
        this.setUp = setUp;
        this.locks = locks;
        this.projects = projects;
        this.inOrder = schemes.inOrder();
        this.own = own;
        this.changes = changes;
        this.listener = listener;
        this.log = log;
    }

    /** The state of each of {@code some} projects, in their order; changes nothing, and asks nothing about any other. */
    public List<ProjectState> states(List<Project> some) {
        BiFunction<Project, List<OwnIssueType>, SetupPlan> plans = plans();
        return some.stream().map(project -> plans.apply(project, needed(project)))
                .map(plan -> new ProjectState(plan.key(), plan.name(), plan.isEnabled(), plan.obstacles())).toList();
    }

    /** What enabling the project would make and change; changes nothing. */
    public SetupPlan plan(Project project) {
        return plan(project, needed(project));
    }

    /** The same if the project needed these of the app's types. */
    SetupPlan plan(Project project, List<OwnIssueType> needed) {
        return plans().apply(project, needed);
    }

    @Override
    public List<Project> enabled() {
        return enabled(projects.getProjectObjects());
    }

    /** Those of {@code some} projects that are enabled; asks nothing about any other. */
    public List<Project> enabled(Collection<Project> some) {
        return incomplete().isEmpty() ? some.stream().filter(this::isExtended).toList() : List.of();
    }

    @Override
    public boolean isEnabled(Project project) {
        return incomplete().isEmpty() && isExtended(project);
    }

    @Override
    public boolean isOffering(Project project) {
        return isSetUp() && isExtended(project);
    }

    @Override
    public boolean isSetUp() {
        return setUp.missing().isEmpty();
    }

    private boolean isExtended(Project project) {
        List<OwnIssueType> needed = needed(project);
        return inOrder.stream().allMatch(scheme -> scheme.isExtended(project, needed));
    }

    private List<OwnIssueType> needed(Project project) {
        return own.neededIn(project.getId());
    }

    /** Why no project can be enabled at all. */
    private List<Message> incomplete() {
        List<String> absent = Stream.concat(setUp.missing().stream(), setUp.removed().stream()).toList();
        return absent.isEmpty() ? List.of()
                : List.of(
                        Message.of("decision-gates.jira.project.not-set-up", String.join(", ", absent.stream().limit(MAX_NAMED).toList())));
    }

    private BiFunction<Project, List<OwnIssueType>, SetupPlan> plans() {
        List<Message> incomplete = incomplete();
        List<SetupPlanLine> parts = setUp.parts().stream().flatMap(part -> SetupPlanParts.line(part).stream()).toList();
        List<BiFunction<Project, List<OwnIssueType>, SetupPlanLine>> schemes = incomplete.isEmpty()
                ? inOrder.stream().map(Scheme::plans).toList()
                : List.of();
        return (project, needed) -> new SetupPlan(project.getKey(), project.getName(),
                schemes.stream().map(plan -> plan.apply(project, needed)).toList(),
                parts, incomplete);
    }

    /** Enables the project and says what was done: nothing when it was enabled already. Throws {@link Refused} when it must not be. */
    public List<Message> enable(Project project) {
        return enable(project, new UnwatchedProgress());
    }

    /** The same; {@code progress} is told of every scheme, and may stop it between two of them: what was done stays done. */
    public List<Message> enable(Project project, TaskProgress progress) {
        Lock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            SetupPlan plan = plan(project);
            if (!plan.obstacles().isEmpty()) {
                throw new Refused(plan.obstacles());
            }
            List<Message> done = extendAll(project, needed(project), progress);
            listener.joined(project);
            if (!done.isEmpty()) {
                record(project, done.size());
            }
            return done;
        } finally {
            lock.unlock();
        }
    }

    /** Extends the schemes for these types, and says what was done; for callers that hold the lock and have looked at the plan. */
    List<Message> extend(Project project, List<OwnIssueType> needed) {
        return extendAll(project, needed, new UnwatchedProgress());
    }

    /** Has Jira's audit log say that the project is enabled. @param done how many things were done to it */
    void record(Project project, int done) {
        log.record(new ConfigurationChange("project-enabled", Optional.of(project), "", String.valueOf(done)));
    }

    private List<Message> extendAll(Project project, List<OwnIssueType> needed, TaskProgress progress) {
        progress.total(inOrder.size());
        List<Message> done = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            changes.extend(project, inOrder.get(i), needed).ifPresent(said -> {
                done.add(said);
                LOG.info("project {}: {}", project.getKey(), said);
            });
            progress.done(i + 1);
        }
        return done;
    }

    /** Says why a project was not enabled; nothing was changed. */
    public static final class Refused extends RuntimeException {

        private final transient List<Message> obstacles;

        Refused(List<Message> obstacles) {
            super("the project cannot be enabled: " + obstacles);
            this.obstacles = List.copyOf(obstacles);
        }

        public List<Message> obstacles() {
            return obstacles;
        }
    }
}
