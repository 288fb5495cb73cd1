package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

public final class ProjectDeletedEvent {

    private final Project oldProject;

    public ProjectDeletedEvent(ApplicationUser user, Project oldProject) {
        this.oldProject = oldProject;
    }

    public Long getId() {
        return oldProject.getId();
    }
}
