package org.decisiongates.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.decisiongates.issue.Field;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.text.Message;

/**
 * A policy as JSON, as it is stored, exported and imported: see docs/gates.md. What is written is read as an equal policy; a text with
 * anything in it that is not known or not sound is refused as a whole, with every fault and its line.
 */
public final class PolicyJson {

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    /** The longest key of a policy or a gate. */
    public static final int MAX_KEY = 50;
    /** The longest name of a policy, a gate or a case. */
    public static final int MAX_NAME = 100;
    /** The longest message or setting of a rule. */
    public static final int MAX_MESSAGE = 10_000;

    /** The most days that waivers may last. */
    public static final int MAX_DAYS = 365;
    /** The last stage in which approvals are asked for. */
    public static final int MAX_STAGE = 9;
    /** The most points that meeting a rule is worth: all there are. */
    public static final int MAX_WEIGHT = 100;

    private static final int FORMAT = 1;
    private static final int MAX_COMPLAINT = 300;
    /** Longer than any text of an issue whose length Jira limits. */
    private static final int MAX_TEXT = 64 * 1024;
    /** What stands for an erased person is eight characters long, and the name may have been of one. */
    private static final int GROWTH = 8;
    /** The longest text in a version as it is stored, out of which people may have been erased. */
    public static final int MAX_STORED_TEXT = GROWTH * MAX_TEXT;
    private static final int MAX_VALUES = 20_000;
    private static final JsonDocument.Bounds BOUNDS = new JsonDocument.Bounds(MAX_LENGTH, MAX_VALUES, MAX_TEXT);
    private static final JsonDocument<PolicyDocument> JSON = JsonDocument.ofKnownMembers(PolicyDocument.class, "the policy", BOUNDS);
    private static final JsonDocument<PolicyDocument> STORED = JsonDocument.ofKnownMembers(PolicyDocument.class, "the policy",
            new JsonDocument.Bounds(GROWTH * MAX_LENGTH, MAX_VALUES, MAX_STORED_TEXT));
    private static final JsonDocument<PolicyDocument.Case> CASE = JsonDocument.ofKnownMembers(PolicyDocument.Case.class, "the test",
            BOUNDS);

    private static final JsonDocument<PolicyDocument.Requirement> REQUIREMENT = JsonDocument
            .ofKnownMembers(PolicyDocument.Requirement.class, "the approval", BOUNDS);

    private PolicyJson() {
    }

    /** The policy in one line, without its version and scope. */
    public static String write(Policy policy) {
        return JSON.write(document(policy));
    }

    /** The same in lines, for people. */
    public static String writeLines(Policy policy) {
        return writeLines(policy, Map.of());
    }

    /**
     * The same with the names of what it names by ids, so that another installation can read it.
     *
     * @param names names by {@link HostReference#key()}, by the key of their kind
     */
    public static String writeLines(Policy policy, Map<String, Map<String, String>> names) {
        return JSON.writeLines(document(policy, names));
    }

    /** The names in a text that {@link #read} takes; none where it has none. */
    public static Map<String, Map<String, String>> names(String text) {
        try {
            return JSON.read(text).names().orElse(Map.of());
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * A version as it was stored. A rule or a setting that this version of the app does not know is kept; its gate refuses.
     *
     * @param scope   where the policy is in force
     * @param version number of the version
     */
    public static Policy readStored(String text, Scope scope, int version) throws InvalidPolicyException {
        return read(STORED, text, scope, version, Optional.empty());
    }

    /** A policy from outside: in addition, every rule and every setting has to be one that {@code definitions} know. */
    public static Policy read(String text, Scope scope, int version, Function<String, Optional<RuleDefinition>> definitions)
            throws InvalidPolicyException {
        return read(JSON, text, scope, version, Optional.of(definitions));
    }

    /** Complains of a policy that cannot come into force; the faults have places and no lines. */
    public static void check(Policy policy, Function<String, Optional<RuleDefinition>> definitions) throws InvalidPolicyException {
        PolicyFaults faults = new PolicyFaults(place -> 0);
        new PolicyCheck(faults, Optional.of(definitions)).policy(policy);
        faults.refuse();
        String text = write(policy);
        if (text.length() > MAX_LENGTH) {
            faults.add("", "too-long", text.length(), MAX_LENGTH);
        } else {
            // nothing is stored that could not be read again
            parsed(text);
        }
        faults.refuse();
    }

    /** One case of a policy in one line. */
    public static String writeCase(PolicyCase one) {
        return CASE.write(document(one));
    }

    /** A case that {@link #writeCase} wrote. */
    public static PolicyCase readCase(String text) throws InvalidPolicyException {
        PolicyFaults faults = new PolicyFaults(place -> CASE.lineOf(text, place));
        PolicyCase read = oneCase(parsed(CASE, text), "issue", faults);
        faults.refuse();
        return read;
    }

    /** One requirement of approvals in one line. */
    public static String writeRequirement(ApprovalRequirement one) {
        return REQUIREMENT.write(PolicyApprovals.document(one));
    }

    /** A requirement that {@link #writeRequirement} wrote. */
    public static ApprovalRequirement readRequirement(String text) throws InvalidPolicyException {
        PolicyFaults faults = new PolicyFaults(place -> REQUIREMENT.lineOf(text, place));
        Optional<ApprovalRequirement> read = PolicyApprovals.requirement(parsed(REQUIREMENT, text), "", faults);
        faults.refuse();
        return read.orElseThrow();
    }

    private static Policy read(JsonDocument<PolicyDocument> json, String text, Scope scope, int version,
            Optional<Function<String, Optional<RuleDefinition>>> definitions) throws InvalidPolicyException {
        PolicyDocument read = parsed(json, text);
        PolicyFaults faults = new PolicyFaults(place -> json.lineOf(text, place));
        if (read.format() != FORMAT) {
            faults.add("format", "format", Long.toString(read.format()), FORMAT);
            faults.refuse();
        }
        Policy policy = policy(read, scope, version, faults);
        faults.refuse();
        new PolicyCheck(faults, definitions).policy(policy);
        faults.refuse();
        return policy;
    }

    private static PolicyDocument parsed(String text) throws InvalidPolicyException {
        return parsed(JSON, text);
    }

    private static <T> T parsed(JsonDocument<T> json, String text) throws InvalidPolicyException {
        try {
            return json.read(text);
        } catch (UnreadableJsonException e) {
            String complaint = e.getMessage().length() > MAX_COMPLAINT ? e.getMessage().substring(0, MAX_COMPLAINT) : e.getMessage();
            throw new InvalidPolicyException(List.of(new InvalidPolicyException.Fault(e.line(), "",
                    Message.of("decision-gates.policy.fault.json", complaint))));
        }
    }

    private static Policy policy(PolicyDocument read, Scope scope, int version, PolicyFaults faults) {
        List<PolicyGate> gates = new ArrayList<>();
        for (PolicyDocument.Gate gate : read.gates()) {
            String place = "gates[" + gates.size() + "]";
            gates.add(new PolicyGate(gate.key(), gate.name(), gate.phase(), gate.enforcement(), rules(gate, place, faults)));
        }
        Map<String, Integer> weights = new HashMap<>();
        read.weights().orElse(Map.of()).forEach((rule, points) -> weights.put(rule, (int) Math.min(points, Integer.MAX_VALUE)));
        List<PolicyCase> cases = new ArrayList<>();
        for (PolicyDocument.Case one : read.cases().orElse(List.of())) {
            cases.add(oneCase(one, "cases[" + cases.size() + "].issue", faults));
        }
        return new Policy(new PolicyVersion(scope, read.key(), version), read.name(), read.issueType(), read.locked().orElse(false),
                read.waivers().map(terms -> new WaiverTerms(terms.groups().orElse(List.of()), terms.roles().orElse(List.of()),
                        (int) Math.min(terms.longestDays(), Integer.MAX_VALUE))).orElse(WaiverTerms.NONE),
                read.approvals().map(terms -> PolicyApprovals.terms(terms, faults)).orElse(ApprovalTerms.NONE), weights, gates, cases);
    }

    private static PolicyCase oneCase(PolicyDocument.Case one, String place, PolicyFaults faults) {
        return new PolicyCase(one.name(), one.gate(), PolicyCaseIssue.issue(one.issue(), place, faults), one.day(), one.actor(),
                fields(one.changes().orElse(List.of())), one.comment().orElse(""), one.expected());
    }

    private static List<PolicyRule> rules(PolicyDocument.Gate gate, String at, PolicyFaults faults) {
        List<PolicyRule> rules = new ArrayList<>();
        for (PolicyDocument.Rule rule : gate.rules()) {
            String place = at + ".rules[" + rules.size() + "]";
            rules.add(new PolicyRule(rule.rule(), rule.settings().orElse(Map.of()), rule.message(), rule.enforcement(),
                    when(rule.when(), place, faults)));
        }
        return rules;
    }

    static When when(Optional<List<PolicyDocument.When>> read, String place, PolicyFaults faults) {
        List<RuleCondition> conditions = new ArrayList<>();
        List<PolicyDocument.When> when = read.orElse(List.of());
        for (int i = 0; i < when.size(); i++) {
            condition(when.get(i), place + ".when[" + i + "]", faults).ifPresent(conditions::add);
        }
        return new When(conditions);
    }

    private static Optional<RuleCondition> condition(PolicyDocument.When when, String place, PolicyFaults faults) {
        List<String> values = when.values().orElse(List.of());
        if (when.kind().namesField() != when.field().isPresent()) {
            faults.add(place, when.kind().namesField() ? "condition-field" : "condition-no-field");
            return Optional.empty();
        }
        if (when.kind().compares() == values.isEmpty()) {
            faults.add(place, when.kind().compares() ? "condition-values" : "condition-no-values");
            return Optional.empty();
        }
        return Optional.of(new RuleCondition(when.kind(), when.field().map(Field::new), values, !when.not().orElse(false)));
    }

    static Set<Field> fields(Collection<String> ids) {
        Set<Field> fields = new HashSet<>();
        ids.forEach(id -> fields.add(new Field(id)));
        return fields;
    }

    private static PolicyDocument document(Policy policy) {
        return document(policy, Map.of());
    }

    private static PolicyDocument document(Policy policy, Map<String, Map<String, String>> names) {
        WaiverTerms terms = policy.waivers();
        Map<String, Long> weights = new TreeMap<>();
        policy.weights().forEach((rule, points) -> weights.put(rule, (long) points));
        return new PolicyDocument(FORMAT, policy.key(), policy.name(), policy.issueType(),
                Optional.of(policy.locked()).filter(locked -> locked),
                terms.equals(WaiverTerms.NONE) ? Optional.empty()
                        : Optional.of(new PolicyDocument.Terms(some(terms.groups()), some(terms.roles()), terms.longestDays())),
                PolicyApprovals.document(policy.approvals()), some(weights), policy.gates().stream().map(PolicyJson::document).toList(),
                some(policy.cases().stream().map(PolicyJson::document).toList()), some(names));
    }

    private static PolicyDocument.Gate document(PolicyGate gate) {
        return new PolicyDocument.Gate(gate.key(), gate.name(), gate.phase(), gate.enforcement(),
                gate.rules().stream().map(PolicyJson::document).toList());
    }

    private static PolicyDocument.Rule document(PolicyRule rule) {
        return new PolicyDocument.Rule(rule.rule(), some(new TreeMap<>(rule.settings())), rule.message(), rule.enforcement(),
                document(rule.when()));
    }

    static Optional<List<PolicyDocument.When>> document(When when) {
        return some(when.conditions().stream().map(PolicyJson::document).toList());
    }

    private static PolicyDocument.When document(RuleCondition condition) {
        return new PolicyDocument.When(condition.kind(), condition.field().map(Field::id), some(condition.values()),
                Optional.of(!condition.holds()).filter(not -> not));
    }

    private static PolicyDocument.Case document(PolicyCase one) {
        return new PolicyDocument.Case(one.name(), one.gate(), one.day(), one.actor(),
                some(one.changes().stream().map(Field::id).sorted().toList()), Optional.of(one.comment()).filter(text -> !text.isEmpty()),
                PolicyCaseIssue.document(one.issue()), new TreeMap<>(one.expected()));
    }

    static <T> Optional<List<T>> some(List<T> list) {
        return Optional.of(list).filter(values -> !values.isEmpty());
    }

    static <T> Optional<Map<String, T>> some(Map<String, T> map) {
        return Optional.of(map).filter(values -> !values.isEmpty());
    }
}
