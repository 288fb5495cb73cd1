package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.decisiongates.policy.RuleDefinition.Need;

/** An ordered list of configured rules before a transition, and what follows when they are not met. Immutable. */
public final class Gate {

    private static final String WRITTEN_IN_THE_WORKFLOW = "inline";

    private final PolicyVersion policy;
    private final String key;
    private final String name;
    private final Enforcement enforcement;
    private final List<ConfiguredRule> rules;
    private final ConfiguredRule[] order;
    private final Enforcement[] enforcements;
    private final String settingsHash;
    private final Set<Need> needs;
    private final Evaluation passed;

    public Gate(PolicyVersion policy, String key, String name, Enforcement enforcement, List<ConfiguredRule> rules) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.key = Objects.requireNonNull(key, "key");
        this.name = Objects.requireNonNull(name, "name");
        this.enforcement = Objects.requireNonNull(enforcement, "enforcement");
        this.rules = List.copyOf(rules);
        this.order = this.rules.toArray(ConfiguredRule[]::new);
        this.enforcements = this.rules.stream()
                .map(rule -> enforcement == Enforcement.OFF ? enforcement : rule.enforcement().orElse(enforcement))
                .toArray(Enforcement[]::new);
        this.settingsHash = SettingsHash.of(this.rules);
        this.needs = this.rules.stream().flatMap(rule -> rule.needs().stream()).collect(Collectors.toUnmodifiableSet());
        this.passed = new Evaluation(this, RuleResult.Status.PASSED, List.of(), List.of(), List.of());
    }

    private Gate(Gate enforced) {
        this.policy = enforced.policy;
        this.key = enforced.key;
        this.name = enforced.name;
        this.enforcement = Enforcement.EVALUATE;
        this.rules = enforced.rules;
        this.order = enforced.order;
        this.enforcements = Arrays.stream(enforced.enforcements).map(own -> own == Enforcement.OFF ? own : Enforcement.EVALUATE)
                .toArray(Enforcement[]::new);
        this.settingsHash = enforced.settingsHash;
        this.needs = enforced.needs;
        this.passed = new Evaluation(this, RuleResult.Status.PASSED, List.of(), List.of(), List.of());
    }

    /** A gate whose rules are written straight into a workflow, in this order; it enforces them. */
    public static Gate of(List<ConfiguredRule> rules) {
        return new Gate(PolicyVersion.OF_THE_WORKFLOW, WRITTEN_IN_THE_WORKFLOW, "", Enforcement.ENFORCE, rules);
    }

    /** A gate whose rules are written straight into a workflow, in this order; it enforces them. */
    public static Gate of(ConfiguredRule... rules) {
        return of(List.of(rules));
    }

    /** The version of the policy that the gate belongs to. */
    public PolicyVersion policy() {
        return policy;
    }

    /** Its key within the policy. */
    public String key() {
        return key;
    }

    /** The name people read; empty text for a gate without a name. */
    public String name() {
        return name;
    }

    /** What follows from its rules, but for those that have an enforcement of their own. */
    public Enforcement enforcement() {
        return enforcement;
    }

    /** The rules, in order. */
    public List<ConfiguredRule> rules() {
        return rules;
    }

    /** What follows when the rule at {@code index} is not met: its own enforcement, else the gate's; nothing in a gate that is off. */
    public Enforcement enforcementOf(int index) {
        return enforcements[index];
    }

    /** Whether any of it refuses what does not meet it; a gate without rules refuses everything. */
    public boolean enforces() {
        return rules.isEmpty() ? enforcement == Enforcement.ENFORCE : List.of(enforcements).contains(Enforcement.ENFORCE);
    }

    /** Whether any of it refuses what can be there before the transition, and not only what has to be said with it. */
    public boolean enforcesBeforehand() {
        return rules.isEmpty() ? enforces()
                : IntStream.range(0, order.length)
                        .anyMatch(index -> enforcements[index] == Enforcement.ENFORCE && !order[index].needs().contains(Need.TRANSITION));
    }

    /** The same gate where none of its rules refuses or advises: what is off stays off. It asks the same, so its hash is the same. */
    Gate recordedOnly() {
        return enforcement == Enforcement.OFF ? this : new Gate(this);
    }

    /** The policy that the rule at {@code index} comes from; of several, the foremost. */
    public PolicyVersion policyOf(int index) {
        return order[index].policies().isEmpty() ? policy : order[index].policies().get(0);
    }

    /** Whether the rule at {@code index} is waived: where several policies ask for it, by all of them. */
    boolean isWaived(int index, ActiveWaivers waivers) {
        ConfiguredRule rule = order[index];
        return rule.policies().isEmpty() ? waivers.cover(rule, policy)
                : rule.policies().stream().allMatch(origin -> waivers.cover(rule, origin));
    }

    /** SHA-256, hex, of the rules and their settings: equal for gates that ask the same. */
    public String settingsHash() {
        return settingsHash;
    }

    ConfiguredRule rule(int index) {
        return order[index];
    }

    int size() {
        return order.length;
    }

    /** The needs of all of its rules. */
    Set<Need> needs() {
        return needs;
    }

    /** The evaluation when every rule passes: one object, so that passing costs no memory. */
    Evaluation passed() {
        return passed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gate gate && policy.equals(gate.policy) && key.equals(gate.key) && name.equals(gate.name)
                && enforcement == gate.enforcement && rules.equals(gate.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, key, name, enforcement, rules);
    }

    @Override
    public String toString() {
        return "Gate[" + policy.key() + " " + policy.version() + ", " + key + ", " + enforcement + ", " + rules + "]";
    }
}
