package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
import org.decisiongates.jira.platform.task.TaskResultLimits;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.ImportReportPart;
import org.decisiongates.takeout.InvalidTakeOutException;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenProject;
import org.decisiongates.takeout.TakenProjectParser;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;
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
    private static final TaskResultLimits.Bounds KEPT = new TaskResultLimits.Bounds(3, 10, 500_000_000, 2_000_000_000);

    private final Access access;
    private final EnabledProjects enabled;
    private final ImportPlanner planner;
    private final IssueImport issues;
    private final ImportedLinks links;
    private final ImportedSuccessor successors;
    private final ImportedFollowUps followUps;
    private final UserManager users;
    private final TaskRunner tasks;
    private final TaskResultLimits kept;
    private final ImportLock alone;
    private final JiraTexts texts;

    TakeOutImportService(Access access, EnabledProjects enabled, ImportPlanner planner, IssueImport issues, ImportedLinks links,
            ImportedSuccessor successors, ImportedFollowUps followUps, UserManager users, TaskRunner tasks, TaskResultLimits kept,
            ImportLock alone,
            JiraTexts texts) {
        this.access = access;
        this.enabled = enabled;
        this.planner = planner;
        this.issues = issues;
        this.links = links;
        this.successors = successors;
        this.followUps = followUps;
        this.users = users;
        this.tasks = tasks;
        this.kept = kept;
        this.alone = alone;
        this.texts = texts;
    }

    /** The projects into which the caller may import. */
    List<Project> projects() {
        access.requireAdmin();
        return enabled.enabled();
    }

    /** Checks a file; stores nothing of one that is not sound, and says what is wrong with it. @param body the file, read to its end */
    BackgroundTask check(String key, InputStream body) throws IOException {
        access.requireAdmin();
        Project into = enabled(key);
        ApplicationUser caller = access.caller();
        UploadedFile file = UploadedFile.of(body, TakenProjectParser.MAX_BYTES);
        boolean isHandedOn = false;
        try {
            int[] issuesOf = {0};
            TakenProject head = read(file, issue -> issuesOf[0]++);
            if (planner.isOf(head, into)) {
                throw new ProblemException(409, "decision-gates.takeout.import.same-project", head.key(), into.getName(), head.address());
            }
            pruneChecks();
            BackgroundTask task = tasks.start(CHECK, caller.getKey(), into.getKey(), head.key() + " → " + into.getKey(), progress -> {
                progress.total(issuesOf[0]);
                try (file) {
                    return plan(file, head, into, caller, progress).json();
                }
            });
            isHandedOn = true;
            return task;
        } finally {
            if (!isHandedOn) {
                file.close();
            }
        }
    }

    /** The file that an import under way reads, on whichever node, is among the parts of its check. */
    private void pruneChecks() {
        List<BackgroundTask> imports = kept.underWay(IMPORT);
        kept.prune(CHECK, KEPT, check -> imports.stream().anyMatch(running -> mayRead(running, check)));
    }

    /** It is one of the same person and project that was asked for before; clocks of nodes differ by less than the silence. */
    private static boolean mayRead(BackgroundTask running, BackgroundTask check) {
        return check.owner().equals(running.owner()) && check.scope().equals(running.scope())
                && check.startedAt().isBefore(running.startedAt().plus(Tasks.SILENCE));
    }

    private ImportPlan plan(UploadedFile file, TakenProject head, Project into, ApplicationUser caller, TaskProgress progress) {
        ImportPlanner.Survey survey = planner.survey(head, into, caller);
        TakeOutRun run = new TakeOutRun(progress, Optional.empty());
        PartBuilder parts = new PartBuilder(head.key(), Map::of, run::keep);
        try {
            read(file, issue -> {
                survey.add(issue);
                parts.add(issue);
                run.advance(1);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was sent cannot be read a second time", e);
        }
        parts.end();
        return survey.plan(run.parts());
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
    KeptReport report(String id) {
        try {
            return new KeptReport(ImportReport.read(result(id, IMPORT)), tasks.parts(id, access.caller().getKey()).orElseThrow());
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
     * @param id of the check
     */
    BackgroundTask start(String id, ImportChoices choices) {
        access.requireAdmin();
        ImportPlan plan = plan(id);
        Project into = enabled(plan.into());
        Map<String, String> mapped = mapped(plan, choices.people(), into);
        ApplicationUser caller = access.caller();
        KeptParts parts = tasks.parts(id, caller.getKey()).filter(kept -> kept.count() == plan.parts())
                .orElseThrow(() -> new ProblemException(409, "decision-gates.jira.task.unreadable"));
        IssueImport.Target target = new IssueImport.Target(plan.address(), into, caller, new ImportPersonMapping(mapped, users),
                choices.includeSecured());
        alone.requireNoOther();
        return tasks.start(IMPORT, caller.getKey(), into.getKey(), plan.from() + " → " + into.getKey(), progress -> {
            return alone.run(() -> {
                progress.total(2 * (plan.decisions() + plan.blockers()));
                kept.prune(IMPORT, KEPT, task -> false);
                return new RunningImport(issues, links, successors, followUps, parts, target, progress).run().json();
            });
        });
    }

    private Map<String, String> mapped(ImportPlan plan, Map<String, String> people, Project into) {
        Map<String, ImportPlan.Person> known = new TreeMap<>();
        plan.people().forEach(person -> known.put(person.user(), person));
        Map<String, String> mapped = new TreeMap<>();
        known.forEach((there, person) -> mapped.put(there, person.here()));
        List<Message> faults = new ArrayList<>();
        people.forEach((there, name) -> {
            Optional.ofNullable(known.get(there)).map(person -> fault(person, name, into))
                    .orElseGet(() -> Optional.of(Message.of("decision-gates.takeout.import.nobody-there", there))).ifPresent(faults::add);
            mapped.put(there, name);
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return mapped;
    }

    /** Whoever is called alike may stay the owner, as the plan says; somebody else who is chosen must be able to be one. */
    private Optional<Message> fault(ImportPlan.Person person, String name, Project into) {
        if (name.isEmpty() || name.equals(person.here())) {
            return Optional.empty();
        }
        ApplicationUser here = users.getUserByName(name);
        if (here == null) {
            return Optional.of(Message.of("decision-gates.takeout.import.nobody-here", name, person.user()));
        }
        return person.owner() && !planner.isAssignable(here, into)
                ? Optional.of(Message.of("decision-gates.takeout.import.not-assignable", name, person.user(), into.getKey()))
                : Optional.empty();
    }

    private TakenProject read(UploadedFile file, Consumer<TakenIssue> each) throws IOException {
        try {
            return TakenProjectParser.read(file, each);
        } catch (InvalidTakeOutException e) {
            throw new ProblemException(400, e.faults().stream().map(this::fault).toList());
        }
    }

    private Message fault(InvalidTakeOutException.Fault fault) {
        if (fault.line() == 0) {
            return fault.message();
        }
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

    /** A report with all that it tells. */
    record KeptReport(ImportReport report, KeptParts parts) {

        /** What became of the issues of a part of the file. */
        List<ImportReport.Line> lines(int part) {
            try {
                return ImportReportPart.read(parts.read(part)).with(ImportReportPart.read(parts.read(report.parts() + part))).lines();
            } catch (UnreadableJsonException e) {
                throw new IllegalStateException("part " + part + " of the report of an import cannot be read", e);
            }
        }
    }
}
