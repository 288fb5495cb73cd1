package org.decisiongates.gate;

import java.util.ArrayList;
import java.util.List;

/** Gathers what the rules of a gate say until the gate answers. */
final class Answer {

    private final List<Finding> findings = new ArrayList<>(4);
    private final List<String> failedRules = new ArrayList<>(4);
    private List<Finding> advice = List.of();
    private List<RuntimeException> causes = List.of();
    private Verdict.Status status = Verdict.Status.PASSED;

    /** The answer of a gate that asks nothing: somebody meant it to ask something. */
    static Answer ofAnEmptyGate() {
        Answer answer = new Answer();
        answer.status = Verdict.Status.FAILED_TO_RUN;
        answer.findings.add(Finding.general("gate.failed-to-run.empty"));
        return answer;
    }

    void note(GateRule rule, Verdict verdict) {
        if (verdict.status().letsThrough()) {
            advice = joined(advice, verdict.findings());
            return;
        }
        refuse(rule, verdict.status());
        if (verdict.status() == Verdict.Status.BLOCKED && rule.message().isPresent()) {
            noteMessage(rule.message().get(), verdict.findings());
        } else if (verdict.findings().isEmpty()) {
            findings.add(Finding.general("gate.refused", Prose.excerpt(rule.name())));
        } else {
            findings.addAll(verdict.findings());
        }
    }

    void noteFailure(GateRule rule, RuntimeException cause) {
        refuse(rule, Verdict.Status.FAILED_TO_RUN);
        findings.add(Finding.general("gate.failed-to-run", Prose.excerpt(rule.name()), cause.getClass().getSimpleName()));
        causes = joined(causes, List.of(cause));
    }

    Examination examination() {
        return new Examination(status, findings, advice, failedRules, causes);
    }

    private void refuse(GateRule rule, Verdict.Status refusal) {
        failedRules.add(Prose.excerpt(rule.name()));
        if (status != Verdict.Status.FAILED_TO_RUN) {
            status = refusal;
        }
    }

    /** The administrator's words once under every field the rule complains about. */
    private void noteMessage(String message, List<Finding> replaced) {
        if (replaced.isEmpty()) {
            findings.add(Finding.general("gate.message", message));
        }
        replaced.stream().map(Finding::field).distinct().map(field -> new Finding(field, "gate.message", List.of(message)))
                .forEach(findings::add);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
