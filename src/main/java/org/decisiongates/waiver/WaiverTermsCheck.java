package org.decisiongates.waiver;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.Settings;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;
import org.decisiongates.text.XmlCharacters;

/** What the policies in force say of a waiver: who may grant it, for how long, and whether there is such a rule. */
final class WaiverTermsCheck {

    static final int MAX_REASON_LENGTH = 1_000;
    /** No policy lets one last longer, and no sum of days overflows. */
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    private final Policies policies;
    private final GroupAndRoleMembership membership;

    WaiverTermsCheck(Policies policies, GroupAndRoleMembership membership) {
        this.policies = policies;
        this.membership = membership;
    }

    /** What the policy in force says, if there is one of this scope and key. */
    Optional<WaiverTerms> terms(Scope scope, String key) {
        return policies.inForce().policy(scope, key).map(Policy::waivers).filter(terms -> terms.longestDays() > 0);
    }

    /** Names of the groups and project roles whose members may grant waivers of the rule, as far as there are such. */
    List<String> deciders(WaivedRule rule) {
        return terms(rule.scope(), rule.policy()).stream().flatMap(terms -> Stream.concat(terms.groups().stream(),
                terms.roles().stream().flatMap(role -> membership.roleName(role).stream()))).toList();
    }

    boolean mayDecide(WaivedRule rule, String userKey, long projectId) {
        return terms(rule.scope(), rule.policy()).filter(terms -> terms.groups().stream()
                .anyMatch(group -> membership.isInGroup(userKey, group))
                || terms.roles().stream().anyMatch(role -> membership.isInRole(userKey, role, projectId))).isPresent();
    }

    /** What is wrong with the reason; a remark may be empty, the reason of a request may not. */
    static Optional<Message> faultOfText(String text, boolean required) {
        if (required && text.isBlank()) {
            return Optional.of(Message.of("decision-gates.waiver.fault.no-reason"));
        }
        if (text.length() > MAX_REASON_LENGTH) {
            return Optional.of(Message.of("decision-gates.waiver.fault.long-reason", MAX_REASON_LENGTH));
        }
        return XmlCharacters.firstInvalid(text).isPresent() ? Optional.of(Message.of("decision-gates.waiver.fault.reason-characters"))
                : Optional.empty();
    }

    /** What is wrong with the last day, under the terms of today. */
    static Optional<Message> faultOfLastDay(Optional<LocalDate> lastDay, WaiverTerms terms, LocalDate today) {
        if (lastDay.isEmpty()) {
            return Optional.of(Message.of("decision-gates.waiver.fault.no-day"));
        }
        if (lastDay.get().isBefore(today)) {
            return Optional.of(Message.of("decision-gates.waiver.fault.past-day", today.toString()));
        }
        LocalDate latest = latest(terms, today);
        return lastDay.get().isAfter(latest)
                ? Optional.of(Message.of("decision-gates.waiver.fault.late-day", latest.toString(), terms.longestDays()))
                : Optional.empty();
    }

    /** The last day that a waiver granted today may have. */
    static LocalDate latest(WaiverTerms terms, LocalDate today) {
        LocalDate latest = today.plusDays(terms.longestDays());
        return latest.isAfter(LAST_DAY) ? LAST_DAY : latest;
    }

    /** The rule that is asked for, or what is wrong with the request, by member. */
    Checked check(WaiverRequest request, ZonedDateTime now) {
        Map<String, Message> faults = new LinkedHashMap<>();
        faultOfText(request.reason(), true).ifPresent(fault -> faults.put("reason", fault));
        PolicyVersion named = PolicyVersion.recorded(request.policy(), 0);
        Optional<Policy> policy = policies.inForce().policy(named.scope(), named.key())
                .filter(one -> one.scope().isGlobal() || one.scope().project().getAsLong() == request.projectId());
        if (policy.isEmpty()) {
            faults.put("policy", Message.of("decision-gates.waiver.fault.policy", request.policy()));
            return new Checked(Optional.empty(), faults);
        }
        if (policy.get().waivers().longestDays() < 1) {
            faults.put("policy", Message.of("decision-gates.waiver.fault.no-waivers", policy.get().name()));
            return new Checked(Optional.empty(), faults);
        }
        faultOfLastDay(request.lastDay(), policy.get().waivers(), now.toLocalDate()).ifPresent(fault -> faults.put("until", fault));
        List<WaivedRule> rules = rules(policy.get()).stream().filter(rule -> rule.rule().equals(request.rule()))
                .filter(rule -> request.field().isEmpty() || rule.field().equals(request.field().get())).toList();
        if (rules.isEmpty()) {
            faults.put(request.field().isEmpty() ? "rule" : "field",
                    Message.of("decision-gates.waiver.fault.rule", policy.get().name(), request.rule()));
        } else if (rules.size() > 1) {
            faults.put("field", Message.of("decision-gates.waiver.fault.several", policy.get().name(), request.rule(),
                    String.join(", ", rules.stream().map(WaivedRule::field).toList())));
        }
        return new Checked(rules.stream().findFirst().filter(rule -> faults.isEmpty()), faults);
    }

    /** Every rule of the policy once. */
    private static List<WaivedRule> rules(Policy policy) {
        return policy.gates().stream().flatMap(gate -> gate.rules().stream())
                .map(rule -> WaivedRule.of(policy.version(), rule.rule(), settings(rule))).distinct().toList();
    }

    private static Map<String, String> settings(PolicyRule rule) {
        Optional<RuleDefinition> definition = Rules.of(rule.rule());
        return definition.isPresent() ? Settings.of(definition.get(), rule.settings()).values() : rule.settings();
    }

    /**
     * What came of checking a request.
     *
     * @param rule   the rule that is asked for, when nothing is wrong
     * @param faults what is wrong, by member
     */
    record Checked(Optional<WaivedRule> rule, Map<String, Message> faults) {
    }
}
