package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.ProjectAddition;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.text.Message;

/**
 * Takes back what a project got from the app, the last thing first, as long as no issue of the app's own types needs it: what was added at
 * somebody's request, what enabling did to its schemes, then that it uses issue types of its own, whose issues stay.
 */
@JiraComponent
public class ProjectUndo {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectUndo.class);

    private final ClusterLockService locks;
    private final List<Scheme> lastFirst;
    private final RecordedChanges changes;
    private final OwnIssueTypes own;
    private final IssueCount issues;
    private final ProjectTypes types;
    private final List<ProjectAddition> additions;
    private final AuditLog log;

    ProjectUndo(ClusterLockService locks, Schemes schemes, RecordedChanges changes, OwnIssueTypes own, IssueCount issues,
            ProjectTypes types, List<ProjectAddition> additions, AuditLog log) {
        this.locks = locks;
        this.lastFirst = new ArrayList<>(schemes.inOrder());
        Collections.reverse(lastFirst);
        this.changes = changes;
        this.own = own;
        this.issues = issues;
        this.types = types;
        this.additions = additions.stream().sorted(Comparator.comparing(ProjectAddition::kind)).toList();
        this.log = log;
    }

    /** What can be taken back; no scheme of a project that an earlier version of the app enabled. */
    public UndoList list(Project project) {
        List<Message> first = additions.stream().flatMap(addition -> addition.list(project).stream()).toList();
        List<OwnIssueType> needed = own.neededIn(project.getId());
        List<SchemeUndoPreview> schemes = lastFirst.stream()
                .flatMap(scheme -> changes.find(project, scheme, needed).map(step -> SchemeUndoPreview.of(step, scheme)).stream()).toList();
        List<Message> last = types.list(project);
        return new UndoList(first, schemes, last,
                first.isEmpty() && schemes.isEmpty() && last.isEmpty() ? List.of() : inUse(project, additions));
    }

    /**
     * Why nothing is taken back: how many issues of the app's types the project has that would not go with {@code gone}. None when it has
     * none.
     */
    private List<Message> inUse(Project project, List<ProjectAddition> gone) {
        long decisions = count(project, OwnIssueType.DECISION, gone);
        long blockers = count(project, OwnIssueType.BLOCKER, gone);
        return decisions + blockers == 0 ? List.of()
                : Stream.concat(Stream.of(Message.of("decision-gates.jira.project.in-use", decisions, blockers)),
                        additions.stream().flatMap(addition -> addition.kept(project).stream())).toList();
    }

    private long count(Project project, OwnIssueType type, List<ProjectAddition> gone) {
        return own.idOf(type).map(id -> issues.of(project, id)).orElse(0L)
                - gone.stream().mapToLong(addition -> addition.issues(project, type)).sum();
    }

    /** Takes back what is on the list, while the caller waits for it. */
    public List<Message> takeBack(Project project) {
        return takeBack(project, new UnwatchedProgress());
    }

    /**
     * Takes back what is on the list, and says what was taken back and what was left; what was left stays on the list.
     *
     * @throws ProblemException 409 while the project has Decisions or Blockers; what was taken back before that was noticed stays so
     */
    public List<Message> takeBack(Project project, TaskProgress progress) {
        Lock lock = locks.getLockForName(ProjectEnablement.LOCK);
        lock.lock();
        try {
            progress.total(lastFirst.size());
            requireUnused(project, additions);
            List<Message> said = new ArrayList<>();
            additions.forEach(addition -> said.addAll(addition.takeBack(project)));
            boolean stopped = false;
            for (int i = 0; i < lastFirst.size(); i++) {
                requireUnused(project, List.of());
                Optional<Message> left = takeBack(project, lastFirst.get(i), said);
                progress.done(i + 1);
                if (left.isPresent() && lastFirst.get(i).kind() == SetupPlanLine.Kind.ISSUE_TYPE_SCHEME) {
                    // while the issue types can be chosen, they need their screens and workflows
                    stopped = true;
                    break;
                }
            }
            if (!stopped) {
                said.addAll(types.takeBack(project));
            }
            if (!said.isEmpty()) {
                log.record(new ConfigurationChange("project-undone", Optional.of(project), "", String.valueOf(said.size())));
            }
            return said;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Message> takeBack(Project project, Scheme scheme, List<Message> said) {
        Optional<UndoStep> step = changes.find(project, scheme, own.neededIn(project.getId()));
        if (step.isEmpty()) {
            return Optional.empty();
        }
        SchemeUndoPreview undone = SchemeUndoPreview.of(step.get(), scheme);
        Optional<Message> left = changes.takeBack(project, scheme, step.get());
        said.add(left.orElseGet(() -> said(undone)));
        LOG.info("project {}: {}", project.getKey(), said.get(said.size() - 1));
        return left;
    }

    private static Message said(SchemeUndoPreview undone) {
        if (undone.isOwn()) {
            return Message.of("decision-gates.jira.project.removed-scheme", undone.name());
        }
        return undone.added().isEmpty() ? Message.of("decision-gates.jira.project.nothing-left", undone.name())
                : Message.of("decision-gates.jira.project.taken-out", undone.name(), undone.plural());
    }

    private void requireUnused(Project project, List<ProjectAddition> gone) {
        List<Message> reasons = inUse(project, gone);
        if (!reasons.isEmpty()) {
            throw new ProblemException(409, reasons);
        }
    }
}
