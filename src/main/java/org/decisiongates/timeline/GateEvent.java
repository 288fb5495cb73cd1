package org.decisiongates.timeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.Person;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PolicyVersion;
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
 * @param actor      user key of who moved it; empty text for nobody logged in, {@link #ERASED} for a person who was erased
 * @param source     the way the transition was asked for, a {@link Source}
 * @param gate       the gate, as it was in force
 * @param verdict    the worst of the results, a {@link Status}; what followed from it is the {@link #outcome()}
 * @param results    what each rule said, in the gate's order; none when the gate broke before it had asked
 * @param at         when, UTC, milliseconds
 */
public record GateEvent(OptionalLong issueId, long projectId, String workflow, int actionId, String transition, String actor,
        String source, GateVersion gate, String verdict, List<RuleEntry> results, Instant at) {

    /** Stands for an actor who was taken out of the journal. */
    public static final String ERASED = Person.ERASED;

    /** The way a transition was asked for. Stored by name. */
    public enum Source {
        SCREEN, REST, BULK, BACKGROUND,
        /** The app's own import created an issue, which its gates did not refuse whatever they found. */
        IMPORT
    }

    public GateEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(verdict, "verdict");
        results = List.copyOf(results);
    }

    /** The verdict, where this version of the app knows the word. */
    public Optional<Status> status() {
        return Status.named(verdict);
    }

    /**
     * What followed. Each rule counts by its own enforcement, and where no rule explains the verdict, as when the gate broke before it had
     * asked one, the verdict by that of the gate. Of several the first one counts, in the order of {@link Outcome}. A word that is not
     * known is no pass, and an enforcement that is not known enforces.
     */
    public Outcome outcome() {
        Outcome outcome = results.stream().map(RuleEntry::outcome).reduce(Outcome.PASSED, Outcome::weightier);
        return outcome == Outcome.PASSED ? Outcome.of(verdict, gate.enforcement()) : outcome;
    }

    /** Whether the app's own import made the transition, which says nothing of how people work here. */
    public boolean isOfImport() {
        return source.equals(Source.IMPORT.name());
    }

    /** Whether the gate let the transition through. */
    public boolean letsThrough() {
        return outcome().letsThrough();
    }

    /** Names of the rules that were not met, in the gate's order, whether or not they refused; a result that is not known is no pass. */
    public List<String> failedRules() {
        return results.stream().filter(entry -> !Outcome.isPass(entry.result())).map(RuleEntry::rule).toList();
    }

    /** Names of the rules that refused, in the gate's order. */
    public List<String> refusingRules() {
        return results.stream().filter(entry -> !entry.outcome().letsThrough()).map(RuleEntry::rule).toList();
    }

    /** What followed from a gate, the weightiest first. */
    public enum Outcome {
        /** Refused, because something could not be evaluated. */
        ERROR,
        /** Refused. */
        REFUSED,
        /** Let through, because of a waiver. */
        WAIVED,
        /** Let through; people saw what was missing. */
        ADVISED,
        /** Let through; only the journal knows that it would have been refused. */
        EVALUATED,
        /** Let through; nothing was missing. */
        PASSED;

        /** Whether the transition took place as far as the gate goes. */
        public boolean letsThrough() {
            return this != ERROR && this != REFUSED;
        }

        /** The outcome of this name; empty for a word that is none. */
        public static Optional<Outcome> named(String name) {
            return Arrays.stream(values()).filter(outcome -> outcome.name().equals(name)).findFirst();
        }

        /**
         * What follows from one result.
         *
         * @param result      a {@link Status}; a word that is not known is no pass
         * @param enforcement an {@link Enforcement}; one that is not known enforces
         */
        public static Outcome of(String result, String enforcement) {
            Enforcement enforced = Enforcement.named(enforcement).orElse(Enforcement.ENFORCE);
            if (enforced == Enforcement.OFF) {
                return PASSED;
            }
            if (isPass(result)) {
                return result.equals(Status.WAIVED.name()) ? WAIVED : PASSED;
            }
            return switch (enforced) {
                case ADVISE -> ADVISED;
                case EVALUATE -> EVALUATED;
                default -> result.equals(Status.ERROR.name()) ? ERROR : REFUSED;
            };
        }

        private static boolean isPass(String result) {
            return Status.named(result).filter(Status::letsThrough).isPresent();
        }

        /** The one of the two that counts. */
        public Outcome weightier(Outcome other) {
            return ordinal() <= other.ordinal() ? this : other;
        }
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

        /** The same gate, as one that refuses: what broke refuses, whatever its policy says. */
        public GateVersion enforced() {
            return new GateVersion(policy, version, key, Enforcement.ENFORCE.name(), settingsHash);
        }
    }

    /**
     * What one rule said.
     *
     * @param rule        name of the rule
     * @param result      its result, a {@link Status}
     * @param enforcement what followed when this rule was not met, an {@link Enforcement}
     * @param origin      the policy that the rule comes from, where it is not the gate's own
     * @param findings    keys of its findings
     */
    public record RuleEntry(String rule, String result, String enforcement, Optional<PolicyVersion> origin, List<String> findings) {

        public RuleEntry {
            Objects.requireNonNull(enforcement, "enforcement");
            findings = List.copyOf(findings);
        }

        private Outcome outcome() {
            return Outcome.of(result, enforcement);
        }
    }
}
