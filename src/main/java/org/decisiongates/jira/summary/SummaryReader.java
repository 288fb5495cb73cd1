package org.decisiongates.jira.summary;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.ProjectTime;
import org.decisiongates.jira.reckoning.WeekMoment;
import org.decisiongates.jira.search.SearchScope;
import org.decisiongates.metric.Week;
import org.decisiongates.summary.compose.Composition;

/**
 * Answers the week of a project or a query for one reader, from at most three statements of the app's own and a constant number of
 * searches, whatever the number of issues.
 */
@JiraComponent
public class SummaryReader {

    private final LiveWeek live;
    private final ProjectTime time;

    SummaryReader(LiveWeek live, ProjectTime time) {
        this.live = live;
        this.time = time;
    }

    /** The week as {@code reader} may see it; null for nobody logged in. */
    public WeekReading read(SearchScope scope, Week week, ApplicationUser reader) {
        WeekMoment when = new WeekMoment(week, time.zone(), time.now());
        Week current = Week.of(when.now().today());
        if (week.equals(current) || week.equals(current.previous())) {
            return new WeekReading.Found(Composition.of(live.read(scope, when, reader, LiveWeek.FrozenBefore.NOTHING)));
        }
        return new WeekReading.NotKept();
    }
}
