package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.debt.CompletedDebtSweeps;
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
import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.IssueApprovalCounts;
import org.decisiongates.summary.IssueFeedback;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeekState;
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
    private final RiskReader risks;
    private final FeedbackReader feedback;
    private final ApprovalCountReader approvals;
    private final CompletedDebtSweeps sweeps;

    LiveWeekReader(SummaryHeaders headers, OpenItemSearch open, WeekMetricsService metrics, JournalNames names,
            VisibilityResolver visibilities, DebtReader debts, RiskReader risks, FeedbackReader feedback, ApprovalCountReader approvals,
            CompletedDebtSweeps sweeps) {
        this.headers = headers;
        this.open = open;
        this.metrics = metrics;
        this.names = names;
        this.visibilities = visibilities;
        this.debts = debts;
        this.risks = risks;
        this.feedback = feedback;
        this.approvals = approvals;
        this.sweeps = sweeps;
    }

    /**
     * The week with what it can be compared with.
     *
     * @param compared closed weeks that it will be compared with
     */
    Reading read(WeekVisibility visible, WeekMoment when, SnapshotVerifier.Verified before, Collection<ClosedWeek> compared) {
        Listing<SnapshotEntry<OpenItem>> blockers = open(OwnIssueType.BLOCKER, visible.visibility(), when);
        Listing<SnapshotEntry<OpenItem>> decisions = open(OwnIssueType.DECISION, visible.visibility(), when);
        WeekMetrics numbers = metrics.compute(visible, when);
        Optional<DebtReader.Stored> owed = debts.read(numbers.visibility(), when);
        Optional<FeedbackReader.Stored> discussed = feedback.read(numbers.visibility(), List.of(blockers, decisions), when);
        Set<Long> others = new HashSet<>(owed.map(DebtReader.Stored::issues).orElse(Set.of()));
        others.addAll(discussed.map(FeedbackReader.Stored::issues).orElse(Set.of()));
        JournalNames.Named named = numbers.result().map(result -> names.resolve(result, when.zone(), visible.visibility(), others))
                .orElseGet(() -> names.resolve(visible.visibility(), others));
        Optional<WeekState> state = numbers.result().map(result -> new WeekState(when.week().text(), when.now().toInstant(), blockers,
                decisions, named.closures(), named.reopened(), result.impact()));
        LongPredicate remains = state.map(now -> remaining(now, numbers.visibility(), before, compared)).orElse(issue -> false);
        Listing<Contribution> expected = numbers.result().map(MetricsProjection.Result::impact).orElse(Listing.of(List.of()));
        SummaryInput input = new SummaryInput(visible.visibility().scope().scope(),
                headers.live(when, numbers).with(gaps(numbers, owed, blockers, decisions)), ExpectedImpact.beside(blockers, expected),
                ExpectedImpact.beside(decisions, expected), named.closures().map(SnapshotEntry::row),
                named.reopened().map(SnapshotEntry::row),
                numbers.gates(), numbers.result().map(result -> compared(result, numbers, named.figures(), before, remains)),
                numbers.result().filter(result -> isOfNow(numbers, when)).map(result -> names.of(result.open(), blockers, decisions))
                        .orElse(OpenTallies.NONE),
                true, owed.map(stored -> debts.named(stored, named.issues())));
        return new Reading(input, state, remains, numbers.visibility().isWhole(),
                risks.read(blockers, decisions, when).map(SnapshotEntry::row),
                discussed.map(stored -> FeedbackReader.named(stored, named.issues(), visible.visibility().scope().project()).stream()
                        .map(SnapshotEntry::row).toList()),
                approvals.read(visible.visibility(), List.of(blockers, decisions))
                        .map(waiting -> waiting.stream().map(SnapshotEntry::row).toList())
                        // where no policy asks for any, a line about them would only puzzle
                        .filter(waiting -> !waiting.isEmpty() || approvals.areAskedFor(visible.visibility().scope())));
    }

    private List<SummaryHeader.Gap> gaps(WeekMetrics numbers, Optional<DebtReader.Stored> owed, Listing<?> blockers,
            Listing<?> decisions) {
        List<SummaryHeader.Gap> gaps = new ArrayList<>(DebtReader.gaps(numbers.visibility(), owed));
        Optional<Project> project = numbers.visibility().scope().project();
        if (owed.isPresent() && project.filter(one -> !sweeps.hasLookedAt(one.getId())).isPresent()) {
            gaps.add(SummaryHeader.Gap.DEBT_NOT_LOOKED_AT);
        }
        if (!blockers.isWhole() || !decisions.isWhole()) {
            gaps.add(SummaryHeader.Gap.RISKS_AT_LEAST);
        }
        return gaps;
    }

    /** Who is not logged in is not told by which name the host knows people. */
    private Listing<SnapshotEntry<OpenItem>> open(OwnIssueType type, Visibility visibility, WeekMoment when) {
        Listing<SnapshotEntry<OpenItem>> found = open.find(type, visibility, when);
        return visibility.reader() != null ? found
                : found.map(entry -> new SnapshotEntry<>(entry.issueId(), entry.row().ownedBy(Optional.empty())));
    }

    /**
     * A week that is not closed.
     *
     * @param state   what is open, and what was closed in the week; empty while that is not known
     * @param remains which issues of the closed weeks before, by id, the reader may see
     * @param isWhole whether the reader may see all there is
     * @param risks   of what is listed
     * @param feedback by issue; empty where it cannot be told
     * @param approvals likewise
     */
    record Reading(SummaryInput input, Optional<WeekState> state, LongPredicate remains, boolean isWhole, Listing<RiskItem> risks,
            Optional<List<IssueFeedback>> feedback, Optional<List<IssueApprovalCounts>> approvals) {
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
    private static WeekMetricsComparison compared(MetricsProjection.Result result, WeekMetrics numbers, List<Figure> figures,
            SnapshotVerifier.Verified before, LongPredicate remains) {
        boolean whole = numbers.visibility().isWhole();
        Optional<Listing<Contribution>> impact = whole ? before.impact().map(lines -> trimmed(lines, remains))
                : Optional.of(result.impactBefore());
        return new WeekMetricsComparison(figures, whole ? before.figures() : numbers.weeksBefore(), result.impact(), impact);
    }

    /** Issues of closed weeks may be hidden by now; those that are still open here are not. */
    private LongPredicate remaining(WeekState now, Visibility visibility, SnapshotVerifier.Verified before,
            Collection<ClosedWeek> compared) {
        Set<Long> open = new HashSet<>();
        Stream.of(now.blockers(), now.decisions()).flatMap(section -> section.rows().stream()).forEach(entry -> open.add(entry.issueId()));
        now.impact().rows().forEach(line -> open.add(line.issueId()));
        Set<Long> gone = new LinkedHashSet<>();
        Stream.concat(compared.stream(), before.weeks().stream().limit(1)).forEach(week -> gone.addAll(week.openIssues()));
        gone.removeAll(open);
        // who sees a part of a project is told of nothing else
        Visibility left = visibility.issues().isPresent() || visibility.tooMany() ? visibility : visibilities.without(visibility, gone);
        return issue -> open.contains(issue) || left.has(issue);
    }

    private static Listing<Contribution> trimmed(Listing<Contribution> before, LongPredicate remains) {
        List<Contribution> rows = before.rows().stream().filter(line -> remains.test(line.issueId())).toList();
        return new Listing<>(rows, before.isWhole() ? rows.size() : before.total());
    }
}
