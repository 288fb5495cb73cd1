package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ConditionFormatter;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCases;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.rules.Rules;

/**
 * Edits a policy on its page. Every button submits the whole form and gets the page anew, so that it works without a script; what was
 * submitted before is part of the page and can be gone back to. Nothing is stored before somebody saves.
 */
@JiraComponent
class PolicyEditor {

    private static final int MAX_UNDO = 5;
    private static final int MAX_UNDO_LENGTH = 300_000;
    private static final String UNDO = "undo";
    private static final String OPERATION = "do";

    private final PolicyService policies;
    private final PolicyForm form;
    private final PolicyPreview preview;
    private final IssueCases cases;
    private final ConditionFormatter conditions;
    private final PolicyFaultFormatter faults;
    private final JiraTexts texts;

    PolicyEditor(PolicyService policies, PolicyForm form, PolicyPreview preview, IssueCases cases, ConditionFormatter conditions,
            PolicyFaultFormatter faults, JiraTexts texts) {
        this.policies = policies;
        this.form = form;
        this.preview = preview;
        this.cases = cases;
        this.conditions = conditions;
        this.faults = faults;
        this.texts = texts;
    }

    /**
     * The newest version, to be edited; with {@code from}, the content of a policy of all projects for a project's own. Its tests stay
     * where they are: they hold what issues of other projects say, which administrators of this one need not be allowed to see.
     */
    EditedPolicy open(Scope scope, String key, Optional<Integer> from) {
        if (from.isPresent()) {
            Policy global = policies.version(new PolicyVersion(Scope.GLOBAL, key, from.get()));
            return EditedPolicy.of(global.as(new PolicyVersion(scope, key, 1)).unlocked().withCases(List.of()), 0);
        }
        PolicyVersion newest = policies.newest(scope, key).version();
        return EditedPolicy.of(policies.version(newest), newest.version());
    }

    /** A policy that nobody has stored. */
    EditedPolicy create(Scope scope, String key, String name) {
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > PolicyJson.MAX_KEY) {
            throw new ProblemException(400, "decision-gates.policy.fault.key", key, String.valueOf(PolicyJson.MAX_KEY));
        }
        return EditedPolicy.of(new Policy(new PolicyVersion(scope, key, 1), name, "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(), List.of(),
                List.of()), 0);
    }

    /** What comes of a submitted form. */
    EditedPolicy submit(Scope scope, String key, ApplicationUser editor, Map<String, String[]> submitted) {
        Map<String, String[]> sent = new TreeMap<>(submitted);
        List<String> undo = new ArrayList<>(PolicyForm.several(sent, UNDO));
        String operation = PolicyForm.text(sent, OPERATION);
        if (operation.equals(UNDO) && !undo.isEmpty()) {
            sent = new TreeMap<>(Parameters.read(undo.remove(undo.size() - 1)));
            EditedPolicy before = edited(scope, key, sent, undo);
            return before.with(before.policy(), before.open(), -1, undo.isEmpty() ? "add-gate" : UNDO);
        }
        EditedPolicy edited = edited(scope, key, sent, undo);
        PolicyService.Change change = new PolicyService.Change(scope, key, edited.basedOn(), edited.why(), editor.getKey());
        String[] parts = operation.split(":");
        try {
            return switch (parts[0]) {
                case "save" -> saved(edited, change);
                case "retire" -> stored("retired-now", scope, key, policies.retire(change));
                case "preview" -> edited.tried(preview.of(edited.policy(), edited.issue(), editor));
                case "take-case" -> isHeld(edited, operation) ? edited : taken(edited, sent, editor);
                default -> isHeld(edited, operation) ? edited : changed(edited, parts, sent);
            };
        } catch (ProblemException e) {
            return edited.saying(texts.texts(e.messages()), List.of());
        }
    }

    /** The policy as a submitted form has it, whichever button was pressed; refused while anything is wrong with it. */
    Policy draft(Scope scope, String key, Map<String, String[]> submitted) {
        EditedPolicy edited = edited(scope, key, submitted, List.of());
        List<PolicyFormFault> wrong = faultsOf(edited);
        if (!wrong.isEmpty()) {
            throw new ProblemException(400, wrong.stream().map(PolicyFormFault::sentence).toList());
        }
        return edited.policy();
    }

    private List<PolicyFormFault> faultsOf(EditedPolicy edited) {
        return Stream.concat(edited.faults().stream(), faults.of(edited).stream()).toList();
    }

    /** Nothing is stored while anything is wrong, and all of it is said. */
    private EditedPolicy saved(EditedPolicy edited, PolicyService.Change change) {
        List<PolicyFormFault> wrong = new ArrayList<>(faultsOf(edited));
        if (wrong.isEmpty()) {
            policies.failedCases(edited.policy()).stream().map(faults::ofTest).forEach(wrong::add);
        }
        PolicyService.faultOfWhy(change.why()).map(faults::ofWhy).ifPresent(wrong::add);
        return wrong.isEmpty() ? stored("saved", change.scope(), change.key(), policies.save(edited.policy(), change))
                : edited.faulty(wrong);
    }

    /** What is no value stays where it was typed: a test or an approval that holds such a thing stays open, unless it is taken out. */
    private static boolean isHeld(EditedPolicy edited, String operation) {
        String open = edited.open();
        return edited.holdsRejected()
                && !operation.equals((isApproval(open) ? "remove-approval:" : "remove-case:") + open.substring(open.indexOf(':') + 1));
    }

    private static boolean isApproval(String open) {
        return open.startsWith(PolicyForm.OPEN_APPROVAL);
    }

    private EditedPolicy taken(EditedPolicy edited, Map<String, String[]> sent, ApplicationUser editor) {
        Policy more = PolicyDraft.withCase(edited.policy(),
                cases.of(edited.policy(), PolicyForm.text(sent, "caseGate"), edited.issue(), editor));
        return remember(edited, sent).with(more, PolicyForm.OPEN_TEST + (more.cases().size() - 1), -1, "");
    }

    /** Makes the content of an older version the next one. */
    EditedPolicy revert(Scope scope, String key, ApplicationUser editor, Map<String, String[]> submitted) {
        int basedOn = PolicyForm.number(PolicyForm.text(submitted, "basedOn"));
        String[] operation = PolicyForm.text(submitted, OPERATION).split(":");
        try {
            return stored("reverted", scope, key, policies.revert(part(operation, 1),
                    new PolicyService.Change(scope, key, basedOn, PolicyForm.text(submitted, "why"), editor.getKey())));
        } catch (ProblemException e) {
            return open(scope, key, Optional.empty()).saying(texts.texts(e.messages()), List.of());
        }
    }

    private EditedPolicy edited(Scope scope, String key, Map<String, String[]> sent, List<String> undo) {
        int basedOn = PolicyForm.number(PolicyForm.text(sent, "basedOn"));
        Policy base = basedOn == 0 ? create(scope, key, "").policy() : policies.version(new PolicyVersion(scope, key, basedOn));
        SubmittedPolicy submitted = form.read(base, sent);
        return new EditedPolicy(submitted.policy(), basedOn, base.cases(), PolicyForm.text(sent, "open"), -1, undo,
                PolicyForm.text(sent, "why"), PolicyForm.text(sent, "issue"), PolicyPreview.Outcome.NONE, "", submitted.rejected(),
                List.of(), List.of(), List.of()).faulty(faults.ofRejected(submitted.policy(), submitted.rejected()));
    }

    private EditedPolicy stored(String how, Scope scope, String key, int version) {
        return EditedPolicy.of(policies.version(new PolicyVersion(scope, key, version)), version).saying(List.of(),
                List.of(texts.text("decision-gates.jira.policy." + how, String.valueOf(version))));
    }

    /** Each change says which button goes on from there, for whoever uses the keyboard. */
    private EditedPolicy changed(EditedPolicy edited, String[] operation, Map<String, String[]> sent) {
        Policy policy = edited.policy();
        int gate = part(operation, 1);
        int rule = part(operation, 2);
        String place = gate + ":" + rule;
        return switch (operation[0]) {
            case "add-gate" -> remember(edited, sent).with(
                    PolicyDraft.withGate(policy, texts.text("decision-gates.jira.policy.new-gate")), "", policy.gates().size(), "");
            case "remove-gate" -> remember(edited, sent).with(PolicyDraft.withoutGate(policy, gate), "", -1, "add-gate");
            case "gate-up" ->
                remember(edited, sent).with(PolicyDraft.moveGate(policy, gate, -1), "", -1, "gate-up:" + Math.max(0, gate - 1));
            case "adding" -> edited.with(policy, "", gate, "");
            case "add-rule" -> Rules.of(operation.length > 2 ? operation[2] : "").isEmpty() || gate < 0 || gate >= policy.gates().size()
                    ? edited
                    : remember(edited, sent).with(PolicyDraft.withRule(policy, gate, operation[2]),
                            gate + ":" + policy.gates().get(gate).rules().size(), -1, "");
            case "edit" -> edited.with(policy, place, -1, "");
            case "edit-case" -> edited.with(policy, PolicyForm.OPEN_TEST + gate, -1, "");
            case "close" -> edited.with(policy, "", -1,
                    gate >= 0 ? "edit:" + place : (isApproval(edited.open()) ? "edit-approval:" : "edit-case:") + rule);
            case "remove" -> removed(remember(edited, sent), gate, rule);
            case "up" -> remember(edited, sent).with(PolicyDraft.moveRule(policy, gate, rule, -1), "", -1,
                    "up:" + gate + ":" + Math.max(0, rule - 1));
            case "down" -> remember(edited, sent).with(PolicyDraft.moveRule(policy, gate, rule, 1), "", -1,
                    "down:" + gate + ":" + Math.min(rules(policy, gate) - 1, rule + 1));
            case "add-when" -> withCondition(edited, sent, condition -> remember(edited, sent)
                    .with(PolicyDraft.withCondition(policy, gate, rule, condition), edited.open(), -1, "add-when:" + place));
            case "remove-when" -> remember(edited, sent)
                    .with(PolicyDraft.withoutCondition(policy, gate, rule, part(operation, 3)), edited.open(), -1, "add-when:" + place);
            case "remove-case" ->
                remember(edited.withoutRejectedPart(), sent).with(PolicyDraft.withoutCase(policy, gate), "", -1, "take-case");
            case "accept-case" -> remember(edited, sent).with(
                    PolicyDraft.changeCase(policy, gate, one -> one.expecting(PolicyCases.found(policy, one, Rules::of))), "", -1,
                    "edit-case:" + gate);
            default -> approvalChanged(edited, operation, sent);
        };
    }

    private EditedPolicy approvalChanged(EditedPolicy edited, String[] operation, Map<String, String[]> sent) {
        Policy policy = edited.policy();
        int number = part(operation, 1);
        String adding = "add-approval-when:" + number;
        return switch (operation[0]) {
            case "add-approval" -> remember(edited, sent).with(
                    PolicyDraft.withApproval(policy, edited.basedOn(), texts.text("decision-gates.jira.policy.new-approval")),
                    PolicyForm.OPEN_APPROVAL + policy.approvals().requirements().size(), -1, "");
            case "add-example-approval" -> remember(edited, sent).with(PolicyDraft.withExampleApproval(policy, edited.basedOn(),
                    texts.text("decision-gates.jira.policy.example-approval.name")),
                    PolicyForm.OPEN_APPROVAL + policy.approvals()
                            .requirements().size(),
                    -1, "");
            case "edit-approval" -> edited.with(policy, PolicyForm.OPEN_APPROVAL + number, -1, "");
            case "approval-up" -> remember(edited, sent).with(PolicyDraft.moveApproval(policy, number, -1), "", -1,
                    "approval-up:" + Math.max(0, number - 1));
            case "remove-approval" -> remember(edited.withoutRejectedPart(), sent).with(PolicyDraft.withoutApproval(policy, number), "",
                    -1, "add-approval");
            case "add-approval-when" -> withCondition(edited, sent, condition -> remember(edited, sent)
                    .with(PolicyDraft.withApprovalCondition(policy, number, condition), edited.open(), -1, adding));
            case "remove-approval-when" -> remember(edited, sent)
                    .with(PolicyDraft.withoutApprovalCondition(policy, number, part(operation, 2)), edited.open(), -1, adding);
            default -> edited;
        };
    }

    private static EditedPolicy removed(EditedPolicy edited, int gate, int rule) {
        Policy fewer = PolicyDraft.withoutRule(edited.policy(), gate, rule);
        int left = rules(fewer, gate);
        return edited.with(fewer, "", -1, left == 0 ? "adding:" + gate : "edit:" + gate + ":" + Math.min(rule, left - 1));
    }

    private static int rules(Policy policy, int gate) {
        return gate >= 0 && gate < policy.gates().size() ? policy.gates().get(gate).rules().size() : 0;
    }

    /** What comes of the condition that was typed; that it is none, where it is none. */
    private EditedPolicy withCondition(EditedPolicy edited, Map<String, String[]> sent, Function<RuleCondition, EditedPolicy> added) {
        Optional<RuleCondition.Kind> kind = PolicyForm.kind(PolicyForm.text(sent, "whenKind"));
        String field = PolicyForm.text(sent, "whenField");
        List<String> typed = PolicyForm.lines(PolicyForm.text(sent, "whenValues"));
        List<String> unknown = kind.filter(RuleCondition.Kind::compares).map(known -> conditions.unknown(known, field, typed))
                .orElse(List.of());
        if (!unknown.isEmpty()) {
            return edited.saying(List.of(texts.text("decision-gates.jira.policy.unknown-values", String.join(", ", unknown))), List.of());
        }
        return kind.flatMap(known -> PolicyForm.condition(known, field, conditions.ids(known, field, typed), !sent.containsKey("whenNot")))
                .map(added)
                .orElseGet(() -> edited.saying(List.of(texts.text("decision-gates.jira.policy.incomplete-condition")), List.of()));
    }

    /** Keeps what was submitted, so that it can be gone back to. */
    private static EditedPolicy remember(EditedPolicy edited, Map<String, String[]> sent) {
        Map<String, String[]> kept = new HashMap<>(sent);
        kept.keySet().removeAll(List.of(UNDO, OPERATION, "atl_token"));
        List<String> undo = new ArrayList<>(edited.undo());
        undo.add(Parameters.write(new TreeMap<>(kept)));
        // containers take forms of two megabytes at most
        while (undo.size() > MAX_UNDO || undo.stream().mapToInt(String::length).sum() > MAX_UNDO_LENGTH) {
            undo.remove(0);
        }
        return edited.undoing(undo);
    }

    private static int part(String[] operation, int at) {
        return Arrays.stream(operation).skip(at).findFirst().filter(text -> text.matches("[0-9]{1,3}")).map(Integer::valueOf).orElse(-1);
    }
}
