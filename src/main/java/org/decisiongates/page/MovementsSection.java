package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.SummaryLineView;

/** How the expected impact on customers moved, one sentence a metric and unit: units are never added. */
record MovementsSection(WeekFormatter wording) {

    SectionView section(Listing<ImpactMovement> movement) {
        String key = SummarySection.MOVEMENT.key();
        String title = wording.title(SummarySection.MOVEMENT);
        List<SummaryLineView> lines = movement.rows().stream().limit(wording.arrangement().most(SummarySection.MOVEMENT)).map(this::line)
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!lines.isEmpty() && wording.arrangement().executive()) {
            String caption = movement.total() > lines.size() ? wording.caption(SummarySection.MOVEMENT, movement.total()) : title;
            return wording.inShort(SectionView.of(key, caption, lines, List.of()), movement.total());
        }
        if (!lines.isEmpty()) {
            sentences.add(wording.text("decision-gates.page.movement.meaning"));
        }
        if (movement.total() > lines.size()) {
            sentences.add(wording.text("decision-gates.page.more", movement.total() - lines.size()));
        }
        return lines.isEmpty() ? new SectionView(key, title, List.of(), List.of(),
                sentences.isEmpty() ? List.of(wording.text("decision-gates.page.none.movement")) : sentences)
                : SectionView.of(key, title, lines, sentences);
    }

    private SummaryLineView line(ImpactMovement one) {
        String text = one.before().map(before -> wording.text(
                before.compareTo(one.now()) == 0 ? "decision-gates.page.movement.unchanged" : "decision-gates.page.movement.line",
                wording.apart(one.metric()), amount(one, one.now()), one.issueTotal(), amount(one, before)))
                .orElseGet(() -> wording.text("decision-gates.page.movement.first", wording.apart(one.metric()), amount(one, one.now()),
                        one.issueTotal()));
        return new SummaryLineView(List.of(effect(one)), text, wording.arrangement().executive() ? "" : because(one));
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

    private String because(ImpactMovement one) {
        List<String> parts = new ArrayList<>();
        part(parts, "decision-gates.page.movement.added", one.added());
        part(parts, "decision-gates.page.movement.closed", one.closed());
        part(parts, "decision-gates.page.movement.reestimated", one.reestimated());
        part(parts, "decision-gates.page.movement.confidence", one.confidence());
        return parts.isEmpty() ? "" : wording.text("decision-gates.page.movement.because", String.join("; ", parts));
    }

    private void part(List<String> parts, String key, BigDecimal amount) {
        if (amount.signum() != 0) {
            parts.add(wording.text(key, wording.signed(amount, "")));
        }
    }

    private String amount(ImpactMovement one, BigDecimal number) {
        return wording.signed(number, one.unit());
    }
}
