package org.decisiongates.debt;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.waiver.WaivedRule;

/**
 * One rule of the gate before an issue's present phase that is enforced and not met. Waivers are not looked at: a reader of the debt does
 * that, so that one that ends is owed in the same second.
 *
 * @param policies keys of the policies that ask it, as the journal has them, the foremost first
 * @param rule     key of the rule
 * @param field    id of the field that the rule reads; empty text for none
 * @param result   {@link Status#FAILED} or {@link Status#ERROR}
 * @param since    when it was found
 * @param cause    what brought it about, a {@link Cause}
 */
public record GateDebt(List<String> policies, String rule, String field, Status result, Instant since, Cause cause) {

    /** What brought a debt about. Stored by name. */
    public enum Cause {
        /** The issue was edited; before that, the rule was met in this phase. */
        EDITED_AWAY,
        /** The policy changed, or it is the first to ask this of the issue. */
        POLICY_CHANGE,
        /** It was owed already when the issue was looked at for the first time since the app is used in its project. */
        FIRST_CHECK,
        /** The issue came into the phase although the rule was not met: by a way without the gate. */
        ENTERED_WITHOUT_GATE,
        /** Nobody edited the issue: a day passed, a person was deactivated, a linked issue changed. */
        CIRCUMSTANCES,
        /** It was waived, and the waiver has ended; not stored. */
        WAIVER_ENDED;

        /** The cause of this name; empty for a word of a newer version of the app. */
        static Optional<Cause> named(String name) {
            return Arrays.stream(values()).filter(cause -> cause.name().equals(name)).findFirst();
        }
    }

    public GateDebt {
        policies = List.copyOf(policies);
    }

    /** What waivers would have to be about, one for each policy. */
    List<WaivedRule> waivable() {
        return policies.stream().map(key -> PolicyVersion.recorded(key, 0))
                .map(policy -> new WaivedRule(policy.scope(), policy.key(), rule, field)).toList();
    }

    /** What tells it from the others of an issue. */
    String name() {
        return String.join(",", policies) + " " + rule + " " + field;
    }
}
