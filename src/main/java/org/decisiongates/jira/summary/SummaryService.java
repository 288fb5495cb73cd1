package org.decisiongates.jira.summary;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetricsService;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.metric.WeekVisibilityResolver;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.summary.compose.SummaryComposer;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.time.Week;

/**
 * Answers the week of a project or a query for one reader, from at most six statements of the app's own and a constant number of
 * searches, whatever the number of issues. What the reader may see is resolved here and passed on.
 */
@JiraComponent
public class SummaryService {

    private final SnapshotVerifier verifier;
    private final SnapshotReader closed;
    private final LiveWeekReader live;
    private final VisibilityResolver visibilities;
    private final WeekVisibilityResolver weekVisibilities;
    private final WeekMetricsService metrics;
    private final ProjectTime time;

    SummaryService(SnapshotVerifier verifier, SnapshotReader closed, LiveWeekReader live, VisibilityResolver visibilities,
            WeekVisibilityResolver weekVisibilities, WeekMetricsService metrics, ProjectTime time) {
        this.verifier = verifier;
        this.closed = closed;
        this.live = live;
        this.visibilities = visibilities;
        this.weekVisibilities = weekVisibilities;
        this.metrics = metrics;
        this.time = time;
    }

    /** The week as {@code reader} may see it; null for nobody logged in. */
    public WeekResult read(ResolvedScope scope, Week week, ApplicationUser reader) {
        WeekMoment when = new WeekMoment(week, time.now());
        SnapshotVerifier.Verified snapshots = scope.project().map(project -> verifier.upTo(project.getId(), week))
                .orElse(SnapshotVerifier.Verified.NOTHING);
        if (snapshots.requested().isPresent()) {
            return snapshots.isIntact() ? new WeekResult.Found(SummaryComposer.of(closed(scope, when, snapshots, reader)))
                    : new WeekResult.Altered();
        }
        Week current = Week.of(when.now().toLocalDate());
        // the week before may not be closed yet; earlier ones must be
        if (week.equals(current) || week.equals(current.previous())) {
            return new WeekResult.Found(SummaryComposer.of(live.read(weekVisibilities.resolve(scope, when, reader), when, snapshots)));
        }
        return new WeekResult.NotKept();
    }

    private SummaryInput closed(ResolvedScope scope, WeekMoment when, SnapshotVerifier.Verified snapshots, ApplicationUser reader) {
        Visibility visibility = visibilities.ofRecord(scope, reader, snapshots.issues());
        if (visibility.isWhole() && visibilities.shows(visibility, snapshots.contributing())) {
            return closed.whole(scope.scope(), snapshots);
        }
        WeekMoment end = WeekMoment.endOf(when.week(), when.zone());
        return closed.trimmed(snapshots, visibility, metrics.compute(weekVisibilities.resolve(scope, end, reader), end));
    }
}
