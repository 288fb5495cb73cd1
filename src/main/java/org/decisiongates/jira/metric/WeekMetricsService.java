package org.decisiongates.jira.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Baseline;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.compose.GateTallyCounter;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvent;

/**
 * The numbers of a week as one reader may see them, from two statements: folded while the reader waits as long as the journal is small,
 * else taken from a fold in the background, which is told from the newest change to be up to date or not.
 */
@JiraComponent
public class WeekMetricsService {

    /** Changes of a project that are folded while somebody waits. */
    static final int MOST_CHANGES = 5_000;
    /** Gates of a week that are counted while somebody waits. */
    static final int MOST_GATES = 10_000;

    private static final int MOST_CHANGES_OF_SOME = 10_000;
    /** Ages and windows move on without a change. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final ScopeVisibility looks;
    private final Changes changes;
    private final BackgroundProjections folds;
    private final HiddenIssueFilter hidden;

    WeekMetricsService(ScopeVisibility looks, Changes changes, BackgroundProjections folds, HiddenIssueFilter hidden) {
        this.looks = looks;
        this.changes = changes;
        this.folds = folds;
        this.hidden = hidden;
    }

    public Known of(SearchScope scope, WeekMoment when, ApplicationUser reader) {
        ScopeVisibility.Look look = looks.at(scope, when, reader);
        Visibility sight = look.sight();
        if (sight.tooMany()) {
            return missing(SummaryHeader.Numbers.TOO_MANY, sight);
        }
        return sight.issues().isPresent() ? ofSome(look, when) : ofAll(look, when, reader);
    }

    private Known ofSome(ScopeVisibility.Look look, WeekMoment when) {
        Visibility sight = look.sight();
        List<Changes.Entry> entries = changes.ofIssues(sight.issues().orElseThrow(), MOST_CHANGES_OF_SOME);
        if (entries.size() == MOST_CHANGES_OF_SOME || look.gates().size() == MOST_GATES) {
            return missing(SummaryHeader.Numbers.TOO_MANY, sight);
        }
        return current(look, sight, when, entries);
    }

    private static Known current(ScopeVisibility.Look look, Visibility sight, WeekMoment when, List<Changes.Entry> entries) {
        if (sight.isWhole()) {
            return new Known(SummaryHeader.Numbers.CURRENT, sight, Optional.of(folded(sight, when, entries, look.gates())), List.of(),
                    GateTallyCounter.of(look.gates()));
        }
        List<GateEvent> seen = seen(look, sight);
        List<List<Figure>> before = new ArrayList<>();
        Week week = when.week();
        for (int i = 0; i < Baseline.WEEKS; i++) {
            week = week.previous();
            WeekMoment end = new WeekMoment(week, when.zone(), EvaluationContext.of(week.end(when.zone()), when.zone()));
            before.add(folded(sight, end, entries, List.of()).figures());
        }
        return new Known(SummaryHeader.Numbers.CURRENT, sight, Optional.of(folded(sight, when, entries, seen)), before,
                GateTallyCounter.of(seen));
    }

    /** What was refused before there was an issue says nothing about what a reader sees who does not see everything. */
    private static List<GateEvent> seen(ScopeVisibility.Look look, Visibility sight) {
        return sight.isWhole() ? look.gates()
                : look.gates().stream().filter(event -> event.issueId().isPresent() && sight.has(event.issueId().getAsLong())).toList();
    }

    private Known ofAll(ScopeVisibility.Look look, WeekMoment when, ApplicationUser reader) {
        long project = look.sight().projects().iterator().next();
        boolean fewGates = look.gates().size() < MOST_GATES;
        if (!folds.isLarge(project) && fewGates) {
            List<Changes.Entry> entries = changes.ofProjects(List.of(project), Changes.Position.START, MOST_CHANGES + 1);
            if (entries.size() <= MOST_CHANGES) {
                return current(look, look.sight().without(away(entries, reader)), when, entries);
            }
            folds.want(new BackgroundProjections.Place(project, when.week(), Set.of()), when);
            return missing(SummaryHeader.Numbers.PENDING, look.sight());
        }
        return ofLarge(look, when, reader);
    }

    private Known ofLarge(ScopeVisibility.Look look, WeekMoment when, ApplicationUser reader) {
        long project = look.sight().projects().iterator().next();
        OptionalLong newest = changes.newest(List.of(project));
        Optional<JournalReplay.Folded> whole = folded(new BackgroundProjections.Place(project, when.week(), Set.of()), when, newest);
        if (whole.isEmpty()) {
            return missing(SummaryHeader.Numbers.PENDING, look.sight());
        }
        if (whole.get().left().isEmpty()) {
            return missing(SummaryHeader.Numbers.TOO_MANY, look.sight());
        }
        Set<Long> away = hidden.among(whole.get().left().get(), reader);
        Visibility sight = away.isEmpty() ? look.sight() : look.sight().without(away);
        Optional<JournalReplay.Folded> seen = away.isEmpty() ? whole
                : folded(new BackgroundProjections.Place(project, when.week(), away), when, newest);
        return seen
                .map(folded -> new Known(isCurrent(folded, newest, when) ? SummaryHeader.Numbers.CURRENT : SummaryHeader.Numbers.BEHIND,
                        sight, Optional.of(folded.numbers()),
                        List.of(), look.gates().size() < MOST_GATES ? GateTallyCounter.of(seen(look, sight)) : folded.gates()))
                .orElseGet(() -> missing(SummaryHeader.Numbers.PENDING, sight));
    }

    /** What the last fold came to, and if that does not hold any more, a new one soon. */
    private Optional<JournalReplay.Folded> folded(BackgroundProjections.Place place, WeekMoment when, OptionalLong newest) {
        Optional<JournalReplay.Folded> last = folds.last(place);
        if (last.filter(folded -> isCurrent(folded, newest, when)).isEmpty()) {
            folds.want(place, when);
        }
        return last;
    }

    /** Issues that left the project for where the reader may not browse them. */
    private Set<Long> away(List<Changes.Entry> entries, ApplicationUser reader) {
        return hidden.among(entries.stream().map(Changes.Entry::change)
                .filter(change -> change.item() == Change.Item.MOVED && change.subject().equals(Change.LEFT))
                .map(Change::issueId).collect(Collectors.toSet()), reader);
    }

    private static boolean isCurrent(JournalReplay.Folded folded, OptionalLong newest, WeekMoment when) {
        return folded.newest().equals(newest) && when.now().instant().isBefore(folded.asOf().plus(FRESH));
    }

    private static MetricsProjection.Result folded(Visibility sight, WeekMoment when, List<Changes.Entry> entries, List<GateEvent> gates) {
        MetricsProjection reckoning = new MetricsProjection(when.period(), sight.projects(), sight::has);
        entries.forEach(entry -> reckoning.take(entry.change()));
        gates.forEach(reckoning::take);
        return reckoning.result();
    }

    private static Known missing(SummaryHeader.Numbers state, Visibility sight) {
        return new Known(state, sight, Optional.empty(), List.of(), GateTallyCounter.of(List.of()));
    }

    /**
     * What is known.
     *
     * @param state       how far the numbers go
     * @param result      the numbers; empty while there are none
     * @param weeksBefore figures of the four weeks before, newest first, over what the reader may see; empty when the reader may see all
     *                    of a project, whose frozen weeks tell
     * @param gates       what the gates of the week said
     */
    public record Known(SummaryHeader.Numbers state, Visibility sight, Optional<MetricsProjection.Result> result,
            List<List<Figure>> weeksBefore, GateTally gates) {
    }
}
