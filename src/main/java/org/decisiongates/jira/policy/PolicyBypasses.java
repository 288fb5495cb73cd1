package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;

import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.jira.gate.StoredGates;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.Scope;

/**
 * Finds the ways round a gate that refuses: transitions, creations and those from any status included, that lead into the phase which the
 * gate guards and name no gate of that phase. Only workflows count that issues of the policy's type have in projects where it is in force.
 * Policies add up at a phase, so that any gate of the phase asks this one as well.
 */
@JiraComponent
public class PolicyBypasses {

    private final WorkflowManager workflows;
    private final OwnIssueTypes types;
    private final ProjectManager projects;

    PolicyBypasses(WorkflowManager workflows, OwnIssueTypes types, ProjectManager projects) {
        this.workflows = workflows;
        this.types = types;
        this.projects = projects;
    }

    /**
     * A transition, and where it leads.
     *
     * @param statuses   ids of the statuses that it may lead to
     * @param references the gates of policies that it names
     */
    public record Way(String workflow, int transition, String name, Set<String> statuses, List<PolicyReference> references) {

        PolicyUsages.Usage round(Policy policy, PolicyGate gate) {
            return new PolicyUsages.Usage(policy.key(), gate.key(), workflow, transition, name, true);
        }
    }

    /** Every transition of the workflows in use, by workflow and transition. Reads what Jira holds in memory. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (JiraWorkflow workflow : workflows.getWorkflows()) {
            if (workflow.isActive()) {
                // a transition that several steps share is there once for each of them
                workflow.getAllActions().stream()
                        .collect(Collectors.toMap(ActionDescriptor::getId, Function.identity(), (one, same) -> one))
                        .values().forEach(action -> ways.add(way(workflow, action)));
            }
        }
        ways.sort(Comparator.comparing(Way::workflow).thenComparing(Way::transition));
        return ways;
    }

    /** Those of {@code ways} that lead round {@code gate}; none for a gate that guards no phase, or refuses nothing. */
    public List<PolicyUsages.Usage> of(Policy policy, PolicyGate gate, List<Way> ways, PoliciesInForce inForce) {
        if (!refuses(gate)) {
            return List.of();
        }
        Optional<OwnStatus> guarded = gate.phase().flatMap(phase -> OwnStatus.all().stream()
                .filter(own -> own.type().key().equals(policy.issueType()) && own.phase().equals(phase)).findFirst());
        Map<String, Set<String>> entries = guarded.map(phase -> entries(policy, phase)).orElse(Map.of());
        return ways.stream().filter(way -> !Collections.disjoint(way.statuses(), entries.getOrDefault(way.workflow(), Set.of())))
                .filter(way -> way.references().stream().noneMatch(reference -> guards(reference, policy, gate, inForce)))
                .map(way -> way.round(policy, gate)).toList();
    }

    private static boolean refuses(PolicyGate gate) {
        return gate.rules().stream().anyMatch(rule -> rule.enforcement().orElse(gate.enforcement()) == Enforcement.ENFORCE);
    }

    /** The statuses that stand for the phase, by the workflow that issues of the policy's type have where the policy is in force. */
    private Map<String, Set<String>> entries(Policy policy, OwnStatus phase) {
        Map<String, Set<String>> entries = new HashMap<>();
        Optional<OwnIssueType> own = OwnIssueType.keyed(policy.issueType());
        projects.getProjectObjects().stream()
                .filter(project -> policy.scope().isGlobal() || policy.scope().equals(Scope.of(project.getId())))
                .forEach(project -> own.map(type -> types.idsIn(type, project.getId())).orElse(List.of(policy.issueType())).stream()
                        .filter(id -> has(project, id)).flatMap(id -> workflow(project, id).stream()).forEach(workflow -> entries
                                .computeIfAbsent(workflow, any -> new HashSet<>()).addAll(types.statusesOf(phase, project.getId()))));
        return entries;
    }

    /** Empty where the scheme of a project names a workflow that is gone: no issue moves there. */
    private Optional<String> workflow(Project project, String typeId) {
        return Optional.ofNullable(workflows.getWorkflow(project.getId(), typeId)).map(JiraWorkflow::getName);
    }

    private static boolean has(Project project, String typeId) {
        return project.getIssueTypes().stream().anyMatch(type -> type.getId().equals(typeId));
    }

    private static boolean guards(PolicyReference reference, Policy policy, PolicyGate gate, PoliciesInForce inForce) {
        return reference.equals(new PolicyReference(policy.key(), gate.key())) || inForce.policies().stream()
                .filter(other -> other.key().equals(reference.policy()) && other.issueType().equals(policy.issueType()))
                .flatMap(other -> other.gate(reference.gate()).stream()).anyMatch(other -> other.phase().equals(gate.phase()));
    }

    private static Way way(JiraWorkflow workflow, ActionDescriptor action) {
        List<?> conditional = action.getConditionalResults();
        Set<String> statuses = Stream
                .concat(conditional.stream().map(ResultDescriptor.class::cast), Stream.ofNullable(action.getUnconditionalResult()))
                .map(ResultDescriptor::getStep).flatMap(step -> Stream.ofNullable(workflow.getDescriptor().getStep(step)))
                .map((StepDescriptor step) -> String.valueOf(workflow.getLinkedStatusId(step))).collect(Collectors.toSet());
        return new Way(workflow.getName(), action.getId(), action.getName(), statuses,
                StoredGates.of(action).flatMap(arguments -> GateArguments.reference(arguments).stream()).toList());
    }
}
