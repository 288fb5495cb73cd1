package org.decisiongates.jira.summary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetrics;
import org.decisiongates.jira.metric.WeekMetricsService;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.metric.WeekVisibilityResolver.WeekVisibility;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.summary.compose.WeekMetricsComparison;
import org.decisiongates.time.Week;

/** Reads a week that is not closed: the lists as they are now, the numbers from the journal. */
@JiraComponent
class LiveWeekReader {

    private final SummaryHeaders headers;
    private final OpenItemSearch open;
    private final WeekMetricsService metrics;
    private final JournalNames names;
    private final VisibilityResolver visibilities;
    private final DebtReader debts;

    LiveWeekReader(SummaryHeaders headers, OpenItemSearch open, WeekMetricsService metrics, JournalNames names,
            VisibilityResolver visibilities, DebtReader debts) {
        this.headers = headers;
        this.open = open;
        this.metrics = metrics;
        this.names = names;
        this.visibilities = visibilities;
        this.debts = debts;
    }

    SummaryInput read(WeekVisibility visible, WeekMoment when, SnapshotVerifier.Verified before) {
        Listing<OpenItem> blockers = open.find(OwnIssueType.BLOCKER, visible.visibility(), when).map(SnapshotEntry::row);
        Listing<OpenItem> decisions = open.find(OwnIssueType.DECISION, visible.visibility(), when).map(SnapshotEntry::row);
        WeekMetrics numbers = metrics.compute(visible, when);
        Optional<DebtReader.Stored> owed = debts.read(numbers.visibility(), when);
        Set<Long> owing = owed.map(DebtReader.Stored::issues).orElse(Set.of());
        JournalNames.Named named = numbers.result().map(result -> names.resolve(result, when.zone(), visible.visibility(), owing))
                .orElseGet(() -> names.resolve(visible.visibility(), owing));
        return new SummaryInput(visible.visibility().scope().scope(),
                headers.live(when, numbers).with(DebtReader.gaps(numbers.visibility(), owed)), blockers, decisions,
                named.closures().map(SnapshotEntry::row), named.reopened().map(SnapshotEntry::row), numbers.gates(),
                numbers.result().map(result -> compared(result, numbers, named.figures(), before)),
                numbers.result().filter(result -> isOfNow(numbers, when)).map(result -> names.of(result.open(), blockers, decisions))
                        .orElse(OpenTallies.NONE),
                true, owed.map(stored -> debts.named(stored, named.issues())));
    }

    /**
     * The lists show the present: numbers from the end of a week, or from before the newest changes, cannot say how much the lists leave
     * out.
     */
    private static boolean isOfNow(WeekMetrics numbers, WeekMoment when) {
        return numbers.state() == SummaryHeader.Numbers.CURRENT && when.week().equals(Week.of(when.now().toLocalDate()))
                && numbers.result().stream().allMatch(result -> result.today().equals(when.now().toLocalDate()));
    }

    /** Compares with the closed weeks, unless they hold more than the reader may see; then with what the reader may see of the journal. */
    private WeekMetricsComparison compared(MetricsProjection.Result result, WeekMetrics numbers, List<Figure> figures,
            SnapshotVerifier.Verified before) {
        boolean whole = numbers.visibility().isWhole();
        Optional<Listing<Contribution>> impact = whole
                ? before.impact().map(lines -> trimmed(lines, result.impact(), numbers.visibility()))
                : Optional.of(result.impactBefore());
        return new WeekMetricsComparison(figures, whole ? before.figures() : numbers.weeksBefore(), result.impact(), impact);
    }

    /** Issues of the closed week may be hidden by now; those that are still open here are not. */
    private Listing<Contribution> trimmed(Listing<Contribution> before, Listing<Contribution> now, Visibility visibility) {
        Set<Long> open = now.rows().stream().map(Contribution::issueId).collect(Collectors.toSet());
        Visibility left = visibilities.without(visibility,
                before.rows().stream().map(Contribution::issueId).filter(issue -> !open.contains(issue)).collect(Collectors.toSet()));
        List<Contribution> rows = before.rows().stream().filter(line -> !left.away().contains(line.issueId())).toList();
        return new Listing<>(rows, before.isWhole() ? rows.size() : before.total());
    }
}
