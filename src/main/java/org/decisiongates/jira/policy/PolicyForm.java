package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.gate.GateForm;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.text.Message;
import org.decisiongates.text.content.TextContent;

/**
 * A policy as its page submits it. Only the rule whose settings are open is submitted input by input; all others packed, so that a
 * page of many rules stays small. Names of inputs: {@code g0} for the first gate, {@code g0.r1} for its second rule.
 */
@JiraComponent
class PolicyForm {

    private static final int MAX_PARTS = 100;
    private static final String RULE = "rule";
    private static final String MESSAGE = "message";
    private static final String ENFORCEMENT = "enforcement";
    private static final String WHEN = "when";
    private static final String SETTING = "setting.";
    /** Of the name of the input that holds the weight of a rule. */
    static final String WEIGHT = "w.";
    /** Of the name of the input that holds what a test expects of a rule. */
    static final String EXPECTED = "e.";

    static final String WEIGHTS = "weights";
    static final String WAIVER_GROUPS = "waiverGroups";
    static final String WAIVER_ROLES = "waiverRoles";
    static final String WAIVER_DAYS = "waiverDays";

    /** What says that a page shows who has to approve; the place of that part. */
    static final String APPROVALS = "approvals";
    static final String SEPARATION_OF_DUTIES = "separationOfDuties";
    static final String REMINDER_DAYS = "reminderDays";

    /** What the part that is open is called where it is a test. */
    static final String OPEN_TEST = "test:";
    /** The same of an approval. */
    static final String OPEN_APPROVAL = "approval:";

    private final GateForm rules;
    private final PolicyCaseForm tests;
    private final ApprovalRequirementForm requirements;

    PolicyForm(GateForm rules, PolicyCaseForm tests, ApprovalRequirementForm requirements) {
        this.rules = rules;
        this.tests = tests;
        this.requirements = requirements;
    }

    static String gate(int gate) {
        return "g" + gate;
    }

    static String rule(int gate, int rule) {
        return "g" + gate + ".r" + rule;
    }

    /** The place of a test. */
    static String test(int number) {
        return "c" + number;
    }

    /** The place of an approval. */
    static String approval(int number) {
        return "a" + number;
    }

    /** The place of the test or the approval that is open. */
    static Optional<String> placeOf(String open) {
        return open.startsWith(OPEN_TEST) ? Optional.of(test(number(open.substring(OPEN_TEST.length()))))
                : open.startsWith(OPEN_APPROVAL) ? Optional.of(approval(number(open.substring(OPEN_APPROVAL.length()))))
                : Optional.empty();
    }

    /** @param base what the page was made of, whose tests it names by their numbers */
    SubmittedPolicy read(Policy base, Map<String, String[]> submitted) {
        List<RejectedInput> rejected = new ArrayList<>();
        List<PolicyGate> gates = new ArrayList<>();
        for (int gate = 0; gate < MAX_PARTS && submitted.containsKey(gate(gate) + ".key"); gate++) {
            String at = gate(gate);
            gates.add(new PolicyGate(text(submitted, at + ".key"), text(submitted, at + ".name"),
                    Optional.of(text(submitted, at + ".phase")).filter(phase -> !phase.isEmpty()),
                    Enforcement.named(text(submitted, at + ".enforcement")).orElse(Enforcement.ENFORCE), rules(gate, submitted)));
        }
        return new SubmittedPolicy(new Policy(base.version(), text(submitted, "name"), text(submitted, "issueType"),
                base.scope().isGlobal() && submitted.containsKey("locked"), waivers(base, submitted, rejected),
                approvals(base, submitted, rejected),
                weights(base, submitted, rejected), gates, cases(base, submitted, rejected)), rejected);
    }

    private static WaiverTerms waivers(Policy base, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        List<String> groups = lines(text(submitted, WAIVER_GROUPS));
        List<String> roles = several(submitted, WAIVER_ROLES);
        int before = base.waivers().longestDays();
        return new WaiverTerms(groups, roles, submitted.containsKey(WAIVER_DAYS)
                ? number(submitted, WAIVER_DAYS, groups.isEmpty() && roles.isEmpty() ? 0 : 1, PolicyJson.MAX_DAYS, rejected).orElse(before)
                : before);
    }

    /** A page that was opened before approvals could be edited sends none: they stay as they are. */
    private ApprovalTerms approvals(Policy base, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        if (!submitted.containsKey(APPROVALS)) {
            return base.approvals();
        }
        List<ApprovalRequirement> all = new ArrayList<>();
        for (int number = 0; number < MAX_PARTS && submitted.containsKey(approval(number) + ".packed"); number++) {
            String at = approval(number);
            ApprovalRequirement packed = unpackedRequirement(text(submitted, at + ".packed"));
            all.add(submitted.containsKey(at + ".open") ? requirements.read(at, packed, submitted, rejected) : packed);
        }
        int before = base.approvals().reminderDays();
        return new ApprovalTerms(all, submitted.containsKey(SEPARATION_OF_DUTIES), submitted.containsKey(REMINDER_DAYS)
                ? number(submitted, REMINDER_DAYS, 0, PolicyJson.MAX_DAYS, rejected).orElse(before)
                : before);
    }

    private static ApprovalRequirement unpackedRequirement(String packed) {
        try {
            return PolicyJson.readRequirement(packed);
        } catch (InvalidPolicyException e) {
            // the page did not write this; without it, issues would move on unapproved
            throw new ProblemException(400, "decision-gates.jira.policy.approval-unreadable");
        }
    }

    private static Map<String, Integer> weights(Policy base, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        Map<String, Integer> weights = new TreeMap<>();
        submitted.keySet().stream().filter(name -> name.startsWith(WEIGHT) && !text(submitted, name).isEmpty()).sorted().forEach(name -> {
            String rule = name.substring(WEIGHT.length());
            number(submitted, name, 0, PolicyJson.MAX_WEIGHT, rejected).or(() -> Optional.ofNullable(base.weights().get(rule)))
                    .ifPresent(points -> weights.put(rule, points));
        });
        return weights;
    }

    /** A number that is too great for its place is one: the check of the policy says so. */
    static Optional<Integer> number(Map<String, String[]> submitted, String input, int least, int most,
            List<RejectedInput> rejected) {
        String typed = text(submitted, input);
        if (typed.matches("[0-9]{1,6}")) {
            return Optional.of(Integer.valueOf(typed));
        }
        rejected.add(new RejectedInput(input, typed, outOfRange(typed, least, most)));
        return Optional.empty();
    }

    static Message outOfRange(String typed, int least, int most) {
        return Message.of("decision-gates.policy.fault.range", TextContent.excerpt(typed), least, most);
    }

    /** A test that was changed, or that nobody has stored, is part of the page; any other is called by its number in the base. */
    private List<PolicyCase> cases(Policy base, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        List<PolicyCase> cases = new ArrayList<>();
        for (int number = 0; number < MAX_PARTS && submitted.containsKey(test(number) + ".packed"); number++) {
            String at = test(number);
            String packed = text(submitted, at + ".packed");
            Optional<PolicyCase> one = packed.matches("[0-9]{1,3}")
                    ? base.cases().stream().skip(Integer.parseInt(packed)).findFirst()
                    : unpackedCase(packed);
            one.map(found -> submitted.containsKey(at + ".open") ? tests.read(at, found, submitted, rejected) : found)
                    .ifPresent(cases::add);
        }
        return cases;
    }

    private static Optional<PolicyCase> unpackedCase(String packed) {
        try {
            return Optional.of(PolicyJson.readCase(packed));
        } catch (InvalidPolicyException e) {
            // the page did not write this
            return Optional.empty();
        }
    }

    private List<PolicyRule> rules(int gate, Map<String, String[]> submitted) {
        List<PolicyRule> all = new ArrayList<>();
        for (int rule = 0; rule < MAX_PARTS && submitted.containsKey(rule(gate, rule) + ".packed"); rule++) {
            String at = rule(gate, rule);
            PolicyRule packed = unpacked(text(submitted, at + ".packed"));
            all.add(submitted.containsKey(at + ".open") ? edited(at, packed, submitted) : packed);
        }
        return all;
    }

    private PolicyRule edited(String at, PolicyRule packed, Map<String, String[]> submitted) {
        PolicyRule edited = rules.submitted(at + ".s", packed, submitted);
        return new PolicyRule(edited.rule(), edited.settings(), edited.message(), Enforcement.named(text(submitted, at + ".enforcement")),
                edited.when());
    }

    /** A rule in one input. */
    static String packed(PolicyRule rule) {
        Map<String, String[]> parts = new LinkedHashMap<>();
        parts.put(RULE, new String[] {rule.rule()});
        rule.message().ifPresent(message -> parts.put(MESSAGE, new String[] {message}));
        rule.enforcement().ifPresent(enforcement -> parts.put(ENFORCEMENT, new String[] {enforcement.name()}));
        parts.put(WHEN, rule.when().conditions().stream().map(PolicyForm::written).toArray(String[]::new));
        new TreeMap<>(rule.settings()).forEach((name, value) -> parts.put(SETTING + name, new String[] {value}));
        return Parameters.write(parts);
    }

    static PolicyRule unpacked(String text) {
        Map<String, String[]> parts = Parameters.read(text);
        Map<String, String> settings = new TreeMap<>();
        parts.forEach((name, values) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), values[0]);
            }
        });
        return new PolicyRule(text(parts, RULE), settings, several(parts, MESSAGE).stream().findFirst(),
                Enforcement.named(text(parts, ENFORCEMENT)),
                new When(several(parts, WHEN).stream().flatMap(one -> condition(one).stream()).toList()));
    }

    /** A condition: its kind, whether it has to hold, its field, and its values, each in a line. */
    private static String written(RuleCondition condition) {
        return Stream.concat(Stream.of(condition.kind().name(), String.valueOf(condition.holds()),
                condition.field().map(Field::id).orElse("")), condition.values().stream()).collect(Collectors.joining("\n"));
    }

    private static Optional<RuleCondition> condition(String text) {
        // a condition without values ends with an empty line
        List<String> lines = List.of(text.split("\\R", -1));
        return lines.size() < 3 ? Optional.empty()
                : kind(lines.get(0)).flatMap(known -> condition(known, lines.get(2), lines.subList(3, lines.size()),
                        Boolean.parseBoolean(lines.get(1))));
    }

    static Optional<RuleCondition.Kind> kind(String name) {
        return Arrays.stream(RuleCondition.Kind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Empty where the kind needs a field or values that are not there. */
    static Optional<RuleCondition> condition(RuleCondition.Kind kind, String field, List<String> values, boolean holds) {
        if (kind.namesField() && field.isEmpty() || kind.compares() && values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleCondition(kind, kind.namesField() ? Optional.of(new Field(field)) : Optional.empty(),
                kind.compares() ? values : List.of(), holds));
    }

    static String text(Map<String, String[]> submitted, String name) {
        return several(submitted, name).stream().findFirst().orElse("").strip();
    }

    static List<String> several(Map<String, String[]> submitted, String name) {
        return List.of(submitted.getOrDefault(name, new String[0]));
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
