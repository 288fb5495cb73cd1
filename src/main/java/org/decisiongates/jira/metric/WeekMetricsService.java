package org.decisiongates.jira.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekVisibilityResolver.WeekVisibility;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.metric.Baseline;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.compose.GateTallyCounter;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.PhaseReader;

/**
 * The numbers of a week as one reader may see them, from one statement: replayed while the reader waits as long as the journal is small,
 * else the latest result of {@link BackgroundProjections}, which is up to date if it has seen the newest change.
 */
@JiraComponent
public class WeekMetricsService {

    /** Changes of a project that are replayed while the reader waits. */
    static final int MAX_CHANGES = 5_000;
    /** Gates of a week that are counted while the reader waits. */
    static final int MAX_GATES = 10_000;

    private static final int MAX_CHANGES_OF_ISSUES = 10_000;
    /** Ages and windows move on without a change. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Changes changes;
    private final BackgroundProjections projections;
    private final VisibilityResolver visibilities;
    private final PhaseMaps phaseMaps;

    WeekMetricsService(Changes changes, BackgroundProjections projections, VisibilityResolver visibilities, PhaseMaps phaseMaps) {
        this.changes = changes;
        this.projections = projections;
        this.visibilities = visibilities;
        this.phaseMaps = phaseMaps;
    }

    /** The numbers over what the reader may see. */
    public WeekMetrics compute(WeekVisibility visible, WeekMoment when) {
        if (visible.visibility().tooMany()) {
            return missing(SummaryHeader.Numbers.TOO_MANY, visible.visibility());
        }
        return visible.visibility().issues().isPresent() ? ofSome(visible, when) : ofAll(visible, when);
    }

    private WeekMetrics ofSome(WeekVisibility visible, WeekMoment when) {
        List<Change> entries = inPhases(changes.ofIssues(visible.visibility().issues().orElseThrow(), MAX_CHANGES_OF_ISSUES));
        if (entries.size() == MAX_CHANGES_OF_ISSUES || visible.gates().size() == MAX_GATES) {
            return missing(SummaryHeader.Numbers.TOO_MANY, visible.visibility());
        }
        return current(visible, visible.visibility(), when, entries);
    }

    private List<Change> inPhases(List<Change> entries) {
        PhaseReader phases = new PhaseReader(phaseMaps::of);
        return entries.stream().map(phases::read).toList();
    }

    private static WeekMetrics current(WeekVisibility visible, Visibility visibility, WeekMoment when, List<Change> entries) {
        List<GateEvent> gates = visible.gates(visibility);
        return new WeekMetrics(SummaryHeader.Numbers.CURRENT, visibility, Optional.of(project(visibility, when, entries, gates)),
                visibility.isWhole() ? List.of() : weeksBefore(visibility, when, entries), GateTallyCounter.of(gates));
    }

    private static List<List<Figure>> weeksBefore(Visibility visibility, WeekMoment when, List<Change> entries) {
        List<List<Figure>> before = new ArrayList<>();
        Week week = when.week();
        for (int i = 0; i < Baseline.WEEKS; i++) {
            week = week.previous();
            before.add(project(visibility, WeekMoment.endOf(week, when.zone()), entries, List.of()).figures());
        }
        return before;
    }

    private WeekMetrics ofAll(WeekVisibility visible, WeekMoment when) {
        long project = visible.visibility().projects().iterator().next();
        boolean fewGates = visible.gates().size() < MAX_GATES;
        if (!projections.isLarge(project) && fewGates) {
            List<Change> entries = inPhases(changes.ofProjects(List.of(project), Page.Position.START, MAX_CHANGES + 1).rows());
            if (entries.size() <= MAX_CHANGES) {
                return current(visible, visibilities.without(visible.visibility(), movedAway(entries)), when, entries);
            }
            projections.request(new BackgroundProjections.Key(project, when.week(), Set.of()), when);
            return missing(SummaryHeader.Numbers.PENDING, visible.visibility());
        }
        return ofLarge(visible, when);
    }

    private WeekMetrics ofLarge(WeekVisibility visible, WeekMoment when) {
        long project = visible.visibility().projects().iterator().next();
        OptionalLong newest = changes.newest(List.of(project));
        Optional<JournalReplay.Result> whole = latest(new BackgroundProjections.Key(project, when.week(), Set.of()), when, newest);
        if (whole.isEmpty()) {
            return missing(SummaryHeader.Numbers.PENDING, visible.visibility());
        }
        if (whole.get().movedAway().isEmpty()) {
            return missing(SummaryHeader.Numbers.TOO_MANY, visible.visibility());
        }
        Visibility visibility = visibilities.without(visible.visibility(), whole.get().movedAway().get());
        Optional<JournalReplay.Result> seen = visibility.away().isEmpty() ? whole
                : latest(new BackgroundProjections.Key(project, when.week(), visibility.away()), when, newest);
        return seen
                .map(replayed -> new WeekMetrics(
                        isCurrent(replayed, newest, when) ? SummaryHeader.Numbers.CURRENT : SummaryHeader.Numbers.BEHIND, visibility,
                        Optional.of(replayed.numbers()), List.of(),
                        visible.gates().size() < MAX_GATES ? GateTallyCounter.of(visible.gates(visibility)) : replayed.gates()))
                .orElseGet(() -> missing(SummaryHeader.Numbers.PENDING, visibility));
    }

    /** The latest result of the background; when it is out of date a new one is requested, too. */
    private Optional<JournalReplay.Result> latest(BackgroundProjections.Key key, WeekMoment when, OptionalLong newest) {
        Optional<JournalReplay.Result> latest = projections.latest(key);
        if (latest.filter(replayed -> isCurrent(replayed, newest, when)).isEmpty()) {
            projections.request(key, when);
        }
        return latest;
    }

    /** Issues that left the project. */
    private static Set<Long> movedAway(List<Change> entries) {
        return entries.stream()
                .filter(change -> change.item() == Change.Item.MOVED && change.subject().equals(Change.LEFT))
                .map(Change::issueId).collect(Collectors.toSet());
    }

    private static boolean isCurrent(JournalReplay.Result replayed, OptionalLong newest, WeekMoment when) {
        return replayed.newest().equals(newest) && when.now().toInstant().isBefore(replayed.asOf().plus(FRESH));
    }

    private static MetricsProjection.Result project(Visibility visibility, WeekMoment when, List<Change> entries,
            List<GateEvent> gates) {
        MetricsProjection projection = new MetricsProjection(when.period(), visibility.projects(), visibility::has);
        entries.forEach(projection::take);
        gates.forEach(projection::take);
        return projection.result();
    }

    private static WeekMetrics missing(SummaryHeader.Numbers state, Visibility visibility) {
        return new WeekMetrics(state, visibility, Optional.empty(), List.of(), GateTallyCounter.of(List.of()));
    }
}
