package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** Finds which issues a workflow is for that somebody edits. */
@JiraComponent
class WorkflowIssueTypes {

    private final ProjectManager projects;
    private final WorkflowSchemeManager schemes;
    private final OwnIssueTypes types;
    private final RequestSource request;

    WorkflowIssueTypes(ProjectManager projects, WorkflowSchemeManager schemes, OwnIssueTypes types, RequestSource request) {
        this.projects = projects;
        this.schemes = schemes;
        this.types = types;
        this.request = request;
    }

    /**
     * The types of issues that have the workflow which the current page is about, in any project, as policies call them; none when that is
     * not known, or no project uses the workflow. Asks Jira once for every project, and reads no workflow.
     */
    Set<String> ofEditedWorkflow() {
        Set<String> found = new TreeSet<>();
        inEditedWorkflow((project, type) -> found.add(types.typeOf(project.getId(), type.getId())));
        return found;
    }

    /** The same types as Jira has them, each once. */
    List<IssueType> inEditedWorkflow() {
        Map<String, IssueType> found = new TreeMap<>();
        inEditedWorkflow((project, type) -> found.put(type.getId(), type));
        return List.copyOf(found.values());
    }

    private void inEditedWorkflow(BiConsumer<Project, IssueType> found) {
        Optional<String> workflow = request.workflow();
        if (workflow.isPresent()) {
            for (Project project : projects.getProjectObjects()) {
                AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
                if (scheme != null && mentions(scheme, workflow.get())) {
                    project.getIssueTypes().stream().filter(type -> workflow.get().equals(scheme.getActualWorkflow(type.getId())))
                            .forEach(type -> found.accept(project, type));
                }
            }
        }
    }

    private static boolean mentions(AssignableWorkflowScheme scheme, String workflow) {
        return workflow.equals(scheme.getActualDefaultWorkflow()) || scheme.getMappings().containsValue(workflow);
    }
}
