package org.decisiongates.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Listing;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SummaryHeader.Gap;
import org.decisiongates.summary.WeeklySummary;

/** What is recorded of what is open and was not mitigated. */
record RisksSection(WeekFormatter wording, WeeklySummary summary) {

    /** None where nobody looked, which is not the same as none recorded; a frozen week says so. */
    List<SectionView> sections() {
        return summary.risks().map(this::section).or(() -> summary.header().frozenAt()
                .map(any -> new SectionView(SummarySection.RISKS.key(), wording.title(SummarySection.RISKS), List.of(), List.of(),
                        List.of(wording.text("decision-gates.page.not-recorded")))))
                .stream().toList();
    }

    private SectionView section(Listing<RiskItem> risks) {
        SectionView table = wording.table(SummarySection.RISKS, risks, wording.headings("issue", "risk", "state", "who", "until"),
                this::row);
        if (!summary.header().gaps().contains(Gap.RISKS_AT_LEAST)) {
            return table;
        }
        // "none recorded" would not be true either
        List<String> sentences = new ArrayList<>(table.rows().isEmpty() ? List.of() : table.sentences());
        sentences.add(wording.text("decision-gates.page.risks.at-least"));
        return table.saying(sentences);
    }

    private RowView row(RiskItem risk) {
        return new RowView(wording.issue(risk.key()), List.of(CellView.of(wording.cut(risk.risk())), CellView.of("").marked(state(risk)),
                CellView.of(risk.who().map(wording::cut).orElse("")), risk.until().map(wording::day).orElseGet(() -> CellView.of(""))));
    }

    private MarkView state(RiskItem risk) {
        Optional<RiskItem.State> known = Arrays.stream(RiskItem.State.values()).filter(one -> one.key().equals(risk.state())).findFirst();
        return known.map(state -> wording.mark(switch (state) {
            case LAPSED -> "removed";
            case OPEN -> "moved";
            case ACCEPTED -> "subtle";
        }, "decision-gates.page.risk." + state.key())).orElseGet(() -> wording.lozenge("subtle", wording.cut(risk.state())));
    }
}
