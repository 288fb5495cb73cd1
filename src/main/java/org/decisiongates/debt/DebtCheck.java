package org.decisiongates.debt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.decisiongates.debt.GateDebt.Cause;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.waiver.WaivedRule;

/** Finds what an issue owes: one evaluation of the gate before its present phase, compared with what was found before. */
public final class DebtCheck {

    /** Why an issue is looked at. */
    public enum Trigger {
        /** It was created, or came from another project or type. */
        CREATED,
        /** Somebody edited it or moved it to another status. */
        EDITED,
        /** The issues of its project are being looked at for the first time, whatever happened to it. */
        FIRST,
        /** Nothing is known to have happened to it. */
        SWEPT
    }

    private DebtCheck() {
    }

    /**
     * What is owed now, in a phase that no policy guards nothing; empty for an issue that is in no phase.
     *
     * @param before what was found at the last check
     * @param gate   what all policies ask of an issue in this phase; empty when none asks anything
     * @param now    the moment, without an actor: a rule that needs one, or a transition, owes nothing
     */
    public static Optional<IssueDebt> check(long issueId, long projectId, IssueView issue, Optional<Gate> gate,
            Optional<IssueDebt> before, Trigger trigger, EvaluationContext now) {
        Optional<String> phase = issue.status().phase();
        if (phase.isEmpty()) {
            return Optional.empty();
        }
        if (gate.isEmpty()) {
            // that it was here tells the next check that it came into its phase since
            return Optional.of(new IssueDebt(issueId, projectId, phase.get(), List.of(), List.of()));
        }
        Optional<IssueDebt> same = before.filter(known -> known.phase().equals(phase.get()) && known.projectId() == projectId);
        Map<String, GateDebt> known = same.stream().flatMap(entry -> entry.debts().stream())
                .collect(Collectors.toMap(GateDebt::name, Function.identity(), (one, other) -> one));
        Map<String, GateDebt> found = new LinkedHashMap<>();
        Evaluation evaluation = Evaluator.evaluate(gate.get(), issue, now);
        for (int i = 0; i < evaluation.results().size(); i++) {
            Status result = evaluation.results().get(i).status();
            if (gate.get().enforcementOf(i) == Enforcement.ENFORCE && (result == Status.FAILED || result == Status.ERROR)) {
                List<PolicyVersion> policies = policiesOf(gate.get(), i);
                Cause cause = cause(policies, before, same, trigger);
                GateDebt debt = debt(gate.get().rules().get(i), policies, result, now, cause);
                GateDebt earlier = known.get(debt.name());
                found.merge(debt.name(), earlier == null ? debt
                        : new GateDebt(debt.policies(), debt.rule(), debt.field(), result, earlier.since(), earlier.cause()),
                        (one, other) -> one.result() == Status.ERROR ? one : other);
            }
        }
        return Optional.of(new IssueDebt(issueId, projectId, phase.get(), versions(gate.get()), List.copyOf(found.values())));
    }

    private static GateDebt debt(ConfiguredRule rule, List<PolicyVersion> policies, Status result, EvaluationContext now, Cause cause) {
        WaivedRule waivable = WaivedRule.of(rule, policies.get(0));
        return new GateDebt(policies.stream().map(PolicyVersion::journalKey).toList(), waivable.rule(), waivable.field(), result,
                now.instant(), cause);
    }

    /** @param same what was found before in the same phase */
    private static Cause cause(List<PolicyVersion> policies, Optional<IssueDebt> before, Optional<IssueDebt> same, Trigger trigger) {
        if (same.isEmpty()) {
            return before.isPresent() || trigger == Trigger.CREATED ? Cause.ENTERED_WITHOUT_GATE
                    : trigger == Trigger.FIRST ? Cause.FIRST_CHECK
                    : Cause.POLICY_CHANGE;
        }
        if (!policies.stream().map(DebtCheck::text).allMatch(same.get().policies()::contains)) {
            return Cause.POLICY_CHANGE;
        }
        return trigger == Trigger.SWEPT ? Cause.CIRCUMSTANCES : Cause.EDITED_AWAY;
    }

    private static List<String> versions(Gate gate) {
        return IntStream.range(0, gate.rules().size()).boxed().flatMap(i -> policiesOf(gate, i).stream())
                .map(DebtCheck::text).distinct().sorted().toList();
    }

    private static List<PolicyVersion> policiesOf(Gate gate, int index) {
        List<PolicyVersion> own = gate.rules().get(index).policies();
        return own.isEmpty() ? List.of(gate.policy()) : own;
    }

    private static String text(PolicyVersion version) {
        return version.journalKey() + " " + version.version();
    }
}
