package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.ArchivedProjects;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.policy.PolicyBypasses;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.Scope;
import org.decisiongates.text.Message;

/**
 * Finds which gates the workflows lack that a project has for issue types of its own, and which of these workflows are for such issues of
 * that project and nobody else. Changes nothing.
 */
@JiraComponent
class WorkflowGateSurvey {

    private static final String TEXTS = "decision-gates.jira.project.gates.";
    private static final int MAX_NAMED = 5;

    private final IssueTypeMaps maps;
    private final WorkflowsInUse inUse;
    private final ArchivedProjects archived;
    private final WorkflowSchemeManager schemes;
    private final PolicyBypasses bypasses;
    private final Policies policies;

    WorkflowGateSurvey(IssueTypeMaps maps, WorkflowsInUse inUse, ArchivedProjects archived, WorkflowSchemeManager schemes,
            PolicyBypasses bypasses,
            Policies policies) {
        this.maps = maps;
        this.inUse = inUse;
        this.archived = archived;
        this.schemes = schemes;
        this.bypasses = bypasses;
        this.policies = policies;
    }

    WorkflowGatesPlan plan(Project project) {
        List<MissingGate> additions = new ArrayList<>();
        List<Message> obstacles = new ArrayList<>();
        List<MissingGate> steps = new ArrayList<>();
        Map<OwnIssueType, JiraWorkflow> theirs = workflows(project);
        List<PolicyBypasses.Way> ways = theirs.isEmpty() ? List.of() : bypasses.ways();
        theirs.forEach((type, workflow) -> {
            String id = maps.of(project.getId()).idOf(type).orElseThrow();
            String typeName = nameOf(project, id);
            List<MissingGate> missing = missing(project, type, typeName,
                    ways.stream().filter(way -> way.workflow().equals(workflow.getName())).toList());
            if (!missing.isEmpty()) {
                Optional<Message> obstacle = obstacle(project, id, typeName, workflow);
                obstacle.ifPresent(obstacles::add);
                (obstacle.isPresent() ? steps : additions).addAll(missing);
            }
        });
        return new WorkflowGatesPlan(additions, obstacles, steps);
    }

    private static String nameOf(Project project, String typeId) {
        return project.getIssueTypes().stream().filter(type -> type.getId().equals(typeId)).map(IssueType::getName).findFirst()
                .orElse(typeId);
    }

    /** The workflows that the project has for issue types of its own. */
    private Map<OwnIssueType, JiraWorkflow> workflows(Project project) {
        Map<OwnIssueType, JiraWorkflow> workflows = new EnumMap<>(OwnIssueType.class);
        for (OwnIssueType type : OwnIssueType.values()) {
            maps.of(project.getId()).idOf(type).flatMap(id -> inUse.of(project, id)).ifPresent(workflow -> workflows.put(type, workflow));
        }
        return workflows;
    }

    /** One gate a transition and phase, the app's own first: policies add up at a phase, so that any gate of it asks the others as well. */
    private List<MissingGate> missing(Project project, OwnIssueType type, String typeName, List<PolicyBypasses.Way> ways) {
        PoliciesInForce inForce = policies.inForce();
        Set<List<Object>> places = new HashSet<>();
        return inForce.of(project.getId()).stream().filter(policy -> policy.issueType().equals(type.key()))
                .sorted(Comparator.comparing((Policy policy) -> !policy.key().equals(type.key())).thenComparing(Policy::key))
                .flatMap(policy -> policy.gates().stream().flatMap(gate -> missing(type, typeName, policy, gate, ways, inForce)
                        .filter(missing -> places.add(List.of(missing.transition(), gate.phase())))))
                .sorted(Comparator.comparing(MissingGate::transition)).toList();
    }

    private Stream<MissingGate> missing(OwnIssueType type, String typeName, Policy policy, PolicyGate gate, List<PolicyBypasses.Way> ways,
            PoliciesInForce inForce) {
        return bypasses.of(policy, gate, ways, inForce).stream()
                .map(way -> new MissingGate(type, typeName, way.workflow(), way.transition(),
                        way.name(), new PolicyReference(policy.key(), gate.key()), policy.name(), gate.name()));
    }

    private Optional<Message> obstacle(Project project, String typeId, String typeName, JiraWorkflow workflow) {
        if (workflow.isSystemWorkflow()) {
            return Optional.of(Message.of(TEXTS + "system", workflow.getName()));
        }
        return others(project, typeId, workflow.getName()).map(others -> Message.of(TEXTS + "shared", workflow.getName(), others, typeName))
                .or(() -> unknown(workflow)).or(() -> draft(workflow));
    }

    /** Somebody is changing the workflow: nothing of it can be published for them. */
    static Optional<Message> draft(JiraWorkflow workflow) {
        return workflow.hasDraftWorkflow() ? Optional.of(Message.of(TEXTS + "draft", workflow.getName())) : Optional.empty();
    }

    /** An archived project may have the workflow, and bring it along when it is restored. */
    Optional<Message> unknown(JiraWorkflow workflow) {
        return archived.all().isPresent() ? Optional.empty() : Optional.of(Message.of(TEXTS + "archived-unknown", workflow.getName()));
    }

    /** What else has the workflow than issues of the type in the project, by key and name; empty for nothing. */
    Optional<String> others(Project project, String typeId, String workflow) {
        List<String> others = Stream.concat(
                project.getIssueTypes().stream().filter(type -> !type.getId().equals(typeId) && has(project, type, workflow))
                        .map(IssueType::getName),
                Stream.concat(inUse.projects(Scope.GLOBAL).stream(), archived.all().orElse(List.of()).stream())
                        .filter(other -> !other.getId().equals(project.getId()))
                        .filter(other -> other.getIssueTypes().stream().anyMatch(type -> has(other, type, workflow))).map(Project::getKey)
                        .distinct())
                .toList();
        return others.isEmpty() ? Optional.empty()
                : Optional.of(String.join(", ", others.stream().limit(MAX_NAMED).toList()) + (others.size() > MAX_NAMED ? ", \u2026" : ""));
    }

    private boolean has(Project project, IssueType type, String workflow) {
        return workflow.equals(schemes.getWorkflowName(project, type.getId()));
    }
}
