package org.decisiongates.jira.platform.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.policy.Scope;

/** The workflows that issues go through, drafts left out. Reads what Jira holds in memory. */
@JiraComponent
public class WorkflowsInUse {

    private final WorkflowManager workflows;
    private final ProjectManager projects;

    WorkflowsInUse(WorkflowManager workflows, ProjectManager projects) {
        this.workflows = workflows;
        this.projects = projects;
    }

    /** Those of a project, or those that any project uses, by name. */
    public List<JiraWorkflow> of(Scope scope) {
        if (scope.isGlobal()) {
            return workflows.getWorkflows().stream().filter(JiraWorkflow::isActive).sorted(Comparator.comparing(JiraWorkflow::getName))
                    .toList();
        }
        return projects(scope).stream()
                .flatMap(project -> project.getIssueTypes().stream().flatMap(type -> of(project, type.getId()).stream()))
                .collect(Collectors.toMap(JiraWorkflow::getName, workflow -> workflow, (one, other) -> one, TreeMap::new)).values().stream()
                .toList();
    }

    /** The project of the scope, or all. */
    public List<Project> projects(Scope scope) {
        return projects.getProjectObjects().stream().filter(project -> scope.isGlobal() || scope.equals(Scope.of(project.getId())))
                .sorted(Comparator.comparing(Project::getKey)).toList();
    }

    /** That of issues of a type; empty where the scheme of the project names a workflow that is gone. */
    public Optional<JiraWorkflow> of(Project project, String typeId) {
        return Optional.ofNullable(workflows.getWorkflow(project.getId(), typeId));
    }
}
