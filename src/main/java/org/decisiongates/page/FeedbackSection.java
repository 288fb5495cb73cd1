package org.decisiongates.page;

import java.util.List;

import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.FeedbackCounts;
import org.decisiongates.summary.WeeklySummary;

/** What feedback threads ask of owners, in a line. */
record FeedbackSection(WeekFormatter wording, WeeklySummary summary) {

    /** None where nobody counted, which is not the same as nothing asked; a frozen week says so. */
    List<SectionView> sections() {
        return summary.feedback().map(this::line)
                .or(() -> summary.header().frozenAt().map(any -> wording.text("decision-gates.page.not-recorded")))
                .map(line -> new SectionView(SummarySection.FEEDBACK.key(), wording.title(SummarySection.FEEDBACK), List.of(), List.of(),
                        List.of(line)))
                .stream().toList();
    }

    private String line(FeedbackCounts counts) {
        return wording.text(counts.windows() == 0 ? "decision-gates.page.feedback.no-windows" : "decision-gates.page.feedback.windows",
                counts.ownerActions(), counts.disputes(), counts.met(), counts.windows(), counts.breached());
    }
}
