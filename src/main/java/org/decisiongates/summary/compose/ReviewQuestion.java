package org.decisiongates.summary.compose;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.MetricDefinition;
import org.decisiongates.metric.Metrics;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.Question.Answer;

/** The two questions of every weekly review, answered by a number of the week and the median of the four weeks before. */
public enum ReviewQuestion {
    /** A lead that cannot get larger counts as earlier. */
    SURFACING_EARLIER("surfacing-earlier", Metrics.BLOCKER_SURFACING_LEAD) {
        @Override
        boolean holds(BigDecimal now, BigDecimal before) {
            return metric().compare(now, before) > 0 || now.compareTo(BigDecimal.ONE) == 0;
        }
    },
    /** Stability that stays the same counts as trending right. */
    STABILITY_RIGHT("stability-right", Metrics.POST_PILOT_EXECUTION_STABILITY) {
        @Override
        boolean holds(BigDecimal now, BigDecimal before) {
            return metric().compare(now, before) >= 0;
        }
    };

    private final String key;
    private final MetricDefinition metric;

    ReviewQuestion(String key, MetricDefinition metric) {
        this.key = key;
        this.metric = metric;
    }

    /** The question of this name; empty for one that only a newer version knows. */
    public static Optional<ReviewQuestion> named(String name) {
        return Arrays.stream(values()).filter(question -> question.key.equals(name)).findFirst();
    }

    /** Both, answered. */
    static List<Question> answered(List<Figure> figures) {
        return Arrays.stream(values()).map(question -> question.answer(figures)).toList();
    }

    /** What answers it. */
    public MetricDefinition metric() {
        return metric;
    }

    /** In words. */
    public String textKey() {
        return "decision-gates.page.question." + key;
    }

    abstract boolean holds(BigDecimal now, BigDecimal before);

    private Question answer(List<Figure> figures) {
        Optional<Figure> figure = metric.in(figures);
        Optional<BigDecimal> now = figure.flatMap(Figure::value);
        Optional<BigDecimal> before = figure.flatMap(Figure::before);
        boolean enough = figure.filter(Figure::enough).isPresent() && now.isPresent() && before.isPresent();
        return new Question(key, !enough ? Answer.NOT_ENOUGH_DATA : holds(now.get(), before.get()) ? Answer.YES : Answer.NO, now, before,
                figure.map(Figure::sample).orElse(0L));
    }
}
