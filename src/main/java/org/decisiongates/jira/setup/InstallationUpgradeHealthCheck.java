package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.ShippedPolicies;

/**
 * What this version of the app would set up otherwise than what stands here: fields on its screens, screens and gates of its workflows,
 * gates of its policies. Set-up makes a thing once and changes nothing unseen: what a newer version adds is taken over when somebody
 * chooses to ({@link InstallationUpgrade}), or step by step where administrators have changed a workflow. Reads the app's own files and
 * what Jira and the node hold in memory.
 */
@JiraComponent
class InstallationUpgradeHealthCheck implements HealthCheck {

    private static final String WORKFLOWS = "/secure/admin/workflows/ListWorkflows.jspa";
    private static final String PAGE = "/plugins/servlet/decision-gates/admin#decision-gates-upgrade";
    private static final String SCREEN = "jira.fieldscreen.id";

    private final Setup setUp;
    private final ScreenSteps screens;
    private final WorkflowSteps workflows;
    private final ShippedWorkflowUpgrade upgrade;
    private final Policies policies;

    InstallationUpgradeHealthCheck(Setup setUp, ScreenSteps screens, WorkflowSteps workflows, ShippedWorkflowUpgrade upgrade,
            Policies policies) {
        this.setUp = setUp;
        this.screens = screens;
        this.workflows = workflows;
        this.upgrade = upgrade;
        this.policies = policies;
    }

    @Override
    public String key() {
        return "upgrade";
    }

    /** Nothing while set-up is not complete, which is another check's to say. */
    @Override
    public List<HealthFinding> findings(Scope scope) {
        if (!scope.isGlobal() || !setUp.missing().isEmpty()) {
            return List.of();
        }
        List<HealthFinding> findings = new ArrayList<>();
        Arrays.stream(OwnScreen.values()).forEach(screen -> screens.missing(screen).forEach(field -> findings
                .add(HealthFinding.warning("upgrade.screen-field", screens.nameOf(screen), field).repairedBy(ScreenRepair.KEY))));
        ShippedPolicies.all().forEach(shipped -> policies.inForce().policy(Scope.GLOBAL, shipped.key())
                .ifPresent(there -> shipped.gates().stream().filter(gate -> isEnforced(gate) && there.gate(gate.key()).isEmpty())
                        .forEach(gate -> findings.add(HealthFinding.warning("upgrade.policy-gate", there.name(), gate.name(), gate.key())
                                .fixedAt(PAGE)))));
        for (OwnIssueType type : OwnIssueType.values()) {
            workflows.installed(type).ifPresent(there -> findings.addAll(upgrade.isAddable(type)
                    ? List.of(
                            HealthFinding.warning("upgrade.workflow", there.getName(), Integer.toString(upgrade.count(type))).fixedAt(PAGE))
                    : compared(workflows.shipped(type), there)));
        }
        return findings;
    }

    /** Advice that is missing keeps nobody from anything. */
    static boolean isEnforced(PolicyGate gate) {
        return gate.rules().stream().anyMatch(rule -> rule.enforcement().isEmpty());
    }

    /** Transitions go by their numbers, which stay when they are renamed; one that was removed is missed by nobody. */
    private List<HealthFinding> compared(WorkflowDescriptor shipped, JiraWorkflow there) {
        List<HealthFinding> findings = new ArrayList<>();
        for (ActionDescriptor action : there.getAllActions()) {
            Optional<ActionDescriptor> wanted = Optional.ofNullable(shipped.getAction(action.getId()));
            wanted.stream().flatMap(one -> gates(one).stream()).filter(gate -> !gates(action).contains(gate) && isThere(gate))
                    .forEach(gate -> findings.add(HealthFinding
                            .warning("upgrade.gate", there.getName(), action.getName(), gate.policy(), gate.gate()).fixedAt(WORKFLOWS)));
            wanted.map(InstallationUpgradeHealthCheck::screen).filter(screen -> !screen.isEmpty() && screen(action).isEmpty())
                    .ifPresent(screen -> findings.add(HealthFinding
                            .warning("upgrade.screen", there.getName(), action.getName(), screens.nameOf(screen)).fixedAt(WORKFLOWS)));
        }
        return findings;
    }

    private boolean isThere(PolicyReference gate) {
        return policies.inForce().policy(Scope.GLOBAL, gate.policy()).flatMap(policy -> policy.gate(gate.gate())).isPresent();
    }

    /** The gates of policies that a transition names, by the names that the app's workflow files give to the arguments. */
    private static Set<PolicyReference> gates(ActionDescriptor action) {
        List<?> validators = action.getValidators();
        return validators.stream().<Map<?, ?>>map(validator -> ((ValidatorDescriptor) validator).getArgs())
                .filter(arguments -> arguments.get("gate.policy") != null && arguments.get("gate.key") != null)
                .map(arguments -> new PolicyReference(arguments.get("gate.policy").toString().strip(),
                        arguments.get("gate.key").toString().strip()))
                .collect(Collectors.toSet());
    }

    private static String screen(ActionDescriptor action) {
        Object id = action.getMetaAttributes().get(SCREEN);
        return id == null ? "" : id.toString().strip();
    }
}
