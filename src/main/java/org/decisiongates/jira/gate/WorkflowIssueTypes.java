package org.decisiongates.jira.gate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** Finds which issues a workflow is for that somebody edits. */
@JiraComponent
class WorkflowIssueTypes {

    private final ProjectManager projects;
    private final WorkflowManager workflows;
    private final OwnIssueTypes types;
    private final RequestSource request;

    WorkflowIssueTypes(ProjectManager projects, WorkflowManager workflows, OwnIssueTypes types, RequestSource request) {
        this.projects = projects;
        this.workflows = workflows;
        this.types = types;
        this.request = request;
    }

    /**
     * The types of issues that have the workflow which the current page is about, in any project, as policies call them; none when that is
     * not known, or no project uses the workflow.
     */
    Set<String> ofEditedWorkflow() {
        Set<String> found = new TreeSet<>();
        Optional<String> workflow = request.workflow();
        if (workflow.isPresent()) {
            for (Project project : projects.getProjectObjects()) {
                project.getIssueTypes().stream().map(IssueType::getId)
                        .filter(type -> workflow.get().equals(workflows.getWorkflow(project.getId(), type).getName()))
                        .map(type -> types.withId(type).map(OwnIssueType::key).orElse(type)).forEach(found::add);
            }
        }
        return found;
    }
}
