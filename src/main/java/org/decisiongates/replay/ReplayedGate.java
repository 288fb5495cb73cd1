package org.decisiongates.replay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.Outcome;

/**
 * What a gate says of a moment of the past.
 *
 * @param recorded   what the journal has of the same gate at that moment; empty where none was asked
 * @param asRecorded the rules, by their places in the gate, that the history does not tell of: they ask what was asked then, and say what
 *                   the journal has of them
 */
public record ReplayedGate(ReplayMoment moment, Evaluation evaluation, Optional<GateEvent> recorded, Set<Integer> asRecorded) {

    public ReplayedGate {
        asRecorded = Set.copyOf(asRecorded);
    }

    /** What would have followed; empty where that cannot be told: no rule refuses for certain, and one that enforces is not known. */
    public Optional<Outcome> outcome() {
        List<RuleResult> results = evaluation.results();
        Outcome certain = IntStream.range(0, results.size()).filter(i -> results.get(i).status() != Status.NOT_EVALUABLE)
                .mapToObj(this::outcomeOf).reduce(Outcome.PASSED, Outcome::weightier);
        Outcome outcome = results.isEmpty() ? Outcome.of(evaluation.status().name(), evaluation.gate().enforcement().name()) : certain;
        boolean open = IntStream.range(0, results.size()).anyMatch(
                i -> results.get(i).status() == Status.NOT_EVALUABLE && evaluation.gate().enforcementOf(i) == Enforcement.ENFORCE);
        return outcome.letsThrough() && open ? Optional.empty() : Optional.of(outcome);
    }

    private Outcome outcomeOf(int rule) {
        return Outcome.of(evaluation.results().get(rule).status().name(), evaluation.gate().enforcementOf(rule).name());
    }
}
