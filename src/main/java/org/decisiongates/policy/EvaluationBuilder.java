package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.List;

import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.text.content.TextContent;

/** Gathers what the rules of a gate say until the gate answers. Lists are shared as long as one rule is all that speaks. */
final class EvaluationBuilder {

    private List<Finding> findings = List.of();
    private List<String> failedRules = List.of();
    private List<Finding> advice = List.of();
    private List<RuntimeException> causes = List.of();
    private RuleResult.Status status = RuleResult.Status.PASSED;

    /** The answer of a gate that asks nothing: somebody meant it to ask something. */
    static EvaluationBuilder ofAnEmptyGate() {
        EvaluationBuilder answer = new EvaluationBuilder();
        answer.status = RuleResult.Status.FAILED_TO_RUN;
        answer.findings = List.of(Finding.general("decision-gates.gate.failed-to-run.empty"));
        return answer;
    }

    void note(ConfiguredRule rule, RuleResult verdict) {
        if (verdict.status().letsThrough()) {
            advice = joined(advice, verdict.findings());
            return;
        }
        refuse(rule, verdict.status());
        if (verdict.status() == RuleResult.Status.BLOCKED && rule.message().isPresent()) {
            findings = joined(findings, said(rule.message().get(), verdict.findings()));
        } else if (verdict.findings().isEmpty()) {
            findings = joined(findings, List.of(Finding.general("decision-gates.gate.refused", TextContent.excerpt(rule.name()))));
        } else {
            findings = joined(findings, verdict.findings());
        }
    }

    void noteFailure(ConfiguredRule rule, RuntimeException cause) {
        refuse(rule, RuleResult.Status.FAILED_TO_RUN);
        findings = joined(findings, List.of(cause instanceof FieldTypeMismatchException unfit
                ? Finding.general("decision-gates.gate.failed-to-run.unfit-field", TextContent.excerpt(rule.name()), unfit.field().id())
                : Finding.general("decision-gates.gate.failed-to-run", TextContent.excerpt(rule.name()))));
        causes = joined(causes, List.of(cause));
    }

    Evaluation examination() {
        return new Evaluation(status, findings, advice, failedRules, causes);
    }

    private void refuse(ConfiguredRule rule, RuleResult.Status refusal) {
        failedRules = joined(failedRules, List.of(TextContent.excerpt(rule.name())));
        if (status != RuleResult.Status.FAILED_TO_RUN) {
            status = refusal;
        }
    }

    /** The administrator's words once under every field the rule complains about. */
    private static List<Finding> said(String message, List<Finding> replaced) {
        if (replaced.isEmpty()) {
            return List.of(Finding.general("decision-gates.gate.message", message));
        }
        return replaced.stream().map(Finding::field).distinct()
                .map(field -> new Finding(field, "decision-gates.gate.message", List.of(message))).toList();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (some.isEmpty()) {
            return more;
        }
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
