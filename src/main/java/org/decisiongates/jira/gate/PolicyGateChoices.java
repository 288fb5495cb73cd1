package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.rules.Rules;

/** The gates of policies that a workflow can name, and what an administrator reads of the one that it names. */
@JiraComponent
class PolicyGateChoices {

    private static final char BETWEEN = '/';

    private final Policies policies;
    private final WorkflowIssueTypes types;
    private final HostNames names;
    private final JiraTexts texts;

    PolicyGateChoices(Policies policies, WorkflowIssueTypes types, HostNames names, JiraTexts texts) {
        this.policies = policies;
        this.types = types;
        this.names = names;
        this.texts = texts;
    }

    /** The gate that a form submitted; empty when rules are to be written into the workflow. */
    static Optional<PolicyReference> submitted(String value) {
        int at = value.indexOf(BETWEEN);
        return at < 0 ? Optional.empty() : Optional.of(new PolicyReference(value.substring(0, at), value.substring(at + 1)));
    }

    /**
     * What a form offers: gates for the issues that have the workflow, of all issues where that is not known; with the one that is stored
     * even where no policy has it. None at all while there is no policy.
     */
    List<ChoiceView> offered(Optional<PolicyReference> stored) {
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> about = types.ofEditedWorkflow();
        // of policies of one key, the one of all projects names it
        policies.inForce().policies().stream().filter(policy -> about.isEmpty() || about.contains(policy.issueType())
                || stored.filter(reference -> reference.policy().equals(policy.key())).isPresent())
                .sorted(Comparator.comparing(Policy::key).thenComparing(policy -> !policy.scope().isGlobal()))
                .forEach(policy -> policy.gates().forEach(gate -> labels.putIfAbsent(value(new PolicyReference(policy.key(), gate.key())),
                        texts.text("decision-gates.jira.gate.form.policy.gate", policy.name(), gate.name(), issueType(policy)))));
        stored.ifPresent(reference -> labels.putIfAbsent(value(reference), value(reference)));
        if (labels.isEmpty()) {
            return List.of();
        }
        String chosen = stored.map(PolicyGateChoices::value).orElse("");
        List<ChoiceView> choices = new ArrayList<>();
        choices.add(new ChoiceView("", texts.text("decision-gates.jira.gate.form.policy.none"), chosen.isEmpty()));
        labels.forEach((value, label) -> choices.add(new ChoiceView(value, label, value.equals(chosen))));
        return choices;
    }

    private String issueType(Policy policy) {
        return switch (policy.issueType()) {
            case "decision" -> texts.text("decision-gates.jira.policy.type.decision");
            case "blocker" -> texts.text("decision-gates.jira.policy.type.blocker");
            default -> names.nameOf(new HostReference(HostReference.Kind.ISSUE_TYPE, policy.issueType(), Optional.empty()))
                    .orElse(policy.issueType());
        };
    }

    /** What all policies ask there of an issue of the policy's type, in a project without policies of its own where there is such. */
    Gate shown(PolicyReference reference) {
        PoliciesInForce inForce = policies.inForce();
        Optional<Policy> policy = named(inForce, reference);
        long project = policy.map(found -> found.scope().project().orElse(0)).orElse(0L);
        return new GateComposer(inForce, Rules::of).gate(reference, project, policy.map(Policy::issueType).orElse(""));
    }

    /** Says which gate of which policy a transition asks. */
    String intro(PolicyReference reference) {
        Optional<Policy> policy = named(policies.inForce(), reference);
        Optional<PolicyGate> gate = policy.flatMap(found -> found.gate(reference.gate()));
        return texts.text("decision-gates.jira.gate.view.policy", gate.map(PolicyGate::name).orElse(reference.gate()),
                policy.map(Policy::name).orElse(reference.policy()));
    }

    /** Why the gate that is named refuses every issue; empty text when it does not. */
    String fault(PolicyReference reference) {
        return shown(reference).rules().stream().filter(rule -> !rule.isSound()).findFirst().map(this::fault).orElse("");
    }

    private String fault(ConfiguredRule broken) {
        // such a rule reads nothing
        List<Finding> findings = broken.rule().evaluate(null, null).findings();
        return GateFaults.text(findings.get(0), texts, rule -> rule, (rule, setting) -> setting);
    }

    private static Optional<Policy> named(PoliciesInForce inForce, PolicyReference reference) {
        return inForce.policies().stream().filter(policy -> policy.key().equals(reference.policy()))
                .min(Comparator.comparing((Policy policy) -> policy.gate(reference.gate()).isEmpty())
                        .thenComparing(policy -> !policy.scope().isGlobal()).thenComparing(policy -> policy.scope().project().orElse(0)));
    }

    private static String value(PolicyReference reference) {
        return reference.policy() + BETWEEN + reference.gate();
    }
}
