package org.decisiongates.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent.Outcome;

/**
 * Which entries of the journal of gates are asked for; the audit and the insight ask alike.
 *
 * @param project    the host's id; empty for all
 * @param from       the first moment
 * @param until      the moment behind the last one
 * @param policy     key of the gate's own policy
 * @param gate       key of the gate
 * @param rule       name of a rule that was not met, or was waived
 * @param transition name of the transition at that time
 * @param source     the way it was asked for, a {@link GateEvent.Source}
 */
public record GateFilter(Optional<Long> project, Instant from, Instant until, Optional<String> policy, Optional<String> gate,
        Optional<String> rule, Optional<String> transition, Optional<Outcome> outcome, Optional<String> source) {

    public GateFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** Everything of a project in a time. */
    public static GateFilter of(Optional<Long> project, Instant from, Instant until) {
        return new GateFilter(project, from, until, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the rule that is asked for decided something in {@code event}; no store can select by that. */
    public boolean admitsRulesOf(GateEvent event) {
        return rule.isEmpty() || event.results().stream().filter(entry -> entry.rule().equals(rule.get()))
                .anyMatch(entry -> Status.named(entry.result()).filter(Status::letsThrough).isEmpty()
                        || entry.result().equals(Status.WAIVED.name()));
    }
}
