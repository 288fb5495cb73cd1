package org.decisiongates.summary.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WeekComparison;
import org.decisiongates.summary.WeekDifference;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeekState;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

/**
 * What a week is compared with, for one reader.
 *
 * @param week       the week itself; empty while its closings are not known
 * @param before     closed weeks up to it, newest first: those before it and, where it is closed, itself
 * @param compared   the week it is to be compared with; one of those before it, or an older one
 * @param visible    which issues of all these weeks, by id, the reader may see
 * @param everything whether the reader may see all that closed weeks count
 */
public record WeekHistoryInput(Optional<WeekState> week, List<ClosedWeek> before, Optional<ClosedWeek> compared, LongPredicate visible,
        boolean everything) {

    /** Only what one person owns, or nobody, in one of the weeks at least; without the series, since closed weeks count everybody's. */
    public WeekHistoryInput ownedBy(OwnerFilter owner) {
        Set<Long> theirs = Stream.concat(week.stream(), Stream.concat(before.stream(), compared.stream()).map(WeekState::of))
                .flatMap(state -> Stream.of(state.blockers(), state.decisions())).flatMap(items -> items.rows().stream())
                .filter(entry -> owner.matches(entry.row())).map(SnapshotEntry::issueId).collect(Collectors.toSet());
        return new WeekHistoryInput(week, before, compared, issue -> theirs.contains(issue) && visible.test(issue), false);
    }

    /** What closed weeks say beside the summary of the week. */
    public WeekHistory history(WeeklySummary summary) {
        return new WeekHistory(week.flatMap(this::difference),
                everything ? Optional.of(TileSeriesBuilder.of(summary, before)) : Optional.empty(),
                week.flatMap(state -> compared.map(from -> compare(from, state))));
    }

    private Optional<WeekDifference> difference(WeekState state) {
        Week current = Week.parse(state.week());
        return before.stream().filter(one -> current.hasPrevious() && one.week().equals(current.previous().text())).findFirst()
                .map(last -> compare(last, state)).filter(WeekHistoryInput::isComplete)
                .map(compared -> new WeekDifference(compared.from(), compared.blockers(), compared.decisions()));
    }

    private static boolean isComplete(WeekComparison comparison) {
        return List.of(comparison.blockers(), comparison.decisions()).stream().allMatch(ItemDifferenceCounts::complete);
    }

    private WeekComparison compare(ClosedWeek from, WeekState state) {
        List<WeekState> since = new ArrayList<>(List.of(state));
        Week start = Week.parse(from.week());
        before.stream().filter(one -> Week.parse(one.week()).compareTo(start) > 0 && !one.week().equals(state.week())).map(WeekState::of)
                .forEach(since::add);
        return WeekComparer.compare(WeekState.of(from), since, visible);
    }
}
