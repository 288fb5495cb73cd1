package org.decisiongates.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.RuleResult.Status;

/**
 * One gate evaluated at one transition, as it is recorded permanently. What a newer version of the app may have written in words that
 * this one does not know stays text.
 *
 * @param issueId    the host's issue id; empty when the gate stood before a creation
 * @param projectId  the host's project id
 * @param workflow   name of the workflow
 * @param actionId   id of the transition in that workflow
 * @param transition name of the transition at that time
 * @param actor      user key of who moved it; empty text for nobody logged in
 * @param source     the way the transition was asked for, a {@link Source}
 * @param gate       the gate, as it was in force
 * @param verdict    the worst of the results, a {@link Status}
 * @param results    what each rule said, in the gate's order; none when the gate broke before it had asked
 * @param at         when, UTC, milliseconds
 */
public record GateEvent(OptionalLong issueId, long projectId, String workflow, int actionId, String transition, String actor,
        String source, GateVersion gate, String verdict, List<RuleEntry> results, Instant at) {

    /** The way a transition was asked for. Stored by name. */
    public enum Source { SCREEN, REST, BULK, BACKGROUND }

    public GateEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(verdict, "verdict");
        results = List.copyOf(results);
    }

    /** The verdict, where this version of the app knows the word. */
    public Optional<Status> status() {
        return Status.named(verdict);
    }

    /** Whether the gate let the transition through. An unknown verdict let it through only if the gate is known not to enforce. */
    public boolean letsThrough() {
        return status().filter(Status::letsThrough).isPresent()
                || Enforcement.named(gate.enforcement()).filter(enforcement -> enforcement != Enforcement.ENFORCE).isPresent();
    }

    /** Names of the rules that were not met, in the gate's order; a result that is not known is no pass. */
    public List<String> failedRules() {
        return results.stream().filter(entry -> Status.named(entry.result()).filter(Status::letsThrough).isEmpty())
                .map(RuleEntry::rule).toList();
    }

    /**
     * Which gate it was.
     *
     * @param policy       key of the policy
     * @param version      version of the policy that was in force
     * @param key          key of the gate within the policy
     * @param enforcement  what followed when the gate was not met, an {@link Enforcement}
     * @param settingsHash SHA-256, hex, of the gate's rules and settings as they stood
     */
    public record GateVersion(String policy, int version, String key, String enforcement, String settingsHash) {

        private static final String NOT_KNOWN = "unknown";

        /** A gate that could not even be read. */
        public static final GateVersion UNKNOWN = new GateVersion(NOT_KNOWN, 0, NOT_KNOWN, Enforcement.ENFORCE.name(), NOT_KNOWN);
    }

    /**
     * What one rule said.
     *
     * @param rule     name of the rule
     * @param result   its result, a {@link Status}
     * @param findings keys of its findings
     */
    public record RuleEntry(String rule, String result, List<String> findings) {

        public RuleEntry {
            findings = List.copyOf(findings);
        }
    }
}
