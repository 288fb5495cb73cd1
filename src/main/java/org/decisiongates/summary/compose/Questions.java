package org.decisiongates.summary.compose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Metric;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.Question.Answer;

/** The two questions of every weekly review, answered by a number of the week and the median of the four weeks before. */
final class Questions {

    static final String SURFACING_EARLIER = "surfacing-earlier";
    static final String STABILITY_RIGHT = "stability-right";

    private Questions() {
    }

    static List<Question> of(List<Figure> figures) {
        return List.of(
                question(SURFACING_EARLIER, Metric.BLOCKER_SURFACING_LEAD, figures),
                question(STABILITY_RIGHT, Metric.POST_PILOT_EXECUTION_STABILITY, figures));
    }

    private static Question question(String name, Metric metric, List<Figure> figures) {
        Optional<Figure> figure = figures.stream().filter(one -> one.metric().equals(metric.key())).findFirst();
        Optional<BigDecimal> now = figure.flatMap(Figure::value);
        Optional<BigDecimal> before = figure.flatMap(Figure::before);
        boolean enough = figure.filter(Figure::enough).isPresent() && now.isPresent() && before.isPresent();
        return new Question(name, enough ? answer(name, now.get(), before.get()) : Answer.NOT_ENOUGH_DATA, now, before,
                figure.map(Figure::sample).orElse(0L));
    }

    /** What cannot get earlier is early; what stays as stable as it was goes right. */
    private static Answer answer(String name, BigDecimal now, BigDecimal before) {
        boolean earlier = now.compareTo(before) > 0 || now.compareTo(BigDecimal.ONE) == 0;
        boolean right = now.compareTo(before) >= 0;
        return (name.equals(SURFACING_EARLIER) ? earlier : right) ? Answer.YES : Answer.NO;
    }
}
