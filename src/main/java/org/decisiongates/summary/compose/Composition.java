package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Trailing;
import org.decisiongates.summary.Movement;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.WeeklySummary;

/** Composes the summary of a week: the same material always gives the same summary. */
public final class Composition {

    private Composition() {
    }

    /** The summary of {@code material}; what is overdue is what its items say. */
    public static WeeklySummary of(Material material) {
        Section<OpenItem> blockers = sorted(material.blockers(), Orders.BLOCKERS);
        Section<OpenItem> decisions = sorted(material.decisions(), Orders.DECISIONS);
        List<Figure> figures = material.reckoned().map(numbers -> new Trailing(numbers.weeksBefore()).beside(numbers.figures())).orElse(List.of());
        Section<Movement> movement = material.reckoned().map(Moves::of).orElse(Section.of(List.of()));
        List<Question> questions = figures.isEmpty() ? List.of() : Questions.of(figures);
        LocalDate today = material.frame().asOf().atZone(ZoneId.of(material.frame().zone())).toLocalDate();
        Facts facts = Facts.of(material, movement);
        return new WeeklySummary(material.scope(), material.frame(), HeadlineRule.of(facts), questions, blockers, decisions,
                Section.of(Loads.of(decisions.rows())), movement, material.closures(), material.reopened(), material.gates(), Section.of(figures),
                Section.of(AskRule.asks(blockers.rows(), decisions.rows(), actualsDue(material.reckoned(), today))));
    }

    private static Section<OpenItem> sorted(Section<OpenItem> items, Comparator<OpenItem> order) {
        return new Section<>(items.rows().stream().sorted(order).toList(), items.total());
    }

    private static List<Contribution> actualsDue(Optional<Reckoned> reckoned, LocalDate today) {
        return reckoned.stream().flatMap(numbers -> numbers.impact().rows().stream())
                .filter(one -> one.line().actual().isEmpty() && one.line().check().filter(check -> check.isBefore(today)).isPresent()).toList();
    }
}
