package org.decisiongates.sandbox.jira.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Creates projects as Jira's templates do: on schemes of their own, which no other project shares. */
public final class ProjectTemplate {

    private static final List<String> ISSUE_TYPES = List.of("Task", "Story", "Bug");

    private final SandboxJira jira;

    public ProjectTemplate(SandboxJira jira) {
        this.jira = jira;
    }

    /** The new project; administrators of Jira may do everything in it, nobody else anything yet. */
    public ProjectRow create(String key, String name, String description, String leadKey) {
        ProjectRow project = jira.projects().create(key, name, description, leadKey);
        EnumSet.allOf(Permission.class).forEach(permission -> jira.permissions().grant(project.id(), permission, "jira-administrators"));
        List<String> types = jira.issueTypes().all().stream().filter(type -> !type.subTask() && ISSUE_TYPES.contains(type.name()))
                .map(IssueTypeRow::id).toList();
        jira.projects().useIssueTypeScheme(project.id(), jira.issueTypes().createScheme(key + ": issue types", "", types).id());
        long screens = jira.screens().createScheme(key + ": screens", "").id();
        jira.screens().setScreen(screens, Operation.DEFAULT, Screens.DEFAULT_SCREEN);
        IssueTypeScreenSchemeRow byType = jira.screens().createTypeScheme(key + ": screens by issue type", "");
        jira.screens().setScreenScheme(byType.id(), IssueTypeScreenSchemeRow.DEFAULT_ENTRY, screens);
        jira.projects().useIssueTypeScreenScheme(project.id(), byType.id());
        jira.projects().useWorkflowScheme(project.id(),
                jira.workflows().createScheme(key + ": workflows", "", WorkflowRow.SYSTEM, Map.of()).id());
        return jira.projects().byId(project.id()).orElseThrow();
    }
}
