package org.decisiongates.timeline;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.decisiongates.policy.RuleResult;

/**
 * One gate examined at one transition, as it is written down for good.
 *
 * @param issueId      the host's issue id; empty when the gate stood before a creation
 * @param projectId    the host's project id
 * @param workflow     name of the workflow
 * @param actionId     id of the transition in that workflow
 * @param transition   name of the transition at that time
 * @param actor        user key of who moved it; empty text for nobody logged in
 * @param source       the way the transition was asked for
 * @param verdict      what the gate said
 * @param failedRules  names of the rules that refused, in the gate's order
 * @param settingsHash SHA-256, hex, of the gate's settings as they stood
 * @param at           when, UTC, milliseconds
 */
public record GateEvent(OptionalLong issueId, long projectId, String workflow, int actionId, String transition, String actor,
        Source source, RuleResult.Status verdict, List<String> failedRules, String settingsHash, Instant at) {

    /** The way a transition was asked for. Stored by name. */
    public enum Source { SCREEN, REST, BULK, BACKGROUND }

    public GateEvent {
        failedRules = List.copyOf(failedRules);
    }
}
