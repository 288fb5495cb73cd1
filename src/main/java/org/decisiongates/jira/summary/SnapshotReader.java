package org.decisiongates.jira.summary;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetrics;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.summary.compose.WeekMetricsComparison;

/**
 * Reads a closed week as one reader may see it now. A reader from whom issues are hidden gets the lists without them, and numbers computed
 * again from what the journal knew about the other issues at the end of the week.
 */
@JiraComponent
class SnapshotReader {

    private final SummaryHeaders headers;
    private final JournalNames names;

    SnapshotReader(SummaryHeaders headers, JournalNames names) {
        this.headers = headers;
        this.names = names;
    }

    /** The week as it was closed. */
    SummaryInput whole(SummaryScope scope, SnapshotVerifier.Verified snapshots) {
        return SummaryInput.closed(scope, headers.closed(snapshots, false, SummaryHeader.Numbers.CURRENT), snapshots.intact());
    }

    /**
     * Without what is hidden.
     *
     * @param visibility of the issues that the snapshots name
     * @param numbers    of the week as of its end
     */
    SummaryInput trimmed(SnapshotVerifier.Verified snapshots, Visibility visibility, WeekMetrics numbers) {
        WeekSnapshot week = snapshots.intact().get(0);
        Set<Long> named = snapshots.issues();
        LongPredicate remains = issue -> named.contains(issue) && !visibility.away().contains(issue);
        // until the numbers over what the reader may see are known, the numbers over everything are withheld, too
        if (!numbers.visibility().isWhole() || numbers.result().isEmpty()) {
            return recomputed(week, week.trimmed(issue -> remains.test(issue) && (visibility.tooMany() || visibility.has(issue))), numbers,
                    headers.closed(snapshots, true, numbers.state()).with(week.gapsWhereTrimmed()));
        }
        // the reader sees all there is and was, but what the week names is more than can be looked up: some of it is hidden by now
        return unnamed(snapshots, week.trimmed(remains), remains, visibility.scope().scope(),
                headers.closed(snapshots, true, SummaryHeader.Numbers.CURRENT).with(week.gapsWhereTrimmed()));
    }

    private SummaryInput unnamed(SnapshotVerifier.Verified snapshots, WeekSnapshot left, LongPredicate remains, SummaryScope scope,
            SummaryHeader header) {
        WeekSnapshot week = snapshots.intact().get(0);
        Optional<Listing<OpenItem>> blockers = counted(blockersOf(left), week.blockers(), week.open().blockers(), Optional.empty());
        Optional<Listing<OpenItem>> decisions = counted(decisionsOf(left), week.decisions(), week.open().decisions(), Optional.empty());
        WeekMetricsComparison compared = new WeekMetricsComparison(
                week.figures().stream().map(figure -> figure.naming(key -> false)).toList(),
                snapshots.figures().subList(1, snapshots.figures().size()), left.impact(),
                snapshots.intact().stream().skip(1).findFirst().map(before -> before.trimmed(remains).impact()));
        return new SummaryInput(scope, header, blockers.orElseGet(() -> blockersOf(left)),
                decisions.orElseGet(() -> decisionsOf(left)), left.closures().map(SnapshotEntry::row),
                left.reopened().map(SnapshotEntry::row), week.gates(), Optional.of(compared), OpenTallies.NONE,
                blockers.isPresent() && decisions.isPresent(), left.owed());
    }

    private SummaryInput recomputed(WeekSnapshot week, WeekSnapshot left, WeekMetrics numbers, SummaryHeader header) {
        Optional<Listing<OpenItem>> blockers = counted(blockersOf(left), week.blockers(), week.open().blockers(),
                numbers.result().flatMap(result -> result.open().blockers()));
        Optional<Listing<OpenItem>> decisions = counted(decisionsOf(left), week.decisions(), week.open().decisions(),
                numbers.result().flatMap(result -> result.open().decisions()));
        Listing<OpenItem> seenBlockers = blockers.orElseGet(() -> blockersOf(left));
        Listing<OpenItem> seenDecisions = decisions.orElseGet(() -> decisionsOf(left));
        return new SummaryInput(numbers.visibility().scope().scope(), header, seenBlockers, seenDecisions,
                left.closures().map(SnapshotEntry::row), left.reopened().map(SnapshotEntry::row), numbers.gates(),
                numbers.result().map(result -> new WeekMetricsComparison(result.figures(), numbers.weeksBefore(), result.impact(),
                        Optional.of(result.impactBefore()))),
                numbers.result().map(result -> names.of(result.open(), seenBlockers, seenDecisions)).orElse(OpenTallies.NONE),
                blockers.isPresent() && decisions.isPresent(), left.owed());
    }

    private static Listing<OpenItem> blockersOf(WeekSnapshot left) {
        return ExpectedImpact.beside(left.blockers(), left.impact());
    }

    private static Listing<OpenItem> decisionsOf(WeekSnapshot left) {
        return ExpectedImpact.beside(left.decisions(), left.impact());
    }

    /**
     * The rows that are left, with the total. For a list that was cut, the journal gives the number that the reader may see if the snapshot
     * holds the number of all; otherwise the total is unknown.
     *
     * @param rows     the rows that are left
     * @param recorded what the snapshot says of all that was open
     * @param visible  what is known of all that the reader may see
     */
    private static Optional<Listing<OpenItem>> counted(Listing<OpenItem> rows, Listing<SnapshotEntry<OpenItem>> all,
            Optional<OpenTally> recorded, Optional<OpenTally> visible) {
        if (all.rows().size() == all.total()) {
            return Optional.of(rows);
        }
        // a list without rows was counted by the journal
        return visible.filter(counted -> recorded.isPresent() || all.rows().isEmpty())
                .map(counted -> new Listing<>(rows.rows(), Math.max(rows.rows().size(), counted.open())));
    }
}
