package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Baseline;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.TileView;
import org.decisiongates.page.view.TrendView;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.summary.compose.ReviewQuestion;

/** The questions of the week: what is overdue, whether Blockers surface earlier, whether what was decided holds, how fast deciding is. */
record TilesSection(WeekFormatter wording, WeeklySummary summary) {

    /** Without what is overdue where the owner that was asked for owns nothing, and without figures while they are not known. */
    List<TileView> tiles() {
        List<TileView> tiles = new ArrayList<>();
        if (WeekPage.isUnlisted(summary)) {
            tiles.add(overdueInNumbers());
        } else if (!WeekPage.isNothingOfTheirs(summary)) {
            tiles.add(overdue());
        }
        if (WeekPage.isComputed(summary)) {
            summary.questions().stream()
                    .flatMap(question -> ReviewQuestion.named(question.name()).map(known -> tile(question, known)).stream())
                    .forEach(tiles::add);
            Metrics.PILOT_DECISION_VELOCITY.in(summary.figures().rows()).map(this::velocity).ifPresent(tiles::add);
        }
        return tiles;
    }

    private TileView overdue() {
        long blockers = overdue(summary.blockers().rows());
        long decisions = overdue(summary.decisions().rows());
        boolean all = summary.blockers().isWhole() && summary.decisions().isWhole();
        MarkView answer = blockers + decisions > 0 ? wording.mark("removed", "decision-gates.page.answer.yes")
                : all ? wording.mark("success", "decision-gates.page.answer.no")
                : wording.mark("subtle", "decision-gates.page.by-unknown");
        List<LinkView> links = summary.header().frozenAt().isPresent() ? List.of()
                : wording.issueList(summary.header().lists().blockers()).map(address -> new LinkView(
                        wording.text(wording.arrangement().executive() ? "decision-gates.page.list.short"
                                : "decision-gates.page.list.blockers"),
                        address, "issues")).stream().toList();
        boolean nothing = summary.blockers().total() + summary.decisions().total() == 0;
        return new TileView(wording.text("decision-gates.page.question.overdue"), answer, nothing
                ? wording.text("decision-gates.page.tile.nothing-open")
                : wording.text("decision-gates.page.tile.overdue", blockers, summary.blockers().total(), decisions,
                        summary.decisions().total(), all ? 0 : 1),
                "", trend(TileSeries.OVERDUE), links);
    }

    /** Of a week that lists nothing: how much was overdue, if that is known. */
    private TileView overdueInNumbers() {
        Optional<BigDecimal> number = new TrendSection(wording, summary).points(TileSeries.OVERDUE)
                .flatMap(points -> points.get(points.size() - 1).value());
        MarkView answer = number.map(some -> some.signum() > 0 ? wording.mark("removed", "decision-gates.page.answer.yes")
                : wording.mark("success", "decision-gates.page.answer.no"))
                .orElseGet(() -> wording.mark("subtle", "decision-gates.page.by-unknown"));
        return new TileView(wording.text("decision-gates.page.question.overdue"), answer,
                number.map(some -> wording.text("decision-gates.page.tile.overdue.unlisted", some))
                        .orElseGet(() -> wording.text("decision-gates.page.tile.overdue.unknown")),
                "", trend(TileSeries.OVERDUE), List.of());
    }

    private List<TrendView> trend(String name) {
        return new TrendSection(wording, summary).of(name).stream().toList();
    }

    private static long overdue(List<OpenItem> items) {
        return items.stream().filter(OpenItem::overdue).count();
    }

    private TileView tile(Question question, ReviewQuestion known) {
        MarkView answer = switch (question.answer()) {
            case YES -> wording.mark("success", "decision-gates.page.answer.yes");
            case NO -> wording.mark("removed", "decision-gates.page.answer.no");
            case NOT_ENOUGH_DATA -> wording.mark("subtle", "decision-gates.page.not-enough-data");
        };
        List<String> issues = known.metric().in(summary.figures().rows()).map(Figure::issues).orElse(List.of());
        return tile(wording.text(known.textKey()), answer, known.metric(), question.now(), question.before(), question.sample(), issues);
    }

    private TileView velocity(Figure figure) {
        MetricDefinition metric = Metrics.PILOT_DECISION_VELOCITY;
        int better = figure.value().isPresent() && figure.before().isPresent() ? metric.compare(figure.value().get(), figure.before().get())
                : 0;
        MarkView answer = !figure.enough() || figure.value().isEmpty() || figure.before().isEmpty()
                ? wording.mark("subtle", "decision-gates.page.not-enough-data")
                : better > 0 ? wording.mark("success", "decision-gates.page.answer.yes")
                : better < 0 ? wording.mark("removed", "decision-gates.page.answer.no")
                : wording.mark("subtle", "decision-gates.page.answer.as-usual");
        return tile(wording.text("decision-gates.page.question.deciding-faster"), answer, metric, figure.value(), figure.before(),
                figure.sample(), figure.issues());
    }

    private TileView tile(String question, MarkView answer, MetricDefinition metric, Optional<BigDecimal> now, Optional<BigDecimal> before,
            long sample, List<String> issues) {
        String text = "decision-gates.page.tile." + metric.key();
        String known = now.map(number -> before
                .map(usual -> wording.text(text + ".usual", wording.amount(metric.unit(), number), wording.amount(metric.unit(), usual)))
                .orElseGet(() -> wording.text(text + ".now", wording.amount(metric.unit(), number))))
                .orElseGet(() -> wording.text("decision-gates.page.tile.nothing"));
        String numbers = Stream.concat(Stream.of(known), lacking(metric, sample, before).stream()).collect(Collectors.joining(" "));
        // one line of a tile has no room for more
        String name = wording.text(wording.arrangement().executive() ? "decision-gates.page.tile.short." + metric.key() : metric.textKey());
        String size = wording.text("decision-gates.page.tile.sample", name, sample);
        List<LinkView> links = wording.issueListOf(issues).map(address -> new LinkView(size, address, "issues")).stream().toList();
        return new TileView(question, answer, numbers, links.isEmpty() ? size : "", trend(metric.key()), links);
    }

    /** What there is too little of to say more, and how much it takes. */
    private Optional<String> lacking(MetricDefinition metric, long sample, Optional<BigDecimal> before) {
        if (sample < Figure.ENOUGH) {
            return Optional.of(wording.text("decision-gates.page.tile.too-few-cases", sample, Figure.ENOUGH));
        }
        return before.isPresent() ? Optional.empty()
                : Optional.of(new TrendSection(wording, summary).points(metric.key())
                        .map(TilesSection::earlierWeeks).map(weeks -> weeks < Baseline.FEWEST_WEEKS
                                ? wording.text("decision-gates.page.tile.too-few-weeks", weeks, Baseline.FEWEST_WEEKS)
                                : wording.text("decision-gates.page.tile.too-few-cases-before", Figure.ENOUGH))
                        .orElseGet(() -> wording.text("decision-gates.page.tile.first")));
    }

    /** How many of the weeks that a week is compared with have a number. */
    private static long earlierWeeks(List<TileSeries.Point> points) {
        return points.subList(Math.max(0, points.size() - 1 - Baseline.WEEKS), points.size() - 1).stream()
                .filter(point -> point.value().isPresent()).count();
    }
}
