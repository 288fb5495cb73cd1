package org.decisiongates.jira.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.Scope;

/**
 * Whether every status that a Decision or a Blocker can have stands for a phase: an issue in another one counts neither as open nor as
 * closed. That a status has another name does no harm, as statuses are known by their ids. Reads what Jira holds in memory.
 */
@JiraComponent
class WorkflowHealthCheck implements HealthCheck {

    private static final String PHASES = "/plugins/servlet/decision-gates/phases?project=";

    private final OwnIssueTypes types;
    private final WorkflowsInUse inUse;

    WorkflowHealthCheck(OwnIssueTypes types, WorkflowsInUse inUse) {
        this.types = types;
        this.inUse = inUse;
    }

    @Override
    public String key() {
        return "workflows";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        List<HealthFinding> findings = new ArrayList<>();
        Map<Unmapped, List<String>> unmapped = new LinkedHashMap<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            inUse.projects(scope).forEach(project -> types.idsIn(type, project.getId()).stream().filter(id -> has(project, id))
                    .forEach(id -> inUse.of(project, id).ifPresentOrElse(
                            workflow -> unmapped(workflow, type, project).forEach(
                                    status -> unmapped.computeIfAbsent(status, any -> new ArrayList<>()).add(project.getKey())),
                            () -> findings.add(HealthFinding.error("workflows.gone", project.getKey(), type.label())))));
        }
        unmapped.forEach((status, projects) -> findings.add(HealthFinding.warning("workflows.unmapped-status", status.name(),
                status.workflow(), projects.get(0), status.type(), projects.size() - 1).fixedAt(PHASES + projects.get(0))));
        return findings;
    }

    private static boolean has(Project project, String typeId) {
        return project.getIssueTypes().stream().anyMatch(type -> type.getId().equals(typeId));
    }

    private List<Unmapped> unmapped(JiraWorkflow workflow, OwnIssueType type, Project project) {
        return workflow.getLinkedStatusObjects().stream()
                .filter(status -> types.phaseOf(type, project.getId(), status.getId()).isEmpty())
                .map(status -> new Unmapped(status.getName(), workflow.getName(), type.label())).toList();
    }

    /** A status of a workflow, by their names. */
    private record Unmapped(String name, String workflow, String type) {
    }
}
