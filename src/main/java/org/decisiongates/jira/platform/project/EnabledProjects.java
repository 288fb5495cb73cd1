package org.decisiongates.jira.platform.project;

import java.util.List;

import com.atlassian.jira.project.Project;

/** The projects that use Decisions and Blockers. */
public interface EnabledProjects {

    /** All of them; none before set-up is complete. */
    List<Project> enabled();

    /** Whether Decisions and Blockers can be created in the project with their workflows and screens; false before set-up. */
    boolean isEnabled(Project project);

    /** The same for every page of a project: as far as its schemes say it; what somebody removed from Jira is not looked for. */
    boolean isOffering(Project project);

    /** Whether set-up has made all that projects need; without it no project is enabled, or offers anything. */
    boolean isSetUp();
}
