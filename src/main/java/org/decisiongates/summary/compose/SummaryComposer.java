package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

import org.decisiongates.metric.Baseline;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Ask;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenTally;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.WeeklySummary;

/** Composes the summary of a week: the same input always gives the same summary. */
public final class SummaryComposer {

    private SummaryComposer() {
    }

    /** The summary of {@code input}; what is overdue is what its items say. */
    public static WeeklySummary of(SummaryInput input) {
        Section<OpenItem> blockers = sorted(input.blockers(), OpenItemOrder.BLOCKERS);
        Section<OpenItem> decisions = sorted(input.decisions(), OpenItemOrder.DECISIONS);
        OpenTally allBlockers = OpenTally.of(blockers, input.open().blockers());
        OpenTally allDecisions = OpenTally.of(decisions, input.open().decisions());
        List<Figure> figures = input.metrics().map(numbers -> new Baseline(numbers.weeksBefore()).beside(numbers.figures()))
                .orElse(List.of());
        Section<ImpactMovement> movement = input.metrics().map(SummaryComposer::movement).orElse(Section.of(List.of()));
        List<Question> questions = figures.isEmpty() ? List.of() : ReviewQuestion.answered(figures);
        List<Ask> actualsDue = actualsDue(input);
        Section<Ask> asks = Section.of(AskRule.asks(blockers.rows(), decisions.rows(), actualsDue));
        HeadlineInput counts = HeadlineInput.of(input, movement, allBlockers, allDecisions);
        return new WeeklySummary(input.scope(), input.header(), HeadlineRule.of(counts), questions, blockers, decisions,
                Section.of(OwnerLoads.of(allDecisions, decisions.rows())), movement, input.closures(), input.reopened(),
                input.gates(), Section.of(figures),
                new Section<>(asks.rows(), AskRule.total(allBlockers, allDecisions, actualsDue.size())));
    }

    /** Nothing but how much there is, when there are more lines than can be compared. */
    private static Section<ImpactMovement> movement(WeekMetricsComparison numbers) {
        Listing<Contribution> now = numbers.impact();
        return now.isWhole()
                ? Section.of(ImpactMovement.between(numbers.impactBefore().filter(Listing::isWhole).map(Listing::rows), now.rows()))
                : new Section<>(List.of(), now.total());
    }

    private static Section<OpenItem> sorted(Section<OpenItem> items, Comparator<OpenItem> order) {
        return new Section<>(items.rows().stream().sorted(order).toList(), items.total());
    }

    private static List<Ask> actualsDue(SummaryInput input) {
        LocalDate today = input.header().asOf().atZone(ZoneId.of(input.header().zone())).toLocalDate();
        return input.metrics().map(numbers -> AskRule.actualsDue(numbers.impact().rows(), today)).orElse(List.of());
    }
}
