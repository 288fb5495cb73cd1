package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a gate found of an issue, all of it at once. */
public final class Evaluation {

    private final Gate gate;
    private final RuleResult[] results;
    private final List<Throwable> causes;

    /** @param results becomes the evaluation's own */
    Evaluation(Gate gate, RuleResult[] results, List<Throwable> causes) {
        this.gate = gate;
        this.results = results;
        this.causes = causes;
    }

    /** The gate as it was evaluated. */
    public Gate gate() {
        return gate;
    }

    /** What each rule said, in the gate's order; none when the gate is {@link Enforcement#OFF}. */
    public List<RuleResult> results() {
        return List.of(results);
    }

    /** What rules threw, for the log of the host and nobody's screen. */
    public List<Throwable> causes() {
        return causes;
    }

    /**
     * The results in one word, the worst first: {@link RuleResult.Status#ERROR} (also of a gate without rules: somebody meant it to ask
     * something), {@link RuleResult.Status#FAILED}, {@link RuleResult.Status#NOT_EVALUABLE}, {@link RuleResult.Status#WAIVED}, else
     * {@link RuleResult.Status#PASSED}; {@link RuleResult.Status#NOT_APPLICABLE} when the gate is off.
     */
    public RuleResult.Status status() {
        if (gate.enforcement() == Enforcement.OFF) {
            return RuleResult.Status.NOT_APPLICABLE;
        }
        RuleResult.Status worst = isOfAnEmptyGate() ? RuleResult.Status.ERROR : RuleResult.Status.PASSED;
        for (RuleResult result : results) {
            worst = result.status().outweighs(worst) ? result.status() : worst;
        }
        return worst;
    }

    /** Whether a transition has to be refused: the gate enforces, and something else than a pass or a waiver was found. */
    public boolean blocks() {
        return gate.enforcement() == Enforcement.ENFORCE && !status().letsThrough();
    }

    /** Why the gate is not met, in the order of the rules, in the administrator's own words where there are any. */
    public List<Finding> findings() {
        if (isOfAnEmptyGate()) {
            return List.of(Finding.general("decision-gates.gate.error.empty"));
        }
        List<Finding> found = List.of();
        for (int i = 0; i < results.length; i++) {
            if (!results[i].status().letsThrough()) {
                found = joined(found, shown(gate.rule(i), results[i]));
            }
        }
        return found;
    }

    /** What the author may want to improve; never a reason to refuse. */
    public List<Finding> advice() {
        return Arrays.stream(results).filter(result -> result.status() == RuleResult.Status.PASSED)
                .flatMap(result -> result.findings().stream()).toList();
    }

    /** Names of the rules that were not met, in the gate's order. */
    public List<String> failedRules() {
        return IntStream.range(0, results.length).filter(i -> !results[i].status().letsThrough())
                .mapToObj(i -> gate.rule(i).shownName()).toList();
    }

    private boolean isOfAnEmptyGate() {
        return gate.size() == 0 && gate.enforcement() != Enforcement.OFF;
    }

    /** The administrator's own words for a rule that failed, once under every field it complains about; else the rule's. */
    private static List<Finding> shown(ConfiguredRule rule, RuleResult result) {
        if (result.status() != RuleResult.Status.FAILED || rule.message().isEmpty()) {
            return result.findings();
        }
        return result.findings().stream().map(Finding::field).distinct().map(field -> Finding.inOwnWords(field, rule.message().get()))
                .toList();
    }

    /** The lists are shared as long as one rule is all that speaks. */
    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        if (some.isEmpty()) {
            return more;
        }
        List<Finding> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
