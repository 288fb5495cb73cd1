package org.decisiongates.jira.summary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetricsService;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.metric.WeekVisibilityResolver;
import org.decisiongates.jira.platform.search.ResolvedScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.ApprovalCounts;
import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.FeedbackCounts;
import org.decisiongates.summary.IssueApprovalCounts;
import org.decisiongates.summary.IssueFeedback;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeekState;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.summary.compose.SummaryComposer;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.summary.compose.WeekHistoryInput;
import org.decisiongates.time.Week;

/**
 * Answers the week of a project or a query for one reader, from at most eight statements of the app's own, one more where an older week is
 * compared with and up to seven where approvals were asked for, and a constant number of searches, whatever the number of issues. What the
 * reader may see is resolved here and passed on.
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
        return read(scope, week, reader, SummaryOptions.NONE);
    }

    /**
     * The week of one owner, or with what is different since an earlier one. Where that one has no record, or a changed one, the header
     * says so.
     */
    public WeekResult read(ResolvedScope scope, Week week, ApplicationUser reader, SummaryOptions options) {
        WeekMoment when = new WeekMoment(week, time.now());
        SnapshotVerifier.Verified snapshots = verified(scope, week);
        Week current = Week.of(when.now().toLocalDate());
        // the week before may not be closed yet; earlier ones must be
        if (snapshots.requested().isEmpty() && !week.equals(current) && !week.equals(current.previous())) {
            return new WeekResult.NotKept();
        }
        if (snapshots.requested().isPresent() && !snapshots.isIntact()) {
            return new WeekResult.Altered();
        }
        ComparedWeek compared = options.since().map(from -> compared(scope, from, snapshots)).orElse(ComparedWeek.NONE);
        Reading reading = snapshots.requested().isPresent() ? closed(scope, when, snapshots, compared.week(), reader)
                : live(scope, when, snapshots, compared.week(), reader);
        WeeklySummary summary = options.owner().map(reading::ownedBy).orElse(reading).summary();
        return new WeekResult.Found(compared.gap().map(summary::with).orElse(summary));
    }

    private SnapshotVerifier.Verified verified(ResolvedScope scope, Week week) {
        return scope.project().map(project -> verifier.upTo(project.getId(), week)).orElse(SnapshotVerifier.Verified.NOTHING);
    }

    /** One statement more where the week is older than those that were read. */
    private ComparedWeek compared(ResolvedScope scope, Week from, SnapshotVerifier.Verified snapshots) {
        Optional<ClosedWeek> read = snapshots.before().stream().filter(week -> week.week().equals(from.text())).findFirst();
        if (read.isPresent()) {
            return new ComparedWeek(read, Optional.empty());
        }
        SnapshotVerifier.Verified earlier = verified(scope, from);
        return earlier.requested().isEmpty() ? new ComparedWeek(Optional.empty(), Optional.of(SummaryHeader.Gap.COMPARED_WEEK_NOT_KEPT))
                : earlier.isIntact() ? new ComparedWeek(earlier.weeks().stream().findFirst(), Optional.empty())
                : new ComparedWeek(Optional.empty(), Optional.of(SummaryHeader.Gap.COMPARED_WEEK_ALTERED));
    }

    private Reading live(ResolvedScope scope, WeekMoment when, SnapshotVerifier.Verified snapshots, Optional<ClosedWeek> compared,
            ApplicationUser reader) {
        LiveWeekReader.Reading read = live.read(weekVisibilities.resolve(scope, when, reader), when, snapshots,
                compared.stream().toList());
        return new Reading(read.input(), scope.project().map(project -> new WeekHistoryInput(read.state(), snapshots.weeks(), compared,
                read.remains(), read.isWhole())), Optional.of(read.risks()), read.feedback(), read.approvals());
    }

    private Reading closed(ResolvedScope scope, WeekMoment when, SnapshotVerifier.Verified snapshots, Optional<ClosedWeek> compared,
            ApplicationUser reader) {
        Visibility visibility = visibilities.ofRecord(scope, reader, snapshots.issues());
        boolean isWhole = visibility.isWhole() && visibilities.shows(visibility, snapshots.contributing());
        WeekMoment end = WeekMoment.endOf(when.week(), when.zone());
        SummaryInput input = isWhole ? closed.whole(scope.scope(), snapshots)
                : closed.trimmed(snapshots, visibility, metrics.compute(weekVisibilities.resolve(scope, end, reader), end));
        Set<Long> more = new LinkedHashSet<>();
        Stream.concat(compared.stream(), snapshots.before().stream().limit(1)).forEach(week -> more.addAll(week.openIssues()));
        more.removeAll(snapshots.issues());
        Visibility left = visibilities.without(visibility, more);
        // risks are those of what is listed as open
        Optional<Listing<RiskItem>> risks = snapshots.intact().get(0).risks().map(all -> isWhole ? all.map(SnapshotEntry::row)
                : Listing.of(all.rows().stream().map(SnapshotEntry::row).filter(risk -> input.lists(risk.key())).toList()));
        LongPredicate shown = issue -> isWhole || visibility.has(issue);
        Optional<List<IssueFeedback>> feedback = snapshots.intact().get(0).feedback().filter(all -> isWhole || !visibility.tooMany())
                .map(all -> rows(all, shown));
        Optional<List<IssueApprovalCounts>> approvals = snapshots.intact().get(0).approvals()
                .filter(all -> isWhole || !visibility.tooMany())
                .map(all -> rows(all, shown));
        return new Reading(input, Optional.of(new WeekHistoryInput(Optional.of(WeekState.of(snapshots.weeks().get(0))), snapshots.weeks(),
                compared, issue -> !left.away().contains(issue) && (left.tooMany() || left.has(issue)), isWhole)), risks, feedback,
                approvals);
    }

    private static <T> List<T> rows(List<SnapshotEntry<T>> all, LongPredicate shown) {
        return all.stream().filter(entry -> shown.test(entry.issueId())).map(SnapshotEntry::row).toList();
    }

    /**
     * A week as it was read for one reader.
     *
     * @param history what it is compared with; empty for a query
     * @param risks   of what is listed; empty for a closed week that does not hold them
     * @param feedback by issue; empty where it is not known
     * @param approvals likewise
     */
    private record Reading(SummaryInput input, Optional<WeekHistoryInput> history, Optional<Listing<RiskItem>> risks,
            Optional<List<IssueFeedback>> feedback, Optional<List<IssueApprovalCounts>> approvals) {

        Reading ownedBy(OwnerFilter typed) {
            OwnerFilter owner = input.whole(typed);
            SummaryInput theirs = input.ownedBy(owner);
            return new Reading(theirs, history.map(all -> all.ownedBy(owner)), risks.map(all -> Listing.of(all.rows().stream()
                    .filter(risk -> theirs.lists(risk.key())).toList())),
                    feedback.map(all -> all.stream().filter(issue -> theirs.lists(issue.key())).toList()),
                    approvals.map(all -> all.stream().filter(issue -> theirs.lists(issue.key())).toList()));
        }

        WeeklySummary summary() {
            WeeklySummary composed = SummaryComposer.of(input);
            WeeklySummary compared = history.map(found -> composed.with(found.history(composed))).orElse(composed);
            WeeklySummary listed = risks.map(compared::with).orElse(compared);
            WeeklySummary discussed = feedback.map(all -> listed.with(FeedbackCounts.sum(all.stream().map(IssueFeedback::counts))))
                    .orElse(listed);
            return approvals.map(all -> discussed.with(ApprovalCounts.sum(all.stream().map(IssueApprovalCounts::counts))))
                    .orElse(discussed);
        }
    }

    /**
     * The week that a week is compared with.
     *
     * @param week empty where none was asked for, or it cannot be read
     * @param gap  why it cannot be read
     */
    private record ComparedWeek(Optional<ClosedWeek> week, Optional<SummaryHeader.Gap> gap) {

        static final ComparedWeek NONE = new ComparedWeek(Optional.empty(), Optional.empty());
    }
}
