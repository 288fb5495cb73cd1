package org.decisiongates.gate;

import java.util.ArrayList;
import java.util.List;

import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.text.content.TextContent;

/** Gathers what the rules of a gate say until the gate answers. Lists are shared as long as one rule is all that speaks. */
final class Answer {

    private List<Finding> findings = List.of();
    private List<String> failedRules = List.of();
    private List<Finding> advice = List.of();
    private List<RuntimeException> causes = List.of();
    private Verdict.Status status = Verdict.Status.PASSED;

    /** The answer of a gate that asks nothing: somebody meant it to ask something. */
    static Answer ofAnEmptyGate() {
        Answer answer = new Answer();
        answer.status = Verdict.Status.FAILED_TO_RUN;
        answer.findings = List.of(Finding.general("decision-gates.gate.failed-to-run.empty"));
        return answer;
    }

    void note(GateRule rule, Verdict verdict) {
        if (verdict.status().letsThrough()) {
            advice = joined(advice, verdict.findings());
            return;
        }
        refuse(rule, verdict.status());
        if (verdict.status() == Verdict.Status.BLOCKED && rule.message().isPresent()) {
            findings = joined(findings, said(rule.message().get(), verdict.findings()));
        } else if (verdict.findings().isEmpty()) {
            findings = joined(findings, List.of(Finding.general("decision-gates.gate.refused", TextContent.excerpt(rule.name()))));
        } else {
            findings = joined(findings, verdict.findings());
        }
    }

    void noteFailure(GateRule rule, RuntimeException cause) {
        refuse(rule, Verdict.Status.FAILED_TO_RUN);
        findings = joined(findings, List.of(cause instanceof FieldTypeMismatchException unfit
                ? Finding.general("decision-gates.gate.failed-to-run.unfit-field", TextContent.excerpt(rule.name()), unfit.field().id())
                : Finding.general("decision-gates.gate.failed-to-run", TextContent.excerpt(rule.name()))));
        causes = joined(causes, List.of(cause));
    }

    Examination examination() {
        return new Examination(status, findings, advice, failedRules, causes);
    }

    private void refuse(GateRule rule, Verdict.Status refusal) {
        failedRules = joined(failedRules, List.of(TextContent.excerpt(rule.name())));
        if (status != Verdict.Status.FAILED_TO_RUN) {
            status = refusal;
        }
    }

    /** The administrator's words once under every field the rule complains about. */
    private static List<Finding> said(String message, List<Finding> replaced) {
        if (replaced.isEmpty()) {
            return List.of(Finding.general("decision-gates.gate.message", message));
        }
        return replaced.stream().map(Finding::field).distinct().map(field -> new Finding(field, "decision-gates.gate.message", List.of(message))).toList();
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
