package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.decisiongates.policy.RuleResult.Status;

/** What a gate found of an issue, all of it at once. */
public final class Evaluation {

    private final Gate gate;
    private final Status status;
    private final List<RuleOutcome> outcomes;
    private final List<Finding> findings;
    private final List<Throwable> causes;

    /** @param outcomes those of rules that did not plainly pass, in the gate's order */
    Evaluation(Gate gate, Status status, List<RuleOutcome> outcomes, List<Finding> findings, List<Throwable> causes) {
        this.gate = gate;
        this.status = status;
        this.outcomes = outcomes;
        this.findings = findings;
        this.causes = causes;
    }

    /** The gate as it was evaluated. */
    public Gate gate() {
        return gate;
    }

    /** What each rule said, in the gate's order; none when the gate is {@link Enforcement#OFF}. */
    public List<RuleResult> results() {
        if (gate.enforcement() == Enforcement.OFF) {
            return List.of();
        }
        RuleResult[] results = new RuleResult[gate.size()];
        Arrays.setAll(results, i -> gate.enforcementOf(i) == Enforcement.OFF ? RuleResult.notApplicable() : RuleResult.passed());
        outcomes.forEach(outcome -> results[outcome.rule()] = outcome.result());
        return List.of(results);
    }

    /** What rules threw, for the log of the host and not for any screen. */
    public List<Throwable> causes() {
        return causes;
    }

    /**
     * The results in one word, the worst first: {@link Status#ERROR} (also for a gate without rules, which was meant to ask something),
     * {@link Status#FAILED}, {@link Status#NOT_EVALUABLE}, {@link Status#WAIVED}, else {@link Status#PASSED};
     * {@link Status#NOT_APPLICABLE} when the gate is off.
     */
    public Status status() {
        return status;
    }

    /**
     * Whether a transition has to be refused: of a rule that is enforced, something else than a pass or a waiver was found, or a gate that
     * enforces holds no rule.
     */
    public boolean blocks() {
        if (status.letsThrough()) {
            return false;
        }
        return gate.size() == 0 ? gate.enforcement() == Enforcement.ENFORCE
                : outcomes.stream().anyMatch(outcome -> isUnmet(outcome, Enforcement.ENFORCE));
    }

    /** Why the gate is not met, in the order of the rules, in the administrator's own words where there are any. */
    public List<Finding> findings() {
        return findings;
    }

    /** Why a transition has to be refused: the findings of the rules that are enforced; empty when it need not be. */
    public List<Finding> reasons() {
        if (!blocks()) {
            return List.of();
        }
        return gate.size() == 0 ? findings
                : outcomes.stream().filter(outcome -> isUnmet(outcome, Enforcement.ENFORCE)).flatMap(this::findings).distinct().toList();
    }

    /** Whether a transition has to be refused because the gate could not be evaluated. */
    public boolean blocksByError() {
        return blocks() && (gate.size() == 0 || outcomes.stream()
                .anyMatch(outcome -> isUnmet(outcome, Enforcement.ENFORCE) && outcome.result().status() == Status.ERROR));
    }

    /** The same findings of a gate that only records them: nothing is refused for them. */
    public Evaluation recordedOnly() {
        return new Evaluation(gate.recordedOnly(), status, outcomes, findings, causes);
    }

    /** Names of the rules that were not met, in the gate's order. */
    public List<String> failedRules() {
        return outcomes.stream().filter(outcome -> !outcome.result().status().letsThrough())
                .map(outcome -> gate.rule(outcome.rule()).shownName()).toList();
    }

    private Stream<Finding> findings(RuleOutcome outcome) {
        return gate.rule(outcome.rule()).findings(outcome.result()).stream();
    }

    private boolean isUnmet(RuleOutcome outcome, Enforcement enforcement) {
        return !outcome.result().status().letsThrough() && gate.enforcementOf(outcome.rule()) == enforcement;
    }
}
