package org.decisiongates.policy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.decisiongates.policy.RuleResult.Status;

/** What a gate found of an issue, all of it at once. */
public final class Evaluation {

    private final Gate gate;
    private final Status status;
    private final RuleResult[] results;
    private final List<Finding> findings;
    private final List<Throwable> causes;

    /** @param results becomes the evaluation's own */
    Evaluation(Gate gate, Status status, RuleResult[] results, List<Finding> findings, List<Throwable> causes) {
        this.gate = gate;
        this.status = status;
        this.results = results;
        this.findings = findings;
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

    /** A copy of the results that the caller may change. */
    RuleResult[] copyOfResults() {
        return results.clone();
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
                : IntStream.range(0, results.length).anyMatch(i -> isUnmet(i, Enforcement.ENFORCE));
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
        return gate.size() == 0 ? findings : unmet(Enforcement.ENFORCE).distinct().toList();
    }

    /** Whether a transition has to be refused because the gate could not be evaluated. */
    public boolean blocksByError() {
        return blocks() && (gate.size() == 0 || IntStream.range(0, results.length)
                .anyMatch(i -> isUnmet(i, Enforcement.ENFORCE) && results[i].status() == Status.ERROR));
    }

    /** What the author may want to improve, in the order of the rules; never a reason to refuse. */
    public List<Finding> advice() {
        return IntStream.range(0, results.length).boxed().flatMap(i -> results[i].status() == Status.PASSED ? results[i].findings().stream()
                : isUnmet(i, Enforcement.ADVISE) ? gate.rule(i).findings(results[i]).stream()
                : Stream.empty()).distinct().toList();
    }

    /** Names of the rules that were not met, in the gate's order. */
    public List<String> failedRules() {
        return IntStream.range(0, results.length).filter(i -> !results[i].status().letsThrough())
                .mapToObj(i -> gate.rule(i).shownName()).toList();
    }

    private Stream<Finding> unmet(Enforcement enforcement) {
        return IntStream.range(0, results.length).filter(i -> isUnmet(i, enforcement)).boxed()
                .flatMap(i -> gate.rule(i).findings(results[i]).stream());
    }

    private boolean isUnmet(int index, Enforcement enforcement) {
        return !results[index].status().letsThrough() && gate.enforcementOf(index) == enforcement;
    }
}
