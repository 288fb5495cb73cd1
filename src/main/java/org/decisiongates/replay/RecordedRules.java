package org.decisiongates.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.RuleEntry;

/**
 * Finds what the journal of gates has of a rule that asks today what it asked then: the same rule of the same policy, with the same
 * settings and the same conditions. What it said then is what it would have said, whatever the history does not tell. For one thread.
 */
public final class RecordedRules {

    private static final String AS_RECORDED = "decision-gates.gate.as-recorded";

    private final Function<PolicyVersion, Optional<Policy>> versions;
    private final Function<String, Optional<RuleDefinition>> definitions;
    private final Map<GateOfVersion, List<ConfiguredRule>> read = new HashMap<>();

    /**
     * @param versions    reads a version of a policy that was in force once
     * @param definitions the rules there are, by key
     */
    public RecordedRules(Function<PolicyVersion, Optional<Policy>> versions, Function<String, Optional<RuleDefinition>> definitions) {
        this.versions = versions;
        this.definitions = definitions;
    }

    /** What the rule said, if it was asked once, and so was no other of its name. */
    Optional<RuleResult> resultOf(ConfiguredRule rule, PolicyVersion origin, GateEvent event) {
        List<RuleEntry> entries = event.results().stream().filter(entry -> entry.rule().equals(rule.shownName())).toList();
        if (entries.size() != 1 || !rule.isSound() || entries.get(0).enforcement().equals(Enforcement.OFF.name())) {
            return Optional.empty();
        }
        PolicyVersion then = entries.get(0).origin()
                .orElseGet(() -> PolicyVersion.recorded(event.gate().policy(), event.gate().version()));
        if (!then.scope().equals(origin.scope()) || !then.key().equals(origin.key())) {
            return Optional.empty();
        }
        List<ConfiguredRule> asked = rulesOf(then, event.gate().key()).stream().filter(one -> one.name().equals(rule.name())).toList();
        return asked.size() == 1 && asked.get(0).settings().equals(rule.settings()) && asked.get(0).when().equals(rule.when())
                ? result(entries.get(0))
                : Optional.empty();
    }

    private static Optional<RuleResult> result(RuleEntry entry) {
        return Status.named(entry.result()).flatMap(status -> switch (status) {
            case PASSED -> Optional.of(RuleResult.passed());
            case NOT_APPLICABLE -> Optional.of(RuleResult.notApplicable());
            // whether it is waived is for the evaluator to say
            case FAILED, WAIVED -> Optional.of(RuleResult.failed(Finding.general(AS_RECORDED, entry.rule())));
            case ERROR, NOT_EVALUABLE -> Optional.empty();
        });
    }

    private List<ConfiguredRule> rulesOf(PolicyVersion version, String gate) {
        return read.computeIfAbsent(new GateOfVersion(version, gate), asked -> versions.apply(version)
                .flatMap(policy -> policy.gate(gate).map(of -> GateComposer.alone(policy, of, definitions).rules())).orElse(List.of()));
    }

    private record GateOfVersion(PolicyVersion version, String gate) {
    }

    /**
     * A rule that says what it said then where it cannot be asked of the past.
     *
     * @param said called where it does so
     */
    record Fallback(Rule rule, RuleResult recorded, Runnable said) implements Rule {

        @Override
        public RuleResult evaluate(IssueView issue, EvaluationContext context) {
            try {
                return rule.evaluate(issue, context);
            } catch (UnknownValueException e) {
                said.run();
                return recorded;
            }
        }
    }
}
