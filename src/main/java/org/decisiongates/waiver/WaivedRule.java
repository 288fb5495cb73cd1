package org.decisiongates.waiver;

import java.util.Map;
import java.util.Objects;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;

/**
 * What a waiver is about: a rule of a policy, in whichever version and gate it stands. A rule that a policy has for several fields is
 * waived for one of them.
 *
 * @param scope  where the policy is in force
 * @param policy key of the policy
 * @param rule   key of the rule
 * @param field  id of the field that the rule is set to read; empty text for a rule that is set to none
 */
public record WaivedRule(Scope scope, String policy, String rule, String field) {

    private static final String FIELD = "field";

    public WaivedRule {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(field, "field");
    }

    /** The rule as it stands in a gate. */
    public static WaivedRule of(ConfiguredRule rule, PolicyVersion policy) {
        return of(policy, rule.name(), rule.settings());
    }

    /** @param settings every setting of the rule with its value */
    static WaivedRule of(PolicyVersion policy, String rule, Map<String, String> settings) {
        return new WaivedRule(policy.scope(), policy.key(), rule, settings.getOrDefault(FIELD, ""));
    }

    /** The policy's key as the journal stores it: {@code decision}, and {@code decision@10000} for the policy of a project. */
    public String journalKey() {
        return new PolicyVersion(scope, policy, 0).journalKey();
    }
}
