package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.timeline.JournalCompleteness;
import org.decisiongates.jira.timeline.UnreadableIssuesException;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.time.Week;

/**
 * Closes the weeks of a project that have ended, the earliest first and one at a time: a closed week is final, and a wrong clock must
 * not close many before anybody notices (docs/decisions/0044-let-a-clock-prove-itself.md). A week is one row, whoever is first to write
 * it: two nodes at once and a job that runs twice add nothing.
 */
@JiraComponent
class WeekCloser {

    private static final Logger LOG = LoggerFactory.getLogger(WeekCloser.class);
    /** Weeks that are computed from history when a project is enabled, so that there is something to compare with. */
    private static final int REBUILT_WEEKS = 8;
    /** Within this time, current lists stand for the week that has just ended. */
    private static final Duration IN_TIME = Duration.ofHours(24);

    private final Snapshots snapshots;
    private final JournalCompleteness journal;
    private final SnapshotBuilder builder;
    private final ProjectTime time;
    private final OverdueWeekSettings overdue;

    WeekCloser(Snapshots snapshots, JournalCompleteness journal, SnapshotBuilder builder, ProjectTime time, OverdueWeekSettings overdue) {
        this.overdue = overdue;
        this.snapshots = snapshots;
        this.journal = journal;
        this.builder = builder;
        this.time = time;
    }

    /** Closes the oldest week that is still open; in a project without closed weeks, the last eight. */
    void close(Project project) {
        Instant now = time.now().toInstant();
        Week current = Week.of(now, time.zone());
        Optional<SealedSnapshot> last = last(project, current);
        if (last.isEmpty() && !journal.isComplete(project)) {
            LOG.info("project {}: no week is closed before a history of it is in the journal", project.getKey());
            return;
        }
        Week week = last.map(snapshot -> Week.parse(snapshot.week()).next())
                .orElseGet(() -> Week.of(current.monday().minusWeeks(REBUILT_WEEKS)));
        if (week.compareTo(current) >= 0) {
            return;
        }
        complete(project, week);
        if (last.isPresent()) {
            close(project, week, now, false);
            return;
        }
        while (week.compareTo(current) < 0) {
            close(project, week, now, true);
            week = week.next();
        }
    }

    /** A week is closed over a complete journal only; until then the administrator page says what it waits for. */
    private void complete(Project project, Week week) {
        try {
            journal.completeFor(project);
            overdue.clear(project.getId());
        } catch (UnreadableIssuesException e) {
            overdue.note(project.getId(), new OverdueWeek(week.text(), e.keys(), e.number() - e.keys().size()));
            throw e;
        }
    }

    private void close(Project project, Week week, Instant now, boolean isBackFilled) {
        Instant end = week.end(time.zone());
        boolean rebuilt = isBackFilled || now.isAfter(end.plus(IN_TIME));
        // as it is known at its end, not now: computing a closed week again gives the same numbers
        String body = builder.build(project, WeekMoment.endOf(week, time.zone()), rebuilt).text();
        String previous = last(project, week).map(SealedSnapshot::seal).orElse("");
        if (snapshots.append(Seal.on(new SealedSnapshot(scope(project), week.text(), now, rebuilt, body, previous, "")))) {
            LOG.info("project {}: the week {} is closed", project.getKey(), week);
        }
    }

    /** The newest week before {@code week}. */
    private Optional<SealedSnapshot> last(Project project, Week week) {
        List<SealedSnapshot> newest = snapshots.latest(scope(project), week.previous().text(), 1);
        return newest.stream().findFirst();
    }

    private static String scope(Project project) {
        return Snapshots.scopeOf(project.getId());
    }
}
