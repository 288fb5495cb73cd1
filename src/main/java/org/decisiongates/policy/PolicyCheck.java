package org.decisiongates.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Person;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.text.content.TextContent;

/** Finds what is wrong with a policy: bounds, names, duplicates, and, where definitions are given, rules and settings. */
final class PolicyCheck {

    private static final int MAX_KEY = PolicyJson.MAX_KEY;
    private static final int MAX_NAME = PolicyJson.MAX_NAME;
    private static final int MAX_TEXT = PolicyJson.MAX_MESSAGE;
    private static final int MAX_GATES = 50;
    private static final int MAX_RULES = 50;
    private static final int MAX_CONDITIONS = 10;
    private static final int MAX_REQUIREMENTS = 20;
    private static final int MAX_ENTRIES = 100;

    private final PolicyFaults faults;
    private final Optional<Function<String, Optional<RuleDefinition>>> definitions;

    PolicyCheck(PolicyFaults faults, Optional<Function<String, Optional<RuleDefinition>>> definitions) {
        this.faults = faults;
        this.definitions = definitions;
    }

    void policy(Policy policy) {
        key("key", policy.key());
        text("name", policy.name(), MAX_NAME);
        if (phases(policy.issueType()).isEmpty() && !Setting.isHostId(policy.issueType())) {
            faults.add("issueType", "issue-type", TextContent.excerpt(policy.issueType()));
        }
        if (policy.locked() && !policy.scope().isGlobal()) {
            faults.add("locked", "locked");
        }
        waivers(policy.waivers());
        approvals(policy.approvals());
        weights(policy.weights());
        if (isFew("gates", policy.gates(), MAX_GATES)) {
            unique("gates", ".key", policy.gates().stream().map(PolicyGate::key).toList());
            for (int i = 0; i < policy.gates().size(); i++) {
                gate("gates[" + i + "]", policy.gates().get(i), policy.issueType());
            }
        }
        if (isFew("cases", policy.cases(), MAX_ENTRIES)) {
            for (int i = 0; i < policy.cases().size(); i++) {
                oneCase("cases[" + i + "]", policy.cases().get(i), policy);
            }
        }
    }

    private void waivers(WaiverTerms terms) {
        entries("waivers.groups", terms.groups(), Setting::isName);
        entries("waivers.roles", terms.roles(), Setting::isHostId);
        boolean isForSomebody = !terms.groups().isEmpty() || !terms.roles().isEmpty();
        if (terms.longestDays() < (isForSomebody ? 1 : 0) || terms.longestDays() > PolicyJson.MAX_DAYS) {
            faults.add("waivers.longestDays", "range", String.valueOf(terms.longestDays()), isForSomebody ? 1 : 0, PolicyJson.MAX_DAYS);
        }
    }

    private void approvals(ApprovalTerms terms) {
        List<ApprovalRequirement> requirements = terms.requirements();
        if (terms.reminderDays() < 0 || terms.reminderDays() > PolicyJson.MAX_DAYS) {
            faults.add("approvals.reminderDays", "range", String.valueOf(terms.reminderDays()), 0, PolicyJson.MAX_DAYS);
        }
        if (isFew("approvals.requirements", requirements, MAX_REQUIREMENTS)) {
            unique("approvals.requirements", ".key", requirements.stream().map(ApprovalRequirement::key).toList());
            for (int i = 0; i < requirements.size(); i++) {
                String place = "approvals.requirements[" + i + "]";
                requirement(place, requirements.get(i));
                if (terms.separationOfDuties() && requirements.get(i).approvers().isOwnerOnly()) {
                    faults.add(place + ".fields", "owner-only");
                }
            }
        }
    }

    private void requirement(String place, ApprovalRequirement one) {
        key(place + ".key", one.key());
        text(place + ".name", one.name(), MAX_NAME);
        ApproverSources approvers = one.approvers();
        if (approvers.isEmpty()) {
            faults.add(place, "no-approvers");
        }
        // several people may have been erased from it
        entries(place + ".people", approvers.people().stream().filter(person -> !person.equals(Person.ERASED)).toList(), Setting::isName);
        entries(place + ".groups", approvers.groups(), Setting::isName);
        entries(place + ".roles", approvers.roles(), Setting::isHostId);
        entries(place + ".fields", approvers.fields().stream().map(Field::id).toList(), Field::isId);
        if (isFew(place + ".when", one.when().conditions(), MAX_CONDITIONS)) {
            for (int i = 0; i < one.when().conditions().size(); i++) {
                RuleCondition condition = one.when().conditions().get(i);
                condition(place + ".when[" + i + "]", condition);
                if (condition.kind() == RuleCondition.Kind.ACTOR_GROUP) {
                    faults.add(place + ".when[" + i + "]", "condition-actor");
                }
            }
        }
    }

    private void weights(Map<String, Integer> weights) {
        weights.keySet().stream().sorted().forEach(rule -> key("weights", rule));
        boolean isInRange = true;
        for (Map.Entry<String, Integer> weight : new TreeMap<>(weights).entrySet()) {
            if (weight.getValue() < 0 || weight.getValue() > PolicyJson.MAX_WEIGHT) {
                faults.add("weights" + member(weight.getKey()), "range", String.valueOf(weight.getValue()), 0, PolicyJson.MAX_WEIGHT);
                isInRange = false;
            }
        }
        int sum = isInRange ? weights.values().stream().mapToInt(Integer::intValue).sum() : PolicyJson.MAX_WEIGHT;
        if (!weights.isEmpty() && sum != PolicyJson.MAX_WEIGHT) {
            faults.add("weights", "sum", sum);
        }
    }

    private void gate(String place, PolicyGate gate, String issueType) {
        key(place + ".key", gate.key());
        text(place + ".name", gate.name(), MAX_NAME);
        if (gate.phase().filter(phase -> !phases(issueType).contains(phase)).isPresent()) {
            faults.add(place + ".phase", "phase", TextContent.excerpt(gate.phase().get()), TextContent.excerpt(issueType));
        }
        if (gate.rules().isEmpty()) {
            faults.add(place + ".rules", "no-rules");
        }
        if (isFew(place + ".rules", gate.rules(), MAX_RULES)) {
            Set<PolicyRule> seen = new HashSet<>();
            for (int i = 0; i < gate.rules().size(); i++) {
                PolicyRule rule = gate.rules().get(i);
                rule(place + ".rules[" + i + "]", rule);
                if (!seen.add(new PolicyRule(rule.rule(), rule.settings(), Optional.empty(), Optional.empty(), rule.when()))) {
                    faults.add(place + ".rules[" + i + "]", "duplicate-rule");
                }
            }
        }
    }

    private void rule(String place, PolicyRule rule) {
        key(place + ".rule", rule.rule());
        rule.message().ifPresent(message -> text(place + ".message", message, MAX_TEXT));
        if (isFew(place + ".settings", rule.settings().keySet(), MAX_ENTRIES)) {
            rule.settings().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(setting -> {
                key(place + ".settings", setting.getKey());
                if (!setting.getValue().isEmpty()) {
                    text(place + ".settings" + member(setting.getKey()), setting.getValue(), MAX_TEXT);
                }
            });
        }
        if (definitions.isPresent()) {
            Optional<RuleDefinition> definition = definitions.get().apply(rule.rule());
            if (definition.isEmpty()) {
                faults.add(place + ".rule", "unknown-rule", TextContent.excerpt(rule.rule()));
            }
            definition.ifPresent(known -> Settings.of(known, rule.settings()).faults()
                    .forEach((setting, finding) -> faults.add(place + ".settings" + member(setting), finding.message())));
        }
        if (isFew(place + ".when", rule.when().conditions(), MAX_CONDITIONS)) {
            for (int i = 0; i < rule.when().conditions().size(); i++) {
                condition(place + ".when[" + i + "]", rule.when().conditions().get(i));
            }
        }
    }

    private void condition(String place, RuleCondition condition) {
        condition.field().map(Field::id).filter(id -> !Field.isId(id))
                .ifPresent(id -> faults.add(place + ".field", "field", TextContent.excerpt(id)));
        entries(place + ".values", condition.values(), switch (condition.kind()) {
            case ISSUE_TYPE -> type -> !phases(type).isEmpty() || Setting.isHostId(type);
            case PRIORITY -> Setting::isHostId;
            default -> Setting::isName;
        });
    }

    private void oneCase(String place, PolicyCase one, Policy policy) {
        text(place + ".name", one.name(), MAX_NAME);
        if (policy.gate(one.gate()).isEmpty()) {
            faults.add(place + ".gate", "unknown-gate", TextContent.excerpt(one.gate()));
        }
        if (one.expected().isEmpty()) {
            faults.add(place + ".expected", "nothing-expected");
        }
        Set<String> rules = policy.gate(one.gate()).stream().flatMap(gate -> gate.rules().stream()).map(PolicyRule::rule)
                .collect(Collectors.toSet());
        one.expected().keySet().stream().filter(rule -> !rules.contains(rule)).sorted()
                .forEach(rule -> faults.add(place + ".expected", "not-in-gate", TextContent.excerpt(rule)));
    }

    private void entries(String place, List<String> entries, Predicate<String> isSound) {
        if (isFew(place, entries, MAX_ENTRIES)) {
            unique(place, "", entries);
            for (int i = 0; i < entries.size(); i++) {
                if (!isSound.test(entries.get(i))) {
                    faults.add(place + "[" + i + "]", "entry", TextContent.excerpt(entries.get(i)));
                }
            }
        }
    }

    private void unique(String place, String member, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                faults.add(place + "[" + i + "]" + member, "duplicate", TextContent.excerpt(names.get(i)));
            }
        }
    }

    /** Behind the place of what holds it; nothing for a name that none can have. */
    private static String member(String name) {
        return isKey(name) ? "." + name : "";
    }

    private boolean isFew(String place, Collection<?> several, int most) {
        if (several.size() > most) {
            faults.add(place, "too-many", several.size(), most);
        }
        return several.size() <= most;
    }

    private void key(String place, String key) {
        if (!isKey(key)) {
            faults.add(place, "key", TextContent.excerpt(key), MAX_KEY);
        }
    }

    private static boolean isKey(String key) {
        return key.length() <= MAX_KEY && key.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    private void text(String place, String text, int longest) {
        if (text.isBlank() || text.length() > longest || XmlCharacters.firstInvalid(text).isPresent()) {
            faults.add(place, "text", TextContent.excerpt(text), longest);
        }
    }

    /** The phases of issues of a type; none for a type of the host. */
    private static Set<String> phases(String issueType) {
        return switch (issueType) {
            case "decision" -> names(DecisionPhase.values());
            case "blocker" -> names(BlockerPhase.values());
            default -> Set.of();
        };
    }

    private static Set<String> names(Enum<?>[] phases) {
        return Arrays.stream(phases).map(Enum::name).collect(Collectors.toSet());
    }
}
