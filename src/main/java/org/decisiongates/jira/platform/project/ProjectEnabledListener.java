package org.decisiongates.jira.platform.project;

import com.atlassian.jira.project.Project;

/** Called for every project that is enabled. */
public interface ProjectEnabledListener {

    /** Takes no time and throws nothing; being called twice for a project does no harm. */
    void joined(Project project);
}
