package org.decisiongates.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.SecondaryFigure;
import org.decisiongates.metric.SecondaryFigure.Shown;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.MarkView;

/** The numbers that stand beside a figure, in the order of the metric's definition. One that only a newer Jira knows is not shown. */
record SecondaryFiguresSection(WeekFormatter wording) {

    CellView of(Figure figure, MetricDefinition metric) {
        List<String> parts = new ArrayList<>();
        List<MarkView> marks = new ArrayList<>();
        for (SecondaryFigure secondary : metric.secondary()) {
            Optional<BigDecimal> number = figure.secondary(secondary).filter(known -> isShown(secondary, known));
            if (number.isPresent() && secondary.shown() == Shown.AS_A_MARK) {
                marks.add(wording.mark("success", secondary.textKey()));
            } else if (number.isPresent()) {
                parts.add(wording.text(secondary.textKey(), wording.text(secondary.unit().textKey(), number.get())));
            }
        }
        CellView cell = CellView.of(String.join("; ", parts));
        for (MarkView mark : marks) {
            cell = cell.marked(mark);
        }
        return cell;
    }

    private boolean isShown(SecondaryFigure secondary, BigDecimal number) {
        return switch (secondary.shown()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case UNLESS_ZERO -> number.signum() != 0;
            case EXCEPT_IN_COMPARISONS -> !wording.on(Surface.COMPARISON);
            case AS_A_MARK -> number.signum() > 0;
        };
    }
}
