package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Whether a transition has to be refused: the gate enforces, and something else than a pass or a waiver was found. */
    public boolean blocks() {
        return gate.enforcement() == Enforcement.ENFORCE && !status.letsThrough();
    }

    /** Why the gate is not met, in the order of the rules, in the administrator's own words where there are any. */
    public List<Finding> findings() {
        return findings;
    }

    /** What the author may want to improve; never a reason to refuse. */
    public List<Finding> advice() {
        return Arrays.stream(results).filter(result -> result.status() == Status.PASSED).flatMap(result -> result.findings().stream())
                .toList();
    }

    /** Names of the rules that were not met, in the gate's order. */
    public List<String> failedRules() {
        return IntStream.range(0, results.length).filter(i -> !results[i].status().letsThrough())
                .mapToObj(i -> gate.rule(i).shownName()).toList();
    }
}
