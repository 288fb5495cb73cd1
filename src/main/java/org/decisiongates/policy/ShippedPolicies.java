package org.decisiongates.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;

/**
 * The policies that the app brings for its two issue types, as their first version. The shipped workflows name their gates, each by the
 * phase whose entry it guards. From then on they belong to the administrators: a newer version of the app changes nothing about them.
 */
public final class ShippedPolicies {

    private static final PolicyRule OWNER = PolicyRule.of("has-owner");
    private static final PolicyRule DUE = PolicyRule.of("has-due-date");
    private static final PolicyRule CRITERIA = PolicyRule.of("has-acceptance-criteria");
    private static final PolicyRule FALLBACK = PolicyRule.of("has-fallback");

    private ShippedPolicies() {
    }

    /** All of them, in force in all projects. */
    public static List<Policy> all() {
        return List.of(
                policy("decision", "Decision",
                        gate(DecisionPhase.IN_REVIEW, DecisionPhase.IN_REVIEW.label(), OWNER, DUE, CRITERIA),
                        gate(DecisionPhase.DECIDED, DecisionPhase.DECIDED.label(), OWNER, DUE, CRITERIA),
                        gate(DecisionPhase.IN_DELIVERY, DecisionPhase.IN_DELIVERY.label(), FALLBACK)),
                policy("blocker", "Blocker",
                        gate(BlockerPhase.OPEN, BlockerPhase.OPEN.label(), OWNER, DUE, FALLBACK),
                        gate(BlockerPhase.RESOLVING, BlockerPhase.RESOLVING.label(), OWNER, DUE, FALLBACK)));
    }

    private static Policy policy(String key, String name, PolicyGate... gates) {
        return new Policy(new PolicyVersion(key, 1), name, key, false, WaiverTerms.NONE, Map.of(), Arrays.asList(gates), List.of());
    }

    private static PolicyGate gate(Enum<?> phase, String name, PolicyRule... rules) {
        return new PolicyGate(phase.name().toLowerCase(Locale.ROOT).replace('_', '-'), name, Optional.of(phase.name()),
                Enforcement.ENFORCE, List.of(rules));
    }
}
