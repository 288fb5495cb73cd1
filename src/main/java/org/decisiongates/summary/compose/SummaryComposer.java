package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.metric.Baseline;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.summary.WeekAction;
import org.decisiongates.summary.WeeklySummary;

/** Composes the summary of a week: the same input always gives the same summary. */
public final class SummaryComposer {

    private SummaryComposer() {
    }

    /** The summary of {@code input}; what is overdue is what its items say. */
    public static WeeklySummary of(SummaryInput input) {
        Listing<OpenItem> blockers = sorted(input.blockers(), OpenItemOrder.BLOCKERS);
        Listing<OpenItem> decisions = sorted(input.decisions(), OpenItemOrder.DECISIONS);
        OpenTally allBlockers = all(blockers, input.open().blockers());
        OpenTally allDecisions = all(decisions, input.open().decisions());
        List<Figure> figures = input.metrics().map(numbers -> new Baseline(numbers.weeksBefore()).beside(numbers.figures()))
                .orElse(List.of());
        Listing<ImpactMovement> movement = input.metrics().map(SummaryComposer::movement).orElse(Listing.of(List.of()));
        List<Question> questions = figures.isEmpty() ? List.of() : ReviewQuestion.answered(figures);
        Optional<Listing<OwedRuleItem>> debt = input.owed().map(both -> sorted(both.debt().map(SnapshotEntry::row), OpenItemOrder.OWED));
        Optional<Listing<WaivedRuleItem>> waivers = input.owed()
                .map(both -> sorted(both.waivers().map(SnapshotEntry::row), OpenItemOrder.WAIVED));
        List<WeekAction> deciding = waivers.map(listed -> WeekActionRule.waivers(listed.rows(), today(input))).orElse(List.of());
        List<WeekAction> settling = debt.map(listed -> WeekActionRule.debt(listed.rows(),
                Stream.of(blockers, decisions).flatMap(open -> open.rows().stream()).toList(), today(input))).orElse(List.of());
        List<WeekAction> actualsDue = actualsDue(input);
        Listing<WeekAction> actions = first(WeekActionRule.actions(blockers.rows(), decisions.rows(), deciding, settling, actualsDue));
        HeadlineInput counts = HeadlineInput.of(input, movement, allBlockers, allDecisions);
        return new WeeklySummary(input.scope(), input.header(), HeadlineRule.of(counts), questions, blockers, decisions,
                first(owners(allDecisions, decisions.rows())), movement, input.closures(), input.reopened(),
                input.gates(), first(figures),
                new Listing<>(actions.rows(),
                        WeekActionRule.total(allBlockers, allDecisions, actualsDue.size()) + deciding.size() + settling.size()),
                debt, waivers);
    }

    /** Only the number of lines, when there are more than can be compared. */
    private static Listing<ImpactMovement> movement(WeekMetricsComparison numbers) {
        Listing<Contribution> now = numbers.impact();
        return now.isWhole()
                ? first(ImpactMovement.between(numbers.impactBefore().filter(Listing::isWhole).map(Listing::rows), now.rows()))
                : new Listing<>(List.of(), now.total());
    }

    /**
     * What there is, when some of it is listed: what {@code known} says, if it speaks of as many and says no less of anything than the
     * list does; else what is listed.
     */
    private static OpenTally all(Listing<OpenItem> items, Optional<OpenTally> known) {
        OpenTally listed = OpenItem.tally(items.rows());
        return known.filter(tally -> !items.isWhole() && tally.open() == items.total() && tally.holds(listed)).orElse(listed);
    }

    /** @param listed those of the decisions that can be named */
    private static List<OwnerLoad> owners(OpenTally decisions, List<OpenItem> listed) {
        return decisions.owners().stream().sorted(OpenItemOrder.OWNERS)
                .map(load -> load.listing(listed.stream()
                        .filter(item -> item.owner().equals(load.owner()) && item.ownerActive() == load.active())
                        .limit(SummaryJson.MAX_KEYS).map(OpenItem::key).toList()))
                .toList();
    }

    private static <T> Listing<T> first(List<T> all) {
        return Listing.of(all).first(WeeklySummary.MAX_ROWS);
    }

    private static <T> Listing<T> sorted(Listing<T> items, Comparator<T> order) {
        return new Listing<>(items.rows().stream().sorted(order).toList(), items.total());
    }

    private static List<WeekAction> actualsDue(SummaryInput input) {
        return input.metrics().map(numbers -> WeekActionRule.actualsDue(numbers.impact().rows(), today(input))).orElse(List.of());
    }

    private static LocalDate today(SummaryInput input) {
        return input.header().asOf().atZone(ZoneId.of(input.header().zone())).toLocalDate();
    }
}
