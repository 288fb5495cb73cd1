package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskResultLimits;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.policy.Scope;
import org.decisiongates.takeout.TakeOut;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

/**
 * Takes out what a project holds, or all projects that use the app, in the background and with the rights of who asks: what they may not
 * browse is counted and not named. A project is for those who administer it, all of them for system administrators.
 */
@JiraComponent
public class TakeOutService {

    static final String KIND = TaskFormatter.TAKE_OUT;
    /** Of all projects of a take-out. */
    static final int MAX_ISSUES = 100_000;
    static final TaskResultLimits.Bounds KEPT = new TaskResultLimits.Bounds(5, 20, 500_000_000, 2_000_000_000);
    private static final Logger LOG = LoggerFactory.getLogger(TakeOutService.class);

    private final Access access;
    private final EnabledProjects enabled;
    private final PermissionManager permissions;
    private final ProjectTaking projects;
    private final TaskRunner tasks;
    private final TaskResultLimits kept;
    private final ProjectTime time;
    private final JiraTexts texts;

    TakeOutService(Access access, EnabledProjects enabled, PermissionManager permissions, ProjectTaking projects, TaskRunner tasks,
            TaskResultLimits kept, ProjectTime time, JiraTexts texts) {
        this.access = access;
        this.enabled = enabled;
        this.permissions = permissions;
        this.projects = projects;
        this.tasks = tasks;
        this.kept = kept;
        this.time = time;
        this.texts = texts;
    }

    /** The project, for those who may take it out. */
    Project project(String key) {
        return access.administered(key);
    }

    /** Whether the caller may take out all projects. */
    boolean mayTakeAll() {
        return access.isSystemAdmin();
    }

    /**
     * Starts it for one project; that there are too many issues is said at once.
     *
     * @param earlier id of a take-out of the caller that was interrupted, to go on where that one stopped; empty text for none
     */
    BackgroundTask start(String key, String earlier) {
        Project project = project(key);
        ApplicationUser caller = access.caller();
        requireBounded(projects.count(project, caller));
        Optional<KeptParts> left = left(earlier, project.getKey());
        boolean isAdmin = access.isAdmin();
        prune(earlier);
        return tasks.start(KIND, caller.getKey(), project.getKey(), project.getName(), progress -> {
            TakeOutRun run = new TakeOutRun(progress, left);
            progress.total(projects.steps(project, caller));
            if (isAdmin) {
                projects.policies("", Scope.GLOBAL, "policies-of-all-projects/", run);
            }
            TakeOut.Taken taken = projects.take(project, caller, run);
            prune(earlier);
            return new TakeOut(false, 0, run.parts(), List.of(taken)).json();
        });
    }

    /** The same of all projects that use the app. */
    BackgroundTask startAll(String earlier) {
        access.requireSystemAdmin();
        ApplicationUser caller = access.caller();
        List<Project> all = enabled.enabled();
        List<Project> browsable = all.stream()
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, caller))
                .sorted(Comparator.comparing(Project::getKey)).toList();
        requireBounded(browsable.stream().mapToLong(project -> projects.count(project, caller)).sum());
        Optional<KeptParts> left = left(earlier, "");
        prune(earlier);
        return tasks.start(KIND, caller.getKey(), "", texts.text("decision-gates.takeout.all"), progress -> {
            TakeOutRun run = new TakeOutRun(progress, left);
            TakeOut takeOut = take(browsable, all.size() - browsable.size(), caller, progress, run);
            prune(earlier);
            return takeOut.json();
        });
    }

    private TakeOut take(List<Project> browsable, int hidden, ApplicationUser caller, TaskProgress progress, TakeOutRun run) {
        progress.total(browsable.stream().mapToInt(project -> projects.steps(project, caller)).sum());
        projects.policies("", Scope.GLOBAL, "policies-of-all-projects/", run);
        List<TakeOut.Taken> taken = new ArrayList<>();
        browsable.forEach(project -> taken.add(projects.take(project, caller, run)));
        return new TakeOut(true, hidden, run.parts(), taken);
    }

    /** The caller's take-out that is under way. */
    Optional<BackgroundTask> underWay() {
        return tasks.underWay(KIND, access.caller().getKey());
    }

    /** The caller's take-outs of a project that can be fetched, the newest first. @param project its key; empty text for all projects */
    List<BackgroundTask> kept(String project) {
        return kept.of(KIND, access.caller().getKey()).stream()
                .filter(task -> task.state() == State.DONE && task.scope().equals(project)).toList();
    }

    /** Name of the file that a task makes: what it is of, and the day on which it was asked for, in Jira's zone. */
    String fileName(BackgroundTask task) {
        return "decision-gates-" + (task.scope().isEmpty() ? "all-projects" : task.scope()) + "-"
                + task.startedAt().atZone(time.zone()).toLocalDate() + ".zip";
    }

    /** The caller's take-out of this id, whatever came of it. */
    Optional<BackgroundTask> find(String id) {
        return tasks.find(id, access.caller().getKey()).filter(task -> task.kind().equals(KIND));
    }

    /** Whether a take-out ended early, and another one can go on where it stopped. */
    static boolean isInterrupted(BackgroundTask task) {
        return task.state().isOver() && task.state() != State.DONE;
    }

    /** What was taken out by a task of the caller. */
    TakenFile result(String id) {
        BackgroundTask task = find(id).orElseThrow(() -> new ProblemException(404, "decision-gates.jira.task.unknown", id));
        String stored = tasks.result(id, task.owner())
                .orElseThrow(() -> new ProblemException(409, "decision-gates.jira.task.no-report", task.state().name()));
        try {
            TakeOut takeOut = TakeOut.read(stored);
            KeptParts parts = tasks.parts(id, task.owner()).orElseThrow();
            if (parts.count() == takeOut.parts()) {
                return new TakenFile(fileName(task), takeOut, parts);
            }
            LOG.warn("of the {} parts of the take-out {} there are {}", takeOut.parts(), id, parts.count());
        } catch (UnreadableJsonException e) {
            LOG.warn("the take-out of the task {} cannot be read", id, e);
        }
        throw new ProblemException(409, "decision-gates.jira.task.unreadable");
    }

    private Optional<KeptParts> left(String earlier, String scope) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        BackgroundTask task = find(earlier).filter(one -> one.scope().equals(scope))
                .orElseThrow(() -> new ProblemException(404, "decision-gates.jira.task.unknown", earlier));
        if (!isInterrupted(task)) {
            throw new ProblemException(409, "decision-gates.takeout.not-interrupted");
        }
        return tasks.parts(earlier, task.owner());
    }

    private void prune(String needed) {
        kept.prune(KIND, KEPT, task -> task.id().equals(needed));
    }

    private static void requireBounded(long found) {
        if (found > MAX_ISSUES) {
            throw new ProblemException(400, "decision-gates.takeout.too-many", found, MAX_ISSUES);
        }
    }

    /**
     * A take-out that can be written as a file.
     *
     * @param name  of the file
     * @param parts all that {@code takeOut} has
     */
    record TakenFile(String name, TakeOut takeOut, KeptParts parts) {

        /** A part, as the file needs it. */
        TakeOutPart part(int number) {
            try {
                return TakeOutPart.read(parts.read(number));
            } catch (UnreadableJsonException e) {
                throw new IllegalStateException("part " + number + " of a take-out cannot be read", e);
            }
        }
    }
}
