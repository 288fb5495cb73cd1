package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.Unit;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;

/** The figures of the week. A figure with too small a sample says so. */
record FiguresSection(WeekFormatter wording) {

    /** A metric that only a newer Jira knows is not shown. */
    SectionView section(Listing<Figure> figures) {
        List<Figure> known = figures.rows().stream().filter(figure -> Metrics.find(figure.metric()).isPresent()).toList();
        SectionView table = wording.table(SummarySection.FIGURES, new Listing<>(known, known.size()),
                wording.headings("figure", "this-week", "context", "median", "sample", "issues"),
                figure -> row(figure, Metrics.of(figure.metric())));
        return wording.folding(table, table.caption());
    }

    private RowView row(Figure figure, MetricDefinition metric) {
        Unit unit = metric.unit();
        CellView before = CellView.of(figure.before().map(earlier -> wording.amount(unit, earlier))
                .orElseGet(() -> wording.text("decision-gates.page.figure.first")));
        CellView size = CellView.of(wording.text("decision-gates.page.figure.sample", figure.sample()));
        CellView sample = figure.corrected() == 0 ? size
                : size.marked(wording.mark("subtle", "decision-gates.page.figure.corrected", figure.corrected()));
        return new RowView(CellView.of(wording.text(metric.textKey())),
                List.of(value(figure, unit), new SecondaryFiguresSection(wording).of(figure, metric), before, sample, issues(figure)),
                figure.enough() ? "firm" : "faint");
    }

    private CellView value(Figure figure, Unit unit) {
        Optional<BigDecimal> value = figure.value();
        CellView cell = CellView
                .of(value.map(number -> wording.amount(unit, number)).orElseGet(() -> wording.text("decision-gates.page.figure.nothing")));
        if (!figure.enough()) {
            cell = cell.marked(wording.mark("subtle", "decision-gates.page.not-enough-data"));
        }
        return value.isPresent() && wording.on(Surface.PAGE) ? cell.drawn(Bars.of(value.get(), figure.before(), "same")) : cell;
    }

    private CellView issues(Figure figure) {
        if (figure.issues().isEmpty()) {
            return CellView.of(wording.text("decision-gates.page.issues.none"));
        }
        long more = figure.issueTotal() - figure.issues().size();
        CellView listed = wording.issues(figure.issues());
        String rest = more > 0 ? wording.text("decision-gates.page.issues.more", more) : "";
        return CellView.linking(listed.links(), String.join(" ", listed.text(), rest).strip());
    }
}
