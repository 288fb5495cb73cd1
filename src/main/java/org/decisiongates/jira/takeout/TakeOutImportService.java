package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;
import org.decisiongates.takeout.InvalidTakeOutException;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.TakenProjectParser;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.text.Message;

/**
 * Imports {@code take-out.json} of another instance for administrators of Jira, in two steps that each are a background task: the file is
 * checked as a whole and what would come of it is told; then it is done, with the rights of who asks. One import runs at a time in a
 * cluster.
 */
@JiraComponent
public class TakeOutImportService {

    static final String CHECK = TaskFormatter.IMPORT_CHECK;
    static final String IMPORT = TaskFormatter.IMPORT;
    private static final Logger LOG = LoggerFactory.getLogger(TakeOutImportService.class);
    private static final String LOCK = "org.decisiongates.decision-gates.import";
    private static final int PART = 50;

    private final Access access;
    private final EnabledProjects enabled;
    private final ImportPlanner planner;
    private final IssueImport issues;
    private final ImportedLinks links;
    private final UserManager users;
    private final TaskRunner tasks;
    private final ClusterLockService locks;
    private final JiraTexts texts;

    TakeOutImportService(Access access, EnabledProjects enabled, ImportPlanner planner, IssueImport issues, ImportedLinks links,
            UserManager users, TaskRunner tasks, ClusterLockService locks, JiraTexts texts) {
        this.access = access;
        this.enabled = enabled;
        this.planner = planner;
        this.issues = issues;
        this.links = links;
        this.users = users;
        this.tasks = tasks;
        this.locks = locks;
        this.texts = texts;
    }

    /** The projects into which the caller may import. */
    List<Project> projects() {
        access.requireAdmin();
        return enabled.enabled();
    }

    /** Checks a file; stores nothing of one that is not sound, and says what is wrong with it. */
    BackgroundTask check(String key, String file) {
        access.requireAdmin();
        Project into = enabled(key);
        TakenProject taken = read(file);
        return tasks.start(CHECK, access.caller().getKey(), into.getKey(), taken.key() + " → " + into.getKey(), progress -> {
            progress.total(taken.issues().size());
            int parts = 0;
            for (int start = 0; start < taken.issues().size(); start += PART) {
                List<TakenIssue> some = taken.issues().subList(start, Math.min(taken.issues().size(), start + PART));
                progress.keep(TakeOutPart.of(taken.key(), some, Map.of(), some.get(some.size() - 1).id()).json());
                parts++;
            }
            return planner.plan(taken, into, parts, progress).json();
        });
    }

    /** What would come of a file that the caller has had checked. */
    ImportPlan plan(String id) {
        try {
            return ImportPlan.read(result(id, CHECK));
        } catch (UnreadableJsonException e) {
            throw unreadable(id, e);
        }
    }

    /** What came of an import of the caller. */
    ImportReport report(String id) {
        try {
            return ImportReport.read(result(id, IMPORT));
        } catch (UnreadableJsonException e) {
            throw unreadable(id, e);
        }
    }

    /** The caller's check or import of this id, whatever came of it. */
    Optional<BackgroundTask> find(String id) {
        return tasks.find(id, access.caller().getKey()).filter(task -> task.kind().equals(CHECK) || task.kind().equals(IMPORT));
    }

    /** The caller's check or import that is under way. */
    Optional<BackgroundTask> underWay() {
        String caller = access.caller().getKey();
        return tasks.underWay(IMPORT, caller).or(() -> tasks.underWay(CHECK, caller));
    }

    /**
     * Imports a file that was checked.
     *
     * @param id     of the check
     * @param people user names here by those there, where they are not the same; empty text for nobody
     */
    BackgroundTask start(String id, Map<String, String> people) {
        access.requireAdmin();
        ImportPlan plan = plan(id);
        Map<String, String> mapped = mapped(plan, people);
        Project into = enabled(plan.into());
        ApplicationUser caller = access.caller();
        KeptParts parts = tasks.parts(id, caller.getKey()).filter(kept -> kept.count() == plan.parts())
                .orElseThrow(() -> new ProblemException(409, "decision-gates.jira.task.unreadable"));
        IssueImport.Target target = new IssueImport.Target(plan.address(), into, caller, new ImportPersonMapping(mapped, users));
        return tasks.start(IMPORT, caller.getKey(), into.getKey(), plan.from() + " → " + into.getKey(), progress -> {
            Lock lock = locks.getLockForName(LOCK);
            if (!lock.tryLock()) {
                throw new ProblemException(409, "decision-gates.takeout.import.another");
            }
            try {
                progress.total(2 * (plan.decisions() + plan.blockers()));
                return run(parts, target, progress).json();
            } finally {
                lock.unlock();
            }
        });
    }

    private ImportReport run(KeptParts parts, IssueImport.Target target, TaskProgress progress) {
        List<Line> lines = new ArrayList<>();
        Map<String, Long> here = new HashMap<>();
        for (int number = 0; number < parts.count(); number++) {
            for (TakenIssue issue : read(parts, number).issues()) {
                lines.add(issues.take(issue, target));
                issues.idOf(issue, target).ifPresent(id -> here.put(issue.key(), id));
                progress.done(lines.size());
            }
        }
        int done = 0;
        for (int number = 0; number < parts.count(); number++) {
            for (TakenIssue issue : read(parts, number).issues()) {
                if (lines.get(done).outcome() == Outcome.CREATED) {
                    lines.set(done, linked(lines.get(done), issue, here, target));
                }
                done++;
                progress.done(lines.size() + done);
            }
        }
        return new ImportReport(target.project().getKey(), lines);
    }

    private Line linked(Line line, TakenIssue issue, Map<String, Long> here, IssueImport.Target target) {
        List<String> notes = new ArrayList<>(line.notes());
        links.take(issue, here.get(issue.key()), here, target, notes);
        issues.complete(issue, target);
        return new Line(line.from(), line.to(), line.outcome(), notes);
    }

    private Map<String, String> mapped(ImportPlan plan, Map<String, String> people) {
        Map<String, String> mapped = new TreeMap<>();
        plan.people().forEach(person -> mapped.put(person.user(), person.here()));
        List<Message> faults = new ArrayList<>();
        people.forEach((there, name) -> {
            if (!mapped.containsKey(there)) {
                faults.add(Message.of("decision-gates.takeout.import.nobody-there", there));
            } else if (!name.isEmpty() && users.getUserByName(name) == null) {
                faults.add(Message.of("decision-gates.takeout.import.nobody-here", name, there));
            }
            mapped.put(there, name);
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return mapped;
    }

    private TakenProject read(String file) {
        try {
            return TakenProjectParser.read(file);
        } catch (InvalidTakeOutException e) {
            throw new ProblemException(400, e.faults().stream().map(this::fault).toList());
        }
    }

    private Message fault(InvalidTakeOutException.Fault fault) {
        String what = texts.text(fault.message());
        return fault.place().isEmpty() ? Message.of("decision-gates.takeout.import.at-line", String.valueOf(fault.line()), what)
                : Message.of("decision-gates.takeout.import.at-place", String.valueOf(fault.line()), fault.place(), what);
    }

    private Project enabled(String key) {
        Project project = access.existing(key);
        if (!enabled.isEnabled(project)) {
            throw new ProblemException(400, "decision-gates.takeout.import.not-enabled", project.getKey());
        }
        return project;
    }

    private static TakeOutPart read(KeptParts parts, int number) {
        try {
            return TakeOutPart.read(parts.read(number));
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("part " + number + " of the file that is imported cannot be read", e);
        }
    }

    private String result(String id, String kind) {
        BackgroundTask task = find(id).filter(one -> one.kind().equals(kind))
                .orElseThrow(() -> new ProblemException(404, "decision-gates.jira.task.unknown", id));
        if (task.state() != State.DONE) {
            throw new ProblemException(409, "decision-gates.jira.task.no-report", task.state().name());
        }
        return tasks.result(id, task.owner()).orElseThrow();
    }

    private static ProblemException unreadable(String id, UnreadableJsonException e) {
        LOG.warn("the result of the task {} cannot be read", id, e);
        return new ProblemException(409, "decision-gates.jira.task.unreadable");
    }
}
