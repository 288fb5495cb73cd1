package org.decisiongates.jira.project;

import com.atlassian.jira.project.Project;

/** Told of every project that is enabled. */
public interface ProjectEnabledListener {

    /** Takes no time and throws nothing; being told twice of a project does no harm. */
    void joined(Project project);
}
