package org.decisiongates.policy;

import java.util.List;

/**
 * What a gate said of an item, all of it at once.
 *
 * @param status      the answer of the whole gate
 * @param findings    why it refuses, in the order of the rules; empty when it does not
 * @param advice      what the author may want to improve; never a reason to refuse
 * @param failedRules names of the rules that refused, in the gate's order
 * @param causes      what rules threw, for the log of the host and nobody's screen
 */
public record Evaluation(RuleResult.Status status, List<Finding> findings, List<Finding> advice, List<String> failedRules,
        List<RuntimeException> causes) {

    /** Nothing to say. One object, so that passing costs no memory. */
    static final Evaluation PASSED = new Evaluation(RuleResult.Status.PASSED, List.of(), List.of(), List.of(), List.of());

    public Evaluation {
        findings = List.copyOf(findings);
        advice = List.copyOf(advice);
        failedRules = List.copyOf(failedRules);
        causes = List.copyOf(causes);
    }
}
