package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.health.SupportPolicies;
import org.decisiongates.health.SupportRule;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/** The gates of workflows in use, which go by aliases; transitions go by their numbers. */
@JiraComponent
class GateSupportFile implements SupportFile {

    private final WorkflowsInUse inUse;

    GateSupportFile(WorkflowsInUse inUse) {
        this.inUse = inUse;
    }

    @Override
    public String name() {
        return "gates";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Workflows(inUse.of(Scope.GLOBAL).stream().map(workflow -> workflow(workflow, aliases))
                .filter(workflow -> !workflow.gates().isEmpty()).toList());
    }

    private static Workflow workflow(JiraWorkflow workflow, SupportAliases aliases) {
        List<Stored> gates = new ArrayList<>();
        for (ActionDescriptor action : workflow.getAllActions()) {
            StoredGates.of(action).forEach(arguments -> {
                Optional<PolicyReference> reference = GateArguments.reference(arguments);
                gates.add(new Stored(action.getId(), reference.map(named -> SupportPolicies.policy(named.policy(), aliases)),
                        reference.map(named -> SupportPolicies.gate(named.gate(), aliases)),
                        reference.isPresent() ? List.of()
                                : GateArguments.read(arguments).rules().stream().map(rule -> SupportRule.of(rule.name(), rule.settings(),
                                        rule.message().isPresent(), rule.enforcement(), rule.when(), Rules::of)).toList()));
            });
        }
        return new Workflow(aliases.of("workflow", workflow.getName()), gates);
    }

    private record Workflows(List<Workflow> workflows) {
    }

    private record Workflow(String workflow, List<Stored> gates) {
    }

    private record Stored(int transition, Optional<String> policy, Optional<String> gate, List<SupportRule> rules) {
    }
}
