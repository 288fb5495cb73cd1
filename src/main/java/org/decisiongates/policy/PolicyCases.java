package org.decisiongates.policy;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * @param why    what each of these rules found, by its key
     */
    public record Outcome(PolicyCase of, Map<String, Status> actual, Map<String, List<Finding>> why) {

        public Outcome {
            actual = Map.copyOf(actual);
            why = Map.copyOf(why);
        }

        /** Whether every rule said what was expected. */
        public boolean isAsExpected() {
            return of.expected().equals(actual);
        }

        /** Keys of the rules that said something else, or nothing because the gate does not hold them. */
        public List<String> different() {
            return of.expected().keySet().stream().filter(rule -> of.expected().get(rule) != actual.get(rule)).sorted().toList();
        }
    }

    /** What comes of all cases, in order. */
    public static List<Outcome> run(Policy policy, Function<String, Optional<RuleDefinition>> definitions) {
        return policy.cases().stream().map(one -> outcome(policy, one, one.expected().keySet(), definitions)).toList();
    }

    /** What every rule of the gate says of a case, by its key, whatever is expected; none where the policy lacks the gate. */
    public static Map<String, Status> found(Policy policy, PolicyCase one, Function<String, Optional<RuleDefinition>> definitions) {
        return outcome(policy, one,
                policy.gate(one.gate()).stream().flatMap(gate -> gate.rules().stream()).map(PolicyRule::rule).collect(Collectors.toSet()),
                definitions).actual();
    }

    /** The circumstances of a case. */
    public static EvaluationContext context(PolicyCase one) {
        return EvaluationContext.of(one.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)
                .by(one.actor().orElse("")).at(new Changes(one.changes(), one.comment()));
    }

    private static Outcome outcome(Policy policy, PolicyCase one, Set<String> rules,
            Function<String, Optional<RuleDefinition>> definitions) {
        Map<String, Status> worst = new TreeMap<>();
        Map<String, List<Finding>> why = new TreeMap<>();
        policy.gate(one.gate()).map(gate -> GateComposer.alone(policy, gate, definitions)).ifPresent(gate -> {
            List<RuleResult> results = Evaluator.evaluate(gate, one.issue(), context(one)).results();
            for (int i = 0; i < results.size(); i++) {
                String rule = gate.rule(i).name();
                Status known = worst.get(rule);
                if (rules.contains(rule) && (known == null || results.get(i).status().outweighs(known))) {
                    worst.put(rule, results.get(i).status());
                    why.put(rule, results.get(i).findings());
                }
            }
        });
        return new Outcome(one, worst, why);
    }

    private record Changes(Set<Field> fields, String comment) implements TransitionChanges {

        @Override
        public boolean changes(Field field) {
            return fields.contains(field);
        }
    }
}
