package org.decisiongates.policy;

import java.util.List;

import org.decisiongates.issue.IssueView;

/**
 * An ordered list of configured rules before a step of an item's life. It examines all of them before it answers, so that nobody is
 * refused twice for what could have been said once; whatever cannot be examined refuses (ADR-0004).
 */
public final class Gate {

    private final List<ConfiguredRule> rules;
    private final ConfiguredRule[] order;
    private final String settingsHash;

    private Gate(List<ConfiguredRule> rules) {
        this.rules = List.copyOf(rules);
        this.order = this.rules.toArray(ConfiguredRule[]::new);
        this.settingsHash = SettingsHash.of(this.rules);
    }

    /** A gate of these rules, in this order. */
    public static Gate of(List<ConfiguredRule> rules) {
        return new Gate(rules);
    }

    /** A gate of these rules, in this order. */
    public static Gate of(ConfiguredRule... rules) {
        return new Gate(List.of(rules));
    }

    /** The rules, in order. */
    public List<ConfiguredRule> rules() {
        return rules;
    }

    /** Examines {@code item} by every rule. Never throws for anything a rule or the item does. */
    public Evaluation examine(IssueView item, EvaluationContext now) {
        EvaluationBuilder answer = order.length == 0 ? EvaluationBuilder.ofAnEmptyGate() : null;
        for (ConfiguredRule rule : order) {
            RuleResult verdict;
            try {
                verdict = rule.rule().examine(item, now);
                // nothing to note down: the path on which a gate costs no memory
                if (verdict.status().letsThrough() && verdict.findings().isEmpty()) {
                    continue;
                }
                answer = answer == null ? new EvaluationBuilder() : answer;
                answer.note(rule, verdict);
            } catch (RuntimeException e) {
                answer = answer == null ? new EvaluationBuilder() : answer;
                answer.noteFailure(rule, e);
            }
        }
        return answer == null ? Evaluation.PASSED : answer.examination();
    }

    /** SHA-256, hex, of the rules and their settings: equal for gates that ask the same. */
    public String settingsHash() {
        return settingsHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gate gate && rules.equals(gate.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return "Gate" + rules;
    }
}
