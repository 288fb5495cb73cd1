package org.decisiongates.jira.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.GateForm;
import org.decisiongates.jira.gate.GateFormatter;
import org.decisiongates.jira.gate.RuleSentenceView;
import org.decisiongates.jira.gate.SettingView;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.InvalidPolicyException;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;

/** Tells what is wrong with a policy in the words of its form, at the gate, the rule or the input that it concerns. */
@JiraComponent
class PolicyFaultFormatter {

    private static final Pattern PART = Pattern
            .compile("(gates|cases|approvals\\.requirements)\\[(\\d+)](?:\\.rules\\[(\\d+)])?(?:\\.(.*))?");
    private static final Pattern PART_INPUT = Pattern.compile("([ac])(\\d+)(\\..*)");
    private static final String SETTING = "settings.";
    private static final String PLACE = "decision-gates.jira.policy.place.";

    private final GateForm forms;
    private final PolicyCaseForm tests;
    private final ApprovalRequirementForm approvals;
    private final GateFormatter sentences;
    private final JiraTexts texts;

    PolicyFaultFormatter(GateForm forms, PolicyCaseForm tests, ApprovalRequirementForm approvals, GateFormatter sentences,
            JiraTexts texts) {
        this.forms = forms;
        this.tests = tests;
        this.approvals = approvals;
        this.sentences = sentences;
        this.texts = texts;
    }

    /** All that keeps a policy that is being edited from being put into force, but for its reason. */
    List<PolicyFormFault> of(EditedPolicy edited) {
        Policy policy = edited.policy();
        try {
            PolicyJson.check(policy, Rules::of);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.faults().stream().map(fault -> fault(policy, edited.open(), fault)).distinct().toList();
        }
    }

    /** What was typed and is no value. */
    List<PolicyFormFault> ofRejected(Policy policy, List<RejectedInput> rejected) {
        return rejected.stream().map(input -> new PolicyFormFault(input.input(), whereOf(policy, input.input()), texts.text(input.fault())))
                .toList();
    }

    /** What is wrong with the reason for which a policy is changed. */
    PolicyFormFault ofWhy(Message fault) {
        return new PolicyFormFault("why", texts.text("decision-gates.jira.policy.save"), texts.text(fault));
    }

    /** That a test fails. */
    PolicyFormFault ofTest(PolicyService.FailedCase failed) {
        return new PolicyFormFault(PolicyForm.test(failed.number()), texts.text("decision-gates.jira.policy.tests"),
                texts.text(failed.message()));
    }

    private PolicyFormFault fault(Policy policy, String open, InvalidPolicyException.Fault fault) {
        Matcher part = PART.matcher(fault.place());
        if (!part.matches()) {
            String input = headInput(fault.place());
            return new PolicyFormFault(input, whereOf(policy, input), texts.text(fault.message()));
        }
        int number = Integer.parseInt(part.group(2));
        String member = Optional.ofNullable(part.group(4)).orElse("");
        if (part.group(1).equals("cases")) {
            String at = PolicyForm.test(number);
            boolean isShown = member.equals("name") && open.equals(PolicyForm.OPEN_TEST + number);
            return new PolicyFormFault(isShown ? at + ".name" : at, ofTest(policy.cases().get(number)), texts.text(fault.message()));
        }
        if (part.group(1).startsWith(PolicyForm.APPROVALS)) {
            return ofApproval(policy.approvals().requirements().get(number), number, member, open, fault.message());
        }
        return part.group(3) == null ? ofGate(number, policy.gates().get(number), member, fault.message())
                : ofRule(policy.gates().get(number), number, Integer.parseInt(part.group(3)), member, open, fault.message());
    }

    private PolicyFormFault ofApproval(ApprovalRequirement one, int number, String member, String open, Message fault) {
        String at = PolicyForm.approval(number);
        Optional<String> input = ApprovalRequirementForm.inputOf(member);
        boolean isShown = input.isPresent() && open.equals(PolicyForm.OPEN_APPROVAL + number);
        return new PolicyFormFault(isShown ? at + input.get() : at,
                input.map(known -> texts.text(PLACE + "in-approval", title(one), approvals.label(known)))
                        .orElseGet(() -> texts.text(PLACE + "approval", title(one))),
                texts.text(fault));
    }

    private PolicyFormFault ofGate(int number, PolicyGate gate, String member, Message fault) {
        String at = PolicyForm.gate(number);
        Optional<String> label = switch (member) {
            case "name" -> Optional.of("gate-name");
            case "key" -> Optional.of("gate-key");
            case "phase" -> Optional.of("phase");
            default -> Optional.empty();
        };
        return label
                .map(known -> new PolicyFormFault(at + "." + member,
                        texts.text(PLACE + "in-gate", title(gate), texts.text("decision-gates.jira.policy." + known)), texts.text(fault)))
                .orElseGet(() -> new PolicyFormFault(at, texts.text(PLACE + "gate", title(gate)), texts.text(fault)));
    }

    private PolicyFormFault ofRule(PolicyGate gate, int number, int place, String member, String open, Message fault) {
        PolicyRule rule = gate.rules().get(place);
        String at = PolicyForm.rule(number, place);
        if (!member.startsWith(SETTING)) {
            return new PolicyFormFault(at, texts.text(PLACE + "rule", title(gate), claim(rule)), texts.text(fault));
        }
        String setting = member.substring(SETTING.length());
        String input = at + ".s." + setting;
        // the form of the rule says more of the value than the rule itself
        Optional<String> said = forms.rule(at + ".s", rule, List.of()).settings().stream().filter(one -> one.inputName().equals(input))
                .map(SettingView::fault).filter(text -> !text.isEmpty()).findFirst();
        boolean isShown = open.equals(number + ":" + place) && said.isPresent();
        return new PolicyFormFault(isShown ? input : at,
                texts.text(PLACE + "setting", title(gate), claim(rule), sentences.settingName(rule.rule(), setting)),
                said.orElseGet(() -> texts.text(fault)));
    }

    /** The input of the head of the form that a member of the policy is edited in; empty text for what no input holds. */
    private static String headInput(String member) {
        if (member.startsWith("weights.")) {
            return PolicyForm.WEIGHT + member.substring("weights.".length());
        }
        return switch (member.replaceFirst("\\[.*", "")) {
            case "name", "issueType", PolicyForm.WEIGHTS -> member;
            case "waivers.groups" -> PolicyForm.WAIVER_GROUPS;
            case "waivers.roles" -> PolicyForm.WAIVER_ROLES;
            case "waivers.longestDays" -> PolicyForm.WAIVER_DAYS;
            case "approvals.requirements" -> PolicyForm.APPROVALS;
            case "approvals.reminderDays" -> PolicyForm.REMINDER_DAYS;
            default -> "";
        };
    }

    /** The label of an input of the head, or of a test. */
    private String whereOf(Policy policy, String input) {
        if (input.startsWith(PolicyForm.WEIGHT)) {
            return texts.text(PLACE + "weight", sentences.nameOf(input.substring(PolicyForm.WEIGHT.length())));
        }
        Matcher ofPart = PART_INPUT.matcher(input);
        if (ofPart.matches()) {
            int number = Integer.parseInt(ofPart.group(2));
            return ofPart.group(1).equals("c") ? inTest(policy, number, tests.label(ofPart.group(3)))
                    : texts.text(PLACE + "in-approval", title(policy.approvals().requirements().get(number)),
                            approvals.label(ofPart.group(3)));
        }
        return texts.text("decision-gates.jira.policy." + switch (input) {
            case "name" -> "name";
            case "issueType" -> "issue-type";
            case PolicyForm.WAIVER_GROUPS -> "waiver-groups";
            case PolicyForm.WAIVER_ROLES -> "waiver-roles";
            case PolicyForm.WAIVER_DAYS -> "waiver-days";
            case PolicyForm.WEIGHTS -> "score";
            case PolicyForm.APPROVALS -> "approvals";
            case PolicyForm.REMINDER_DAYS -> "reminder-days";
            default -> "policy";
        });
    }

    private String inTest(Policy policy, int number, String label) {
        return policy.cases().stream().skip(number).findFirst().map(one -> texts.text(PLACE + "in-test", one.name(), label))
                .orElse(label);
    }

    private String ofTest(PolicyCase one) {
        return texts.text(PLACE + "test", one.name());
    }

    private static String title(PolicyGate gate) {
        return gate.name().isBlank() ? gate.key() : gate.name();
    }

    private static String title(ApprovalRequirement one) {
        return one.name().isBlank() ? one.key() : one.name();
    }

    /** What the rule claims; its name while that cannot be said. */
    private String claim(PolicyRule rule) {
        RuleSentenceView sentence = sentences.sentence(rule);
        return sentence.faulty() ? sentences.nameOf(rule.rule()) : sentence.sentence();
    }
}
