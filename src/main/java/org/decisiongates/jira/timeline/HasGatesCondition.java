package org.decisiongates.jira.timeline;

import com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.project.EnabledProjects;

/** Whether anything of the project on the page goes through gates, for links to what gates say. Reads what Jira holds in memory. */
public final class HasGatesCondition extends AbstractWebCondition {

    private final EnabledProjects projects;
    private final GatedTypes types;

    public HasGatesCondition(EnabledProjects projects, GatedTypes types) {
        this.projects = projects;
        this.types = types;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
        Project project = helper.getProject();
        return project != null && (projects.isOffering(project)
                || project.getIssueTypes().stream().anyMatch(type -> types.contains(project.getId(), type.getId())));
    }
}
