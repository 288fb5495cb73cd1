package org.decisiongates.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.json.Json;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.OpenTallies;

/**
 * What a week held when it was closed, as seen by a reader from whom nothing is hidden. Rows are put in order, so that the same week always
 * has the same text.
 *
 * @param zone    IANA id of the zone that the week's days are meant in
 * @param figures of the week
 * @param impact  impact lines of what was open at its end
 * @param open    what was open in numbers, where not all of it is listed
 * @param owed    what was owed and waived; empty for a week that was calculated from history, or closed before this was recorded
 * @param chainHead how far the gates of the project were sealed when the week was closed; empty where none was, or before this was recorded
 * @param risks   what is recorded of what is listed as open and was not mitigated; empty likewise
 * @param feedback what feedback threads asked of owners; empty likewise, and where it was not known
 * @param approvals what waited for approvals; empty likewise
 */
public record WeekSnapshot(String zone, Listing<SnapshotEntry<OpenItem>> blockers, Listing<SnapshotEntry<OpenItem>> decisions,
        Listing<SnapshotEntry<Closure>> closures,
        Listing<SnapshotEntry<Reopening>> reopened, GateTally gates, List<Figure> figures, Listing<Contribution> impact,
        OpenTallies open, Optional<DebtAndWaivers> owed, Optional<ChainHead> chainHead,
        Optional<Listing<SnapshotEntry<RiskItem>>> risks, Optional<List<SnapshotEntry<IssueFeedback>>> feedback,
        Optional<List<SnapshotEntry<IssueApprovalCounts>>> approvals) {

    private static final int MAX_LINES = 10_000;
    private static final GateTally UNKNOWN_GATES = new GateTally(0, 0, 0, 0, 0, List.of());
    private static final Comparator<Contribution> BY_LINE = Comparator.comparing(Contribution::issueId).thenComparing(Contribution::lineId);

    public WeekSnapshot {
        blockers = inOrder(blockers, Comparator.comparing(SnapshotEntry::issueId));
        decisions = inOrder(decisions, Comparator.comparing(SnapshotEntry::issueId));
        closures = inOrder(closures,
                Comparator.<SnapshotEntry<Closure>, LocalDate>comparing(one -> one.row().on()).reversed()
                        .thenComparing(SnapshotEntry::issueId));
        reopened = inOrder(reopened,
                Comparator.<SnapshotEntry<Reopening>, LocalDate>comparing(one -> one.row().on()).reversed()
                        .thenComparing(SnapshotEntry::issueId));
        figures = figures.stream()
                .sorted(Comparator
                        .<Figure, Integer>comparing(
                                figure -> Metrics.find(figure.metric()).map(Metrics.all()::indexOf).orElse(Integer.MAX_VALUE))
                        .thenComparing(Figure::metric))
                .toList();
        impact = new Listing<>(impact.rows().stream().filter(WeekSnapshot::isCarried).sorted(BY_LINE).limit(MAX_LINES).toList(),
                impact.total());
        owed = owed.map(both -> new DebtAndWaivers(
                inOrder(both.debt(), Comparator.<SnapshotEntry<OwedRuleItem>>comparingLong(SnapshotEntry::issueId)
                        .thenComparing(entry -> entry.row().rule())),
                inOrder(both.waivers(), Comparator.<SnapshotEntry<WaivedRuleItem>>comparingLong(SnapshotEntry::issueId)
                        .thenComparing(entry -> entry.row().rule()).thenComparing(entry -> entry.row().lastDay()))));
        risks = risks.map(all -> inOrder(all, Comparator.<SnapshotEntry<RiskItem>, RiskItem>comparing(SnapshotEntry::row, RiskItem.ORDER)
                .thenComparing(SnapshotEntry::issueId)));
        feedback = feedback.map(all -> byIssue(all, IssueFeedback.MAX_ISSUES));
        approvals = approvals.map(all -> byIssue(all, IssueApprovalCounts.MAX_ISSUES));
    }

    /** The text that is stored and sealed. */
    public String text() {
        return WeekSnapshotJson.write(this);
    }

    /** Reads what {@link #text()} wrote; the exception says what is wrong with it. */
    public static WeekSnapshot of(String text) throws UnreadableJsonException {
        return WeekSnapshotJson.read(text);
    }

    /**
     * What is left for a reader from whom something is hidden. Figures, gates and what is counted are left out: they rest on more issues
     * than are listed, and have to be computed again over what the reader may see. Where not all rows were stored,
     * a total is the number of rows that are left; of debt and waivers {@link #gaps} says so.
     */
    public WeekSnapshot trimmed(LongPredicate visible) {
        return new WeekSnapshot(zone, trimmed(blockers, visible), trimmed(decisions, visible),
                trimmed(closures, visible).map(one -> new SnapshotEntry<>(one.issueId(), one.row().naming(visible))),
                trimmed(reopened, visible),
                UNKNOWN_GATES, List.of(), trimmedLines(impact, visible), OpenTallies.NONE,
                owed.map(both -> new DebtAndWaivers(trimmed(both.debt(), visible), trimmed(both.waivers(), visible))),
                Optional.empty(), risks.map(all -> trimmed(all, visible)),
                feedback.map(all -> trimmed(all, visible)), approvals.map(all -> trimmed(all, visible)));
    }

    /** What every reader must be told of its lists. */
    public List<SummaryHeader.Gap> gaps() {
        return risks.isPresent() && !(blockers.isWhole() && decisions.isWhole()) ? List.of(SummaryHeader.Gap.RISKS_AT_LEAST) : List.of();
    }

    /** What a reader from whom something is hidden must be told of the totals of a trimmed week. */
    public List<SummaryHeader.Gap> gapsWhereTrimmed() {
        return Stream.of(owed.filter(both -> !both.debt().isWhole()).map(both -> SummaryHeader.Gap.DEBT_AT_LEAST),
                owed.filter(both -> !both.waivers().isWhole()).map(both -> SummaryHeader.Gap.WAIVERS_AT_LEAST),
                risks.filter(all -> !all.isWhole() || !gaps().isEmpty()).map(all -> SummaryHeader.Gap.RISKS_AT_LEAST))
                .flatMap(Optional::stream).toList();
    }

    /** Whether every list holds all there was, so that trimming leaves exact totals. */
    public boolean isWhole() {
        return Stream.of(blockers, decisions, closures, reopened, impact).allMatch(Listing::isWhole);
    }

    private static <T> Listing<SnapshotEntry<T>> inOrder(Listing<SnapshotEntry<T>> section, Comparator<SnapshotEntry<T>> order) {
        return new Listing<>(section.rows().stream().limit(WeeklySummary.MAX_ROWS).sorted(order).toList(),
                Math.max(section.rows().size(), section.total()));
    }

    private static <T> List<SnapshotEntry<T>> byIssue(List<SnapshotEntry<T>> all, int most) {
        return all.stream().sorted(Comparator.comparingLong(SnapshotEntry::issueId)).limit(most).toList();
    }

    private static <T> List<SnapshotEntry<T>> trimmed(List<SnapshotEntry<T>> all, LongPredicate visible) {
        return all.stream().filter(entry -> visible.test(entry.issueId())).toList();
    }

    private static <T> Listing<SnapshotEntry<T>> trimmed(Listing<SnapshotEntry<T>> section, LongPredicate visible) {
        List<SnapshotEntry<T>> rows = section.rows().stream().filter(row -> visible.test(row.issueId())).toList();
        return new Listing<>(rows, rows.size());
    }

    /** Lines that were not stored stay missing: a part of the lines cannot be compared. */
    private static Listing<Contribution> trimmedLines(Listing<Contribution> impact, LongPredicate visible) {
        List<Contribution> rows = impact.rows().stream().filter(line -> visible.test(line.issueId())).toList();
        return new Listing<>(rows, impact.isWhole() ? rows.size() : impact.total());
    }

    private static boolean isCarried(Contribution one) {
        Stream<BigDecimal> numbers = Stream.concat(Stream.of(one.line().baseline(), one.line().expected(), one.line().confidence()),
                one.line().actual().stream());
        return numbers.allMatch(number -> Json.carried(number).equals(Optional.of(number)));
    }
}
