package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;

/** How the expected impact on customers moved, one row a metric and unit: units are never added. */
record MovementsSection(WeekFormatter wording) {

    SectionView section(Listing<ImpactMovement> movement) {
        boolean executive = wording.arrangement().executive();
        SectionView table = wording.table(SummarySection.MOVEMENT, movement,
                executive ? wording.headings("number", "now", "change", "effect")
                        : wording.headings("number", "now", "before", "change", "because"),
                this::row);
        if (table.rows().isEmpty() || executive) {
            return table;
        }
        List<String> sentences = new ArrayList<>(List.of(wording.text("decision-gates.page.movement.meaning")));
        sentences.addAll(table.sentences());
        return new SectionView(table.name(), table.caption(), table.headings(), table.rows(), sentences);
    }

    private RowView row(ImpactMovement one) {
        String name = one.unit().isBlank() ? wording.cut(one.metric())
                : wording.text("decision-gates.page.movement.name", wording.apart(one.metric()), wording.apart(one.unit()));
        CellView now = CellView.of(wording.text("decision-gates.page.movement.now", signed(one.now()), one.issueTotal()));
        if (wording.arrangement().executive()) {
            return new RowView(CellView.of(name), List.of(now, difference(one), CellView.of("").marked(effect(one))));
        }
        CellView before = one.before().map(earlier -> CellView.of(signed(earlier)).unbroken())
                .orElseGet(() -> CellView.of(wording.text("decision-gates.page.movement.first")));
        return new RowView(CellView.of(name), List.of(now, before, change(one), because(one)));
    }

    private CellView change(ImpactMovement one) {
        CellView cell = difference(one).marked(effect(one));
        String style = one.good() > 0 ? "better" : one.good() < 0 ? "worse" : "same";
        return one.before().isPresent() && wording.on(Surface.PAGE) ? cell.drawn(Bars.of(one.now(), one.before(), style)) : cell;
    }

    private CellView difference(ImpactMovement one) {
        if (one.before().isEmpty()) {
            return CellView.of("");
        }
        int sign = one.change().signum();
        return CellView
                .of(wording.text(sign > 0 ? "decision-gates.page.up" : sign < 0 ? "decision-gates.page.down" : "decision-gates.page.level",
                        signed(one.change())))
                .unbroken();
    }

    private MarkView effect(ImpactMovement one) {
        if (one.before().isEmpty()) {
            return wording.mark("subtle", "decision-gates.page.movement.unknown");
        }
        return switch (Integer.signum(one.good())) {
            case 1 -> wording.mark("success", "decision-gates.page.movement.better");
            case -1 -> wording.mark("removed", "decision-gates.page.movement.worse");
            default -> wording.mark("subtle", "decision-gates.page.movement.same");
        };
    }

    private CellView because(ImpactMovement one) {
        List<String> parts = new ArrayList<>();
        part(parts, "decision-gates.page.movement.added", one.added());
        part(parts, "decision-gates.page.movement.closed", one.closed());
        part(parts, "decision-gates.page.movement.reestimated", one.reestimated());
        part(parts, "decision-gates.page.movement.confidence", one.confidence());
        return CellView.of(parts.isEmpty() ? wording.text("decision-gates.page.movement.nothing") : String.join("; ", parts));
    }

    private void part(List<String> parts, String key, BigDecimal amount) {
        if (amount.signum() != 0) {
            parts.add(wording.text(key, signed(amount)));
        }
    }

    private String signed(BigDecimal number) {
        return number.signum() == 0 ? wording.text("decision-gates.page.zero") : wording.text("decision-gates.page.signed", number);
    }
}
