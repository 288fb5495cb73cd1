package org.decisiongates.jira.project;

import com.atlassian.jira.project.Project;

/** Is told of every project that begins to use Decisions and Blockers. */
public interface ProjectEnabledListener {

    /** Takes no time and throws nothing; being told twice of a project does no harm. */
    void joined(Project project);
}
