package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.project.ProjectEnabledListener;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.text.Message;

/** Enables a project: first looks for every obstacle, and changes its schemes only if there is none. */
@JiraComponent
public class ProjectEnablement implements EnabledProjects {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectEnablement.class);
    private static final String LOCK = "org.decisiongates.decision-gates.enable";
    private static final int MAX_NAMED = 5;

    private final Setup setUp;
    private final ClusterLockService locks;
    private final ProjectManager projects;
    private final List<Scheme> inOrder;
    private final ProjectEnabledListener listener;

    ProjectEnablement(Setup setUp, ClusterLockService locks, ProjectManager projects, Schemes schemes, ProjectEnabledListener listener) {
        this.setUp = setUp;
        this.locks = locks;
        this.projects = projects;
        this.inOrder = schemes.inOrder();
        this.listener = listener;
    }

    /** The state of every project, by key; changes nothing. */
    public List<ProjectState> all() {
        Map<Scheme, Function<Project, Optional<Message>>> obstacles = obstacles();
        List<Message> incomplete = incomplete();
        return projects.getProjectObjects().stream().sorted(Comparator.comparing(Project::getKey))
                .map(project -> stateOf(project, incomplete, obstacles)).toList();
    }

    @Override
    public List<Project> enabled() {
        return incomplete().isEmpty() ? projects.getProjectObjects().stream().filter(this::isExtended).toList() : List.of();
    }

    @Override
    public boolean isEnabled(Project project) {
        return incomplete().isEmpty() && isExtended(project);
    }

    private boolean isExtended(Project project) {
        return inOrder.stream().allMatch(scheme -> scheme.isExtended(project));
    }

    /** Why no project can be enabled at all. */
    private List<Message> incomplete() {
        List<String> absent = Stream.concat(setUp.missing().stream(), setUp.removed().stream()).toList();
        return absent.isEmpty() ? List.of()
                : List.of(
                        Message.of("decision-gates.jira.project.not-set-up", String.join(", ", absent.stream().limit(MAX_NAMED).toList())));
    }

    private Map<Scheme, Function<Project, Optional<Message>>> obstacles() {
        return inOrder.stream().collect(Collectors.toMap(Function.identity(), Scheme::obstacles));
    }

    private ProjectState stateOf(Project project, List<Message> incomplete, Map<Scheme, Function<Project, Optional<Message>>> obstacles) {
        if (!incomplete.isEmpty()) {
            return new ProjectState(project.getKey(), project.getName(), false, incomplete);
        }
        List<Scheme> open = inOrder.stream().filter(scheme -> !scheme.isExtended(project)).toList();
        return new ProjectState(project.getKey(), project.getName(), open.isEmpty(),
                open.stream().flatMap(scheme -> obstacles.get(scheme).apply(project).stream()).toList());
    }

    /** Enables the project and says what was done: nothing when it was enabled already. Throws {@link Refused} when it must not be. */
    public List<Message> enable(Project project) {
        Lock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            ProjectState state = stateOf(project, incomplete(), obstacles());
            if (!state.obstacles().isEmpty()) {
                throw new Refused(state.obstacles());
            }
            List<Message> done = extendAll(project);
            listener.joined(project);
            return done;
        } finally {
            lock.unlock();
        }
    }

    private List<Message> extendAll(Project project) {
        List<Message> done = new ArrayList<>();
        for (Scheme scheme : inOrder) {
            if (!scheme.isExtended(project)) {
                done.add(scheme.extend(project));
                LOG.info("project {}: {}", project.getKey(), done.get(done.size() - 1));
            }
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
