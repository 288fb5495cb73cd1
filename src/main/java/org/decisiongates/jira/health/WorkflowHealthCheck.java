package org.decisiongates.jira.health;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.status.Status;
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

    private static final String WORKFLOWS = "/secure/admin/workflows/ListWorkflows.jspa";

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
        Set<HealthFinding> findings = new LinkedHashSet<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            Optional<String> id = types.idOf(type);
            if (id.isPresent()) {
                inUse.projects(scope).stream().filter(project -> has(project, id.get()))
                        .forEach(project -> findings.addAll(inUse.of(project, id.get()).map(workflow -> unmapped(workflow, type))
                                .orElseGet(() -> List.of(HealthFinding.error("workflows.gone", project.getKey(), type.label())))));
            }
        }
        return List.copyOf(findings);
    }

    private static boolean has(Project project, String typeId) {
        return project.getIssueTypes().stream().anyMatch(type -> type.getId().equals(typeId));
    }

    private List<HealthFinding> unmapped(JiraWorkflow workflow, OwnIssueType type) {
        List<HealthFinding> findings = new ArrayList<>();
        for (Status status : workflow.getLinkedStatusObjects()) {
            if (types.statusOf(type, status.getId()).isEmpty()) {
                findings.add(HealthFinding.warning("workflows.unmapped-status", status.getName(), workflow.getName(), type.label())
                        .fixedAt(WORKFLOWS));
            }
        }
        return findings;
    }
}
