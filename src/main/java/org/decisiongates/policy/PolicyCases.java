package org.decisiongates.policy;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.RuleResult.Status;

/** Runs the cases of a policy: it alone, by the evaluator that transitions use. */
public final class PolicyCases {

    private PolicyCases() {
    }

    /**
     * What came of one case.
     *
     * @param of     the case
     * @param actual the result of every rule that something was expected of, by its key; where a gate holds it twice, the worse
     */
    public record Outcome(PolicyCase of, Map<String, Status> actual) {

        public Outcome {
            actual = Map.copyOf(actual);
        }

        /** Whether every rule said what was expected. */
        public boolean isAsExpected() {
            return of.expected().equals(actual);
        }
    }

    /** What comes of all cases, in order. */
    public static List<Outcome> run(Policy policy, Function<String, Optional<RuleDefinition>> definitions) {
        return policy.cases().stream().map(one -> new Outcome(one, policy.gate(one.gate())
                .map(gate -> results(one, GateComposer.alone(policy, gate, definitions))).orElse(Map.of()))).toList();
    }

    private static Map<String, Status> results(PolicyCase one, Gate gate) {
        EvaluationContext context = EvaluationContext.of(one.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)
                .by(one.actor().orElse("")).at(new Changes(one.changes(), one.comment()));
        List<RuleResult> results = Evaluator.evaluate(gate, one.issue(), context).results();
        Map<String, Status> worst = new TreeMap<>();
        for (int i = 0; i < results.size(); i++) {
            if (one.expected().containsKey(gate.rule(i).name())) {
                worst.merge(gate.rule(i).name(), results.get(i).status(), (some, other) -> some.outweighs(other) ? some : other);
            }
        }
        return worst;
    }

    private record Changes(Set<Field> fields, String comment) implements TransitionChanges {

        @Override
        public boolean changes(Field field) {
            return fields.contains(field);
        }
    }
}
