package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetricsService;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenTallies;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.summary.compose.WeekMetricsComparison;
import org.decisiongates.time.Week;

/** A week that is not frozen: the lists as they are now, the numbers from the journal. */
@JiraComponent
class LiveWeek {

    private final SummaryHeaders frames;
    private final OpenLists open;
    private final WeekMetricsService numbers;
    private final ClosuresAndReopenings happenings;
    private final HiddenIssueFilter hidden;

    LiveWeek(SummaryHeaders frames, OpenLists open, WeekMetricsService numbers, ClosuresAndReopenings happenings,
            HiddenIssueFilter hidden) {
        this.frames = frames;
        this.open = open;
        this.numbers = numbers;
        this.happenings = happenings;
        this.hidden = hidden;
    }

    SummaryInput read(SearchScope scope, WeekMoment when, ApplicationUser reader, SnapshotRepository.Kept before) {
        Section<OpenItem> blockers = open.of(OwnIssueType.BLOCKER, scope, when, reader);
        Section<OpenItem> decisions = open.of(OwnIssueType.DECISION, scope, when, reader);
        WeekMetricsService.Known known = numbers.of(scope, when, reader);
        ClosuresAndReopenings.Told told = known.result().map(result -> happenings.of(result, when.zone(), reader))
                .orElse(ClosuresAndReopenings.Told.NOTHING);
        return new SummaryInput(scope.scope(), frames.live(scope, when, known), blockers, decisions, WeekSnapshot.rows(told.closures()),
                WeekSnapshot.rows(told.reopened()), known.gates(),
                known.result().map(result -> reckoned(known, told, before, reader)),
                known.result().filter(result -> isOfNow(known, when)).map(result -> open.counted(result, blockers, decisions))
                        .orElse(OpenTallies.NONE),
                true);
    }

    /** The lists are of now: what was open when a week ended, or before the journal went on, says nothing about what they leave out. */
    private static boolean isOfNow(WeekMetricsService.Known known, WeekMoment when) {
        return known.state() == SummaryHeader.Numbers.CURRENT && when.week().equals(Week.of(when.now().today()))
                && known.result().stream().flatMap(result -> Stream.of(result.openBlockers(), result.openDecisions()))
                        .flatMap(Optional::stream)
                        .allMatch(counted -> counted.today().equals(when.now().today()));
    }

    /** What is compared with: the frozen weeks, unless they hold more than the reader may see; then what the reader may see of the journal. */
    private WeekMetricsComparison reckoned(WeekMetricsService.Known known, ClosuresAndReopenings.Told told, SnapshotRepository.Kept before,
            ApplicationUser reader) {
        MetricsProjection.Result result = known.result().orElseThrow();
        boolean whole = known.sight().isWhole();
        List<List<Figure>> weeks = whole ? before.figures() : known.weeksBefore();
        Optional<Listing<Contribution>> impact = whole ? before.impact().map(lines -> trimmed(lines, result.impact(), reader))
                : Optional.of(result.impactBefore());
        return new WeekMetricsComparison(told.figures(), weeks, result.impact(), impact);
    }

    /** Of what the frozen week held an issue may be hidden by now; what is still open here is not. */
    private Listing<Contribution> trimmed(Listing<Contribution> before, Listing<Contribution> now, ApplicationUser reader) {
        Set<Long> open = now.rows().stream().map(Contribution::issueId).collect(Collectors.toSet());
        Set<Long> away = hidden.among(
                before.rows().stream().map(Contribution::issueId).filter(issue -> !open.contains(issue)).collect(Collectors.toSet()),
                reader);
        List<Contribution> rows = before.rows().stream().filter(line -> !away.contains(line.issueId())).toList();
        return new Listing<>(rows, before.isWhole() ? rows.size() : before.total());
    }
}
