package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.summary.compose.SummaryComposer;
import org.decisiongates.time.Week;

/**
 * Answers the week of a project or a query for one reader, from at most three statements of the app's own and a constant number of
 * searches, whatever the number of issues.
 */
@JiraComponent
public class SummaryService {

    private static final SnapshotRepository.Kept NOTHING = new SnapshotRepository.Kept(Optional.empty(), List.of());

    private final LiveWeek live;
    private final SnapshotRepository weeks;
    private final SnapshotReader frozen;
    private final ProjectTime time;

    SummaryService(LiveWeek live, SnapshotRepository weeks, SnapshotReader frozen, ProjectTime time) {
        this.live = live;
        this.weeks = weeks;
        this.frozen = frozen;
        this.time = time;
    }

    /** The week as {@code reader} may see it; null for nobody logged in. */
    public WeekResult read(SearchScope scope, Week week, ApplicationUser reader) {
        WeekMoment when = new WeekMoment(week, time.zone(), time.now());
        Week current = Week.of(when.now().today());
        SnapshotRepository.Kept kept = scope.project().map(project -> weeks.upTo(project.getId(), week)).orElse(NOTHING);
        if (kept.itself().isPresent()) {
            return kept.isIntact() ? new WeekResult.Found(SummaryComposer.of(frozen.read(scope, when, kept, reader)))
                    : new WeekResult.Altered();
        }
        // the week before may not be closed yet; those before it would have to be
        if (week.equals(current) || week.equals(current.previous())) {
            return new WeekResult.Found(SummaryComposer.of(live.read(scope, when, reader, kept)));
        }
        return new WeekResult.NotKept();
    }
}
