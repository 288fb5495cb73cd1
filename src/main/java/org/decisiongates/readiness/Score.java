package org.decisiongates.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.decisiongates.policy.Enforcement;

/**
 * How ready an issue is for what is still ahead of it, as a number from 0 to 100 (metric M3): the weights of the rules that are met among
 * those that are asked of it on its way on. Only what is enforced is asked; a rule that is waived is met; one that does not apply, or that
 * only a transition can answer, is not asked. A rule that several gates ask is met when it is met in all of them.
 *
 * @param gated             whether a gate of the workflow refuses anything: without one there is no score
 * @param way               names of the transitions that are scored, in the order in which the issue passes them
 * @param rules             what each rule is worth, in the order in which the gates ask
 * @param askedAtTransition keys of the enforced rules that only a transition can answer, and that are worth nothing here
 */
public record Score(boolean gated, List<String> way, List<Points> rules, List<String> askedAtTransition) {

    /** Of an issue of which no gate asks anything wherever it stands. */
    public static final Score NONE = new Score(false, List.of(), List.of(), List.of());
    /** The score with more points is greater; of two that are limited, that which would have more. */
    static final Comparator<Score> BY_POINTS = Comparator.comparingInt((Score score) -> score.value().orElse(-1))
            .thenComparingInt(Score::sum);

    /** What an issue has at most while a rule is not met that the weights require. */
    public static final int MOST_WITHOUT_REQUIRED = 49;
    private static final int ALL = 100;

    public Score {
        way = List.copyOf(way);
        rules = List.copyOf(rules);
        askedAtTransition = List.copyOf(askedAtTransition);
    }

    /**
     * What one rule is worth.
     *
     * @param rule     its key; empty text for gates without rules
     * @param points   what it is worth; those of all rules make 100
     * @param met      whether the issue has them
     * @param required whether the issue has few points in all while it is not met
     */
    public record Points(String rule, int points, boolean met, boolean required) {
    }

    /** The score of an issue of which the gates of the transitions on its way say this. */
    public static Score of(List<TransitionReadiness> way, ScoreWeights weights) {
        List<RuleReadiness> asked = way.stream().flatMap(transition -> transition.rules().stream()).toList();
        Map<String, Boolean> met = new LinkedHashMap<>();
        asked.stream().filter(Score::isAsked).forEach(rule -> met.merge(rule.rule(), rule.result().letsThrough(), Boolean::logicalAnd));
        List<String> keys = List.copyOf(met.keySet());
        int[] points = scaled(keys.stream().mapToInt(weights::of).toArray());
        return new Score(true, way.stream().map(TransitionReadiness::name).toList(), IntStream.range(0, keys.size())
                .mapToObj(i -> new Points(keys.get(i), points[i], met.get(keys.get(i)), weights.requires(keys.get(i)))).toList(),
                asked.stream().filter(rule -> rule.refuses() && rule.isAskedAtTransition()).map(RuleReadiness::rule).distinct()
                        .filter(rule -> !met.containsKey(rule)).toList());
    }

    /** The number: 100 when nothing is asked any more; empty in a workflow that asks nothing anywhere, which is no 0 and no 100. */
    public OptionalInt value() {
        if (!gated) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(isCapped() ? Math.min(sum(), MOST_WITHOUT_REQUIRED) : sum());
    }

    private int sum() {
        return rules.isEmpty() ? ALL : rules.stream().filter(Points::met).mapToInt(Points::points).sum();
    }

    /** How many points are missing; empty where there is no score. */
    public OptionalInt missing() {
        OptionalInt value = value();
        return value.isPresent() ? OptionalInt.of(ALL - value.getAsInt()) : value;
    }

    /** Whether a rule is not met without which there are few points in all. */
    public boolean isCapped() {
        return rules.stream().anyMatch(rule -> rule.required() && !rule.met());
    }

    /** How many rules are met. */
    public int met() {
        return (int) rules.stream().filter(Points::met).count();
    }

    private static boolean isAsked(RuleReadiness rule) {
        return rule.enforcement() == Enforcement.ENFORCE && switch (rule.result()) {
            case PASSED, WAIVED, FAILED, ERROR -> true;
            case NOT_APPLICABLE, NOT_EVALUABLE -> false;
        };
    }

    /**
     * Whole numbers in the proportion of the weights that make exactly 100, equal ones where all weigh nothing: what rounding down leaves
     * goes to the largest remainders.
     */
    static int[] scaled(int[] weights) {
        int sum = IntStream.of(weights).sum();
        if (sum == 0) {
            return weights.length == 0 ? weights : scaled(IntStream.of(weights).map(weight -> 1).toArray());
        }
        int[] points = IntStream.of(weights).map(weight -> weight * ALL / sum).toArray();
        List<Integer> byRemainder = new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
        byRemainder.sort(Comparator.comparingInt((Integer i) -> weights[i] * ALL % sum).reversed());
        int left = ALL - IntStream.of(points).sum();
        byRemainder.subList(0, left).forEach(i -> points[i]++);
        return points;
    }
}
