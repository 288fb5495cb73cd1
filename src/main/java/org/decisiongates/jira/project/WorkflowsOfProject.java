package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

/** The workflows a project's issues go through. */
@JiraComponent
class WorkflowsOfProject implements Scheme {

    private final WorkflowSchemeManager schemes;
    private final OwnIssueTypes own;
    private final IssueCount issues;

    WorkflowsOfProject(WorkflowSchemeManager schemes, OwnIssueTypes own, IssueCount issues) {
        this.schemes = schemes;
        this.own = own;
        this.issues = issues;
    }

    @Override
    public boolean isExtended(Project project) {
        return inAnotherWorkflow(project).isEmpty();
    }

    @Override
    public Function<Project, SetupPlanLine> plans() {
        return this::plan;
    }

    private SetupPlanLine plan(Project project) {
        List<OwnIssueType> elsewhere = inAnotherWorkflow(project);
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        if (elsewhere.isEmpty()) {
            return SetupPlanLine.present(Kind.WORKFLOW_SCHEME, scheme.getName());
        }
        List<Message> obstacles = new ArrayList<>();
        for (OwnIssueType type : elsewhere) {
            long stranded = issues.of(project, own.idOf(type).orElseThrow());
            if (stranded > 0) {
                obstacles.add(Message.of("decision-gates.jira.project.needs-migration", stranded, type.label()));
            }
        }
        if (scheme.isDefault()) {
            return SetupPlanLine.made(Kind.WORKFLOW_SCHEME, ownName(project), obstacles);
        }
        if (schemes.hasDraft(scheme)) {
            obstacles.add(Message.of("decision-gates.jira.project.draft-scheme", scheme.getName()));
        }
        return SharedSchemes.changed(Kind.WORKFLOW_SCHEME, scheme.getName(), schemes.getProjectsUsing(scheme), project, obstacles);
    }

    @Override
    public Message extend(Project project) {
        AssignableWorkflowScheme scheme = schemes.getWorkflowSchemeObj(project);
        if (!scheme.isDefault()) {
            schemes.updateWorkflowScheme(withOurs(scheme.builder()).build());
            return Message.of("decision-gates.jira.project.extended-workflows", scheme.getName());
        }
        AssignableWorkflowScheme.Builder copy = schemes.assignableBuilder()
                .setName(ownName(project))
                .setDescription("Made by Decision Gates.").setDefaultWorkflow(scheme.getActualDefaultWorkflow());
        AssignableWorkflowScheme made = schemes.createScheme(withOurs(copy).build());
        schemes.addSchemeToProject(project, schemes.getSchemeObject(made.getId()));
        return Message.of("decision-gates.jira.project.own-workflows", made.getName());
    }

    private AssignableWorkflowScheme.Builder withOurs(AssignableWorkflowScheme.Builder builder) {
        AssignableWorkflowScheme.Builder extended = builder;
        for (OwnIssueType type : OwnIssueType.values()) {
            extended = extended.setMapping(own.idOf(type).orElseThrow(), own.workflowOf(type).orElseThrow());
        }
        return extended;
    }

    private List<OwnIssueType> inAnotherWorkflow(Project project) {
        return Arrays.stream(OwnIssueType.values())
                .filter(type -> !own.workflowOf(type).orElseThrow().equals(schemes.getWorkflowName(project, own.idOf(type).orElseThrow())))
                .toList();
    }

    /** Jira refuses a second workflow scheme of a name; one that a crash left behind may have it. */
    private String ownName(Project project) {
        String wanted = project.getKey() + ": workflows with decisions and blockers";
        String name = wanted;
        for (int number = 2; schemes.getWorkflowSchemeObj(name) != null; number++) {
            name = wanted + " " + number;
        }
        return name;
    }
}
