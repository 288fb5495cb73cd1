package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.decisiongates.text.Message;

/**
 * What a gate found of an issue, all of it at once.
 *
 * @param gate    the gate as it was evaluated
 * @param results what each rule said, in the gate's order; none when the gate is {@link Enforcement#OFF}
 * @param causes  what rules threw, for the log of the host and nobody's screen
 */
public record Evaluation(Gate gate, List<RuleResult> results, List<RuntimeException> causes) {

    public Evaluation {
        results = List.copyOf(results);
        causes = List.copyOf(causes);
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
        for (int i = 0; i < results.size(); i++) {
            RuleResult.Status status = results.get(i).status();
            worst = status.outweighs(worst) ? status : worst;
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
            return List.of(Finding.general("decision-gates.gate.failed-to-run.empty"));
        }
        List<Finding> found = null;
        for (int i = 0; i < results.size(); i++) {
            RuleResult result = results.get(i);
            if (!result.status().letsThrough()) {
                found = found == null ? new ArrayList<>(2 * results.size()) : found;
                addTo(found, gate.rule(i), result);
            }
        }
        return found == null ? List.of() : found;
    }

    /** What the author may want to improve; never a reason to refuse. */
    public List<Finding> advice() {
        return results.stream().filter(result -> result.status() == RuleResult.Status.PASSED)
                .flatMap(result -> result.findings().stream()).toList();
    }

    /** Names of the rules that were not met, in the gate's order. */
    public List<String> failedRules() {
        return IntStream.range(0, results.size()).filter(i -> !results.get(i).status().letsThrough())
                .mapToObj(i -> gate.rule(i).shownName()).toList();
    }

    private boolean isOfAnEmptyGate() {
        return gate.size() == 0 && gate.enforcement() != Enforcement.OFF;
    }

    private static void addTo(List<Finding> found, ConfiguredRule rule, RuleResult result) {
        if (result.status() != RuleResult.Status.FAILED || rule.message().isEmpty()) {
            found.addAll(result.findings());
            return;
        }
        // once under every field the rule complains about
        String message = rule.message().get();
        result.findings().stream().map(Finding::field).distinct()
                .forEach(field -> found.add(new Finding(field, Message.of("decision-gates.gate.message", message))));
    }
}
