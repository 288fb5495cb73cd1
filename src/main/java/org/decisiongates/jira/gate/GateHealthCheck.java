package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/**
 * What is wrong with the gates of workflows in use, before anybody meets them: rules that refuse every issue, and gates that are gone.
 * Reads what Jira and the node hold in memory.
 */
@JiraComponent
class GateHealthCheck implements HealthCheck {

    private final WorkflowsInUse inUse;
    private final Policies policies;
    private final GateFormatter formatter;

    GateHealthCheck(WorkflowsInUse inUse, Policies policies, GateFormatter formatter) {
        this.inUse = inUse;
        this.policies = policies;
        this.formatter = formatter;
    }

    @Override
    public String key() {
        return "gates";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        List<HealthFinding> findings = new ArrayList<>();
        for (JiraWorkflow workflow : inUse.of(scope)) {
            for (ActionDescriptor action : workflow.getAllActions()) {
                StoredGates.of(action).forEach(arguments -> {
                    Optional<PolicyReference> reference = GateArguments.reference(arguments);
                    Place place = new Place(workflow.getName(), action.getName(), findings);
                    if (reference.isPresent()) {
                        ofPolicy(reference.get(), scope, place);
                    } else {
                        ofRules(GateArguments.read(arguments).rules(), place);
                    }
                });
            }
        }
        return findings.stream().distinct().toList();
    }

    /**
     * A transition with a gate.
     *
     * @param said what is wrong there is added to this
     */
    private record Place(String workflow, String transition, List<HealthFinding> said) {
    }

    /** Every policy of the key is looked at: which is in force depends on the project. */
    private void ofPolicy(PolicyReference reference, Scope scope, Place place) {
        List<List<ConfiguredRule>> gates = policies.inForce().policies().stream().filter(policy -> policy.key().equals(reference.policy()))
                .filter(policy -> scope.isGlobal() || policy.scope().isGlobal() || policy.scope().equals(scope))
                .flatMap(policy -> policy.gate(reference.gate()).filter(gate -> gate.enforcement() != Enforcement.OFF)
                        .map(gate -> GateComposer.alone(policy, gate, Rules::of).rules()).stream())
                .toList();
        if (gates.isEmpty() && policies.inForce().policies().stream().filter(policy -> policy.key().equals(reference.policy()))
                .noneMatch(policy -> policy.gate(reference.gate()).isPresent())) {
            place.said().add(HealthFinding.error("gates.unknown", place.workflow(), place.transition(), reference.policy(),
                    reference.gate()));
        }
        gates.forEach(rules -> ofRules(rules, place));
    }

    private void ofRules(List<ConfiguredRule> rules, Place place) {
        if (rules.isEmpty()) {
            place.said().add(HealthFinding.error("gates.empty", place.workflow(), place.transition()));
        }
        for (ConfiguredRule rule : rules) {
            String fault = formatter.faultOf(rule);
            if (!fault.isEmpty()) {
                place.said().add(HealthFinding.error("gates.unusable", place.workflow(), place.transition(), fault));
            }
        }
    }
}
