package org.decisiongates.summary.compose;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Metric;
import org.decisiongates.summary.Ask;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.Question;

/**
 * The texts that both products word a summary with: keys of i18n/gates.properties and what goes into them. A name from another version
 * gets a text of its own; nothing that came with a summary becomes part of a key.
 */
public final class Wording {

    private static final String TEXTS = "decision-gates.summary.";
    private static final String OTHER = "other";
    private static final int MOST_ARGUMENTS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> QUESTIONS = Set.of(Questions.SURFACING_EARLIER, Questions.STABILITY_RIGHT);

    private Wording() {
    }

    /** Takes {@link #arguments(Headline)}. */
    public static String headline(Headline headline) {
        return TEXTS + "headline." + Arrays.stream(HeadlineRule.values()).map(HeadlineRule::key).filter(headline.rule()::equals).findFirst().orElse(OTHER);
    }

    public static Serializable[] arguments(Headline headline) {
        Serializable[] arguments = new Serializable[MOST_ARGUMENTS];
        Arrays.fill(arguments, 0L);
        for (int i = 0; i < Math.min(MOST_ARGUMENTS, headline.arguments().size()); i++) {
            arguments[i] = headline.arguments().get(i);
        }
        return arguments;
    }

    /** The question itself. */
    public static String question(Question question) {
        return TEXTS + "question." + (QUESTIONS.contains(question.name()) ? question.name() : OTHER);
    }

    /** Yes, no, not enough data: a word or three. */
    public static String answer(Question question) {
        return TEXTS + "answer." + word(question.answer());
    }

    /** The numbers behind the answer; takes {@link #arguments(Question)}. */
    public static String numbers(Question question) {
        return question(question) + "." + (question.answer() == Question.Answer.NOT_ENOUGH_DATA ? "unknown" : "numbers");
    }

    /** Sample, percent now, percent before. */
    public static Serializable[] arguments(Question question) {
        return new Serializable[] {question.sample(), percent(question.now()), percent(question.before())};
    }

    /** What is asked, to be written before the issue. */
    public static String ask(Ask ask) {
        return TEXTS + "ask." + Arrays.stream(AskRule.values()).map(AskRule::key).filter(ask.kind()::equals).findFirst().orElse(OTHER);
    }

    /** The name of what a figure measures. */
    public static String metric(Figure figure) {
        return TEXTS + "metric." + Metric.of(figure.metric()).map(Metric::key).orElse(OTHER);
    }

    /** A number of a figure with its unit; takes {@link #value(Figure, BigDecimal)}. */
    public static String unit(Figure figure) {
        return TEXTS + "unit." + Metric.of(figure.metric()).map(Wording::unitOf).orElse(OTHER);
    }

    /** {@code number} as the figure's unit counts: a share in percent. */
    public static Serializable value(Figure figure, BigDecimal number) {
        return unit(figure).endsWith("percent") ? number.multiply(HUNDRED) : number;
    }

    private static String unitOf(Metric metric) {
        return switch (metric) {
            case PILOT_DECISION_VELOCITY -> "a-week";
            case BLOCKER_SURVIVAL -> "days";
            case EXPECTED_IMPACT_MOVEMENT -> OTHER;
            case POST_PILOT_EXECUTION_STABILITY, DECISION_CLOSURE_RATE, BLOCKER_SURFACING_LEAD, REOPEN_RATE, BYPASS_RATE -> "percent";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal percent(Optional<BigDecimal> share) {
        return share.map(HUNDRED::multiply).orElse(BigDecimal.ZERO);
    }
}
