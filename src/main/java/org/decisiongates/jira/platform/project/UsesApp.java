package org.decisiongates.jira.platform.project;

import com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/** Whether the project on the page offers Decisions and Blockers, for links that lead nowhere else. */
public final class UsesApp extends AbstractWebCondition {

    private final EnabledProjects projects;

    public UsesApp(EnabledProjects projects) {
        this.projects = projects;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
        Project project = helper.getProject();
        return project != null && projects.isOffering(project);
    }
}
