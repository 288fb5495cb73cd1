package org.decisiongates.jira.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.ofbiz.core.entity.GenericEntityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangelogReader;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.Pages;

/**
 * Appends what the journal missed, from Jira's own history: a node died, the app was disabled, or writing failed. Running it twice, or on
 * two nodes at once, adds nothing. Everything here throws a {@link CancellationException} once the app is being stopped.
 */
@JiraComponent
public class Reconciler {

    /** Jira's index may lag, clocks differ, and a listener may be slow: this much is read again. */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int CHUNK = 200;
    private static final int PAGE_SIZE = 5_000;

    private final Changes changes;
    private final IssueHistories histories;
    private final IssueManager issues;
    private final ProjectTime time;
    private final JournalCorrection correction;
    private volatile boolean stopped;

    Reconciler(Changes changes, IssueHistories histories, IssueManager issues, ProjectTime time) {
        this.changes = changes;
        this.histories = histories;
        this.issues = issues;
        this.time = time;
        this.correction = new JournalCorrection(changes, histories, issues);
    }

    /** The outcome of reading some issues, with the keys of the first few that could not be read. */
    record Outcome(long looked, long added, long failed, List<String> unreadable) {

        static final Outcome NOTHING = read(0, 0);
        /** A longer list would not be read. */
        private static final int MAX_NAMED = 3;

        static Outcome read(long looked, long added) {
            return new Outcome(looked, added, 0, List.of());
        }

        static Outcome failedOn(String key) {
            return new Outcome(1, 0, 1, List.of(key));
        }

        Outcome and(Outcome other) {
            return new Outcome(looked + other.looked, added + other.added, failed + other.failed,
                    Stream.concat(unreadable.stream(), other.unreadable.stream()).limit(MAX_NAMED).toList());
        }
    }

    /** From now on every thread that processes issues stops after its current issue. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    private void goOn() {
        if (isStopped()) {
            throw new CancellationException("the app is being stopped");
        }
    }

    /**
     * Reads the whole history of every issue of a project, and checks which issues of the journal are gone. Takes its time; for background
     * threads. Throws {@link UnreadableIssuesException} when any issue cannot be read: the journal is then not complete.
     */
    public void sweep(Project project) {
        Outcome outcome = Outcome.NOTHING;
        List<Long> ids = idsOf(project.getId());
        for (int start = 0; start < ids.size(); start += CHUNK) {
            outcome = outcome.and(reconcile(ids.subList(start, Math.min(ids.size(), start + CHUNK))));
        }
        outcome = outcome.and(missing(project.getId(), Set.copyOf(ids)));
        LOG.info("project {}: looked at {} issues, added {} entries to the journal", project.getKey(), outcome.looked(), outcome.added());
        if (outcome.failed() > 0) {
            throw new UnreadableIssuesException(project.getKey(), outcome.failed(), outcome.unreadable());
        }
    }

    /** Ids of the project's issues, ascending. */
    List<Long> idsOf(long projectId) {
        try {
            return issues.getIssueIdsForProject(projectId).stream().sorted().toList();
        } catch (GenericEntityException e) {
            throw new IllegalStateException("the issues of project " + projectId + " cannot be listed", e);
        }
    }

    /** Reads the whole history of these issues; at most 200. */
    Outcome reconcile(Collection<Long> issueIds) {
        List<Issue> found = new ArrayList<>();
        for (Long id : issueIds) {
            goOn();
            Issue issue = issues.getIssueObject(id);
            if (issue != null) {
                found.add(issue);
            }
        }
        return reconcileChunk(found, UnaryOperator.identity());
    }

    /** Reads the whole history of those of these issues that the app tracks or tracked, as a search has found them. */
    Outcome reconcileAll(List<Issue> all) {
        return inChunks(all, some -> reconcileChunk(some, this::reread));
    }

    /** A search has no milliseconds of a creation, and its index may lag; the journal has to say the same whoever reads an issue. */
    private Issue reread(Issue found) {
        return Objects.requireNonNullElse(issues.getIssueObject(found.getId()), found);
    }

    private static Outcome inChunks(List<Issue> all, Function<List<Issue>, Outcome> work) {
        Outcome outcome = Outcome.NOTHING;
        for (int start = 0; start < all.size(); start += CHUNK) {
            outcome = outcome.and(work.apply(all.subList(start, Math.min(all.size(), start + CHUNK))));
        }
        return outcome;
    }

    private Outcome reconcileChunk(List<Issue> some, UnaryOperator<Issue> creation) {
        Map<Long, List<Change>> recorded = recorded(some);
        Outcome outcome = Outcome.NOTHING;
        for (Issue issue : some) {
            goOn();
            outcome = outcome.and(reconcile(issue, recorded.getOrDefault(issue.getId(), List.of()), creation));
        }
        return outcome;
    }

    /** Reads the whole history of those whose creation is not in the journal. */
    Outcome reconcileUnknown(List<Issue> all) {
        return inChunks(all, this::reconcileUnknownChunk);
    }

    private Outcome reconcileUnknownChunk(List<Issue> some) {
        Set<Long> created = recorded(some).values().stream().flatMap(List::stream)
                .filter(Reconciler::isCreation).map(Change::issueId).collect(Collectors.toSet());
        return reconcileAll(some.stream().filter(issue -> !created.contains(issue.getId())).toList());
    }

    private static boolean isCreation(Change change) {
        return change.group().equals(Change.CREATION);
    }

    private Map<Long, List<Change>> recorded(List<Issue> some) {
        return changes.recorded(some.stream().map(Issue::getId).toList()).stream().collect(Collectors.groupingBy(Change::issueId));
    }

    /** @param creation gives the issue again if its creation is to be recorded */
    private Outcome reconcile(Issue found, List<Change> recorded, UnaryOperator<Issue> creation) {
        try {
            Issue issue = recorded.stream().anyMatch(Reconciler::isCreation) || !histories.concerns(found) ? found
                    : creation.apply(found);
            if (!histories.concerns(issue) && recorded.isEmpty()) {
                return Outcome.read(1, 0);
            }
            Set<String> known = recorded.stream().map(Change::identity).collect(Collectors.toSet());
            List<Change> all = new ArrayList<>(recorded);
            histories.whole(issue).stream().filter(change -> !known.contains(change.identity())).forEach(all::add);
            long added = all.stream().skip(recorded.size()).filter(changes::append).count();
            return Outcome.read(1, added + correction.correct(issue, all, time.now().toInstant()));
        } catch (RuntimeException | LinkageError e) {
            // what the app uses disappears with it, which is not an error of the issue
            goOn();
            LOG.error("the history of issue {} cannot be brought into the journal", found.getKey(), e);
            return Outcome.failedOn(found.getKey());
        }
    }

    /** Records as deleted the issues that are in the journal and no longer in Jira; holds at most two pages of the journal. */
    Outcome missing(long projectId, Set<Long> there) {
        Instant now = time.now().toInstant();
        Outcome outcome = Outcome.NOTHING;
        Change last = null;
        Iterator<Change> all = new Pages<>(after -> changes.ofProjects(List.of(projectId), after, PAGE_SIZE));
        while (all.hasNext()) {
            Change change = all.next();
            if (last != null && last.issueId() != change.issueId()) {
                outcome = outcome.and(missing(last, there, now));
            }
            last = change;
        }
        return last == null ? outcome : outcome.and(missing(last, there, now));
    }

    /** @param last what the journal says last of an issue */
    private Outcome missing(Change last, Set<Long> there, Instant now) {
        goOn();
        if (last.item() == Change.Item.DELETED || there.contains(last.issueId())) {
            return Outcome.NOTHING;
        }
        Issue issue = issues.getIssueObject(last.issueId());
        if (issue != null) {
            return reconcileChunk(List.of(issue), UnaryOperator.identity());
        }
        return Outcome.read(1, changes.append(ChangelogReader.gone(last, now)) ? 1 : 0);
    }
}
