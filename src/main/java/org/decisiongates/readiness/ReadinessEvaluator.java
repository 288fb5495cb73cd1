package org.decisiongates.readiness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleResult;

/**
 * Asks the gates of a workflow about issues, one issue after another, by the one {@link Evaluator}: a rule that several gates ask with the
 * same settings examines each issue once. For one request and one thread.
 */
public final class ReadinessEvaluator {

    private final EvaluationContext moment;
    private final Map<AskedRule, SharedRule> rules = new HashMap<>();
    private final Map<Gate, Gate> gates = new HashMap<>();

    /** @param moment for every evaluation; it knows no transition, because none is made */
    public ReadinessEvaluator(EvaluationContext moment) {
        this.moment = moment;
    }

    /** What {@code gates} say of {@code issue}, which has these waivers. */
    public List<Evaluation> evaluate(List<Gate> gates, IssueView issue, ActiveWaivers waivers) {
        EvaluationContext context = moment.waivedBy(waivers);
        return gates.stream().map(gate -> Evaluator.evaluate(this.gates.computeIfAbsent(gate, this::sharing), issue, context)).toList();
    }

    /** What the gates of {@code transition} say of {@code issue}. */
    public TransitionReadiness evaluate(GatedTransition transition, IssueView issue, ActiveWaivers waivers) {
        return TransitionReadiness.of(transition, evaluate(transition.gates(), issue, waivers));
    }

    /** The score of {@code issue}: of its ways on, that of the one on which it has most points; of several of these the first. */
    public Score score(GatesAhead ahead, IssueView issue, ActiveWaivers waivers, ScoreWeights weights) {
        if (ahead.workflow().isEmpty()) {
            return Score.NONE;
        }
        Map<Integer, TransitionReadiness> asked = new HashMap<>();
        return ahead.ways().stream().map(way -> Score.of(way.stream()
                .map(transition -> asked.computeIfAbsent(transition.id(), id -> evaluate(transition, issue, waivers))).toList(), weights))
                .reduce(BinaryOperator.maxBy(Score.BY_POINTS)).orElse(Score.NONE);
    }

    private Gate sharing(Gate gate) {
        return new Gate(gate.policy(), gate.key(), gate.name(), gate.enforcement(), gate.rules().stream().map(this::sharing).toList());
    }

    private ConfiguredRule sharing(ConfiguredRule rule) {
        return rule.isSound()
                ? rule.examinedBy(rules.computeIfAbsent(new AskedRule(rule.name(), rule.settings()), asked -> new SharedRule(rule.rule())))
                : rule;
    }

    private record AskedRule(String name, Map<String, String> settings) {
    }

    /** Keeps what a rule said of the issue it was asked about last; an exception is not kept. */
    private static final class SharedRule implements Rule {

        private final Rule rule;
        private IssueView examined;
        private RuleResult result;

        SharedRule(Rule rule) {
            this.rule = rule;
        }

        @Override
        public RuleResult evaluate(IssueView issue, EvaluationContext context) {
            if (issue != examined) {
                result = rule.evaluate(issue, context);
                examined = issue;
            }
            return result;
        }
    }
}
