package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.metric.Unit;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.TileView;
import org.decisiongates.page.view.WhyView;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.compose.ReviewQuestion;

/** The figures of the week and the two questions they answer. A figure with too small a sample says so. */
record FiguresSection(WeekFormatter wording) {

    /** A metric that only a newer Jira knows is not shown. */
    SectionView section(Listing<Figure> figures) {
        List<Figure> known = figures.rows().stream().filter(figure -> Metrics.find(figure.metric()).isPresent()).toList();
        return wording.table(SummarySection.FIGURES, new Listing<>(known, known.size()),
                wording.headings("figure", "this-week", "beside", "median", "ground", "why"),
                figure -> row(figure, Metrics.of(figure.metric())));
    }

    List<TileView> tiles(List<Question> questions) {
        return questions.stream().flatMap(question -> ReviewQuestion.named(question.name()).map(known -> tile(question, known)).stream())
                .toList();
    }

    private TileView tile(Question question, ReviewQuestion known) {
        Unit unit = known.metric().unit();
        List<String> numbers = new ArrayList<>();
        numbers.add(question.now().map(now -> wording.text("decision-gates.page.tile.now", amount(unit, now), question.sample()))
                .orElseGet(() -> wording.text("decision-gates.page.tile.nothing")));
        numbers.add(question.before().map(before -> wording.text("decision-gates.page.tile.before", amount(unit, before)))
                .orElseGet(() -> wording.text("decision-gates.page.tile.first")));
        return new TileView(wording.text(known.textKey()), answer(question.answer()), String.join(" ", numbers));
    }

    private MarkView answer(Question.Answer answer) {
        return switch (answer) {
            case YES -> wording.mark("success", "decision-gates.page.answer.yes");
            case NO -> wording.mark("removed", "decision-gates.page.answer.no");
            case NOT_ENOUGH_DATA -> wording.mark("subtle", "decision-gates.page.not-enough-data");
        };
    }

    private RowView row(Figure figure, MetricDefinition metric) {
        Unit unit = metric.unit();
        CellView before = CellView.of(
                figure.before().map(earlier -> amount(unit, earlier)).orElseGet(() -> wording.text("decision-gates.page.figure.first")));
        CellView sample = CellView.of(wording.text("decision-gates.page.figure.sample", figure.sample()));
        CellView ground = figure.corrected() == 0 ? sample
                : sample.marked(wording.mark("subtle", "decision-gates.page.figure.corrected", figure.corrected()));
        return new RowView(CellView.of(wording.text(metric.textKey())),
                List.of(value(figure, unit), new SecondaryFiguresSection(wording).of(figure, metric), before, ground,
                        why(figure)),
                figure.enough() ? "firm" : "faint");
    }

    private CellView value(Figure figure, Unit unit) {
        Optional<BigDecimal> value = figure.value();
        CellView cell = CellView
                .of(value.map(number -> amount(unit, number)).orElseGet(() -> wording.text("decision-gates.page.figure.nothing")));
        if (!figure.enough()) {
            cell = cell.marked(wording.mark("subtle", "decision-gates.page.not-enough-data"));
        }
        return value.isPresent() && wording.on(Surface.PAGE) ? cell.drawn(Bars.of(value.get(), figure.before(), "same")) : cell;
    }

    /** Folded away on a page; in a document nothing can be unfolded. */
    private CellView why(Figure figure) {
        List<LinkView> links = wording.links(figure.issues());
        if (figure.issues().isEmpty()) {
            return CellView.of(wording.text("decision-gates.page.why.nothing"));
        }
        long more = figure.issueTotal() - figure.issues().size();
        String rest = more > 0 ? wording.text("decision-gates.page.why.more", more) : "";
        CellView listed = wording.issues(figure.issues());
        if (!wording.on(Surface.PAGE)) {
            return CellView.linking(links, String.join(" ", listed.text(), rest).strip());
        }
        return CellView.of("")
                .explained(new WhyView(wording.text("decision-gates.page.why"), String.join(" ", listed.text(), rest).strip(), links));
    }

    private String amount(Unit unit, BigDecimal number) {
        return wording.text(unit.textKey(), number);
    }
}
