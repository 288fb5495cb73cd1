package org.decisiongates.jira.platform.project;

/** Keeps something of projects in the product's settings, and is told when a project is deleted. */
public interface ProjectDeletedListener {

    /** Whether anything is kept of the project with this id. Asked of projects that are there. */
    boolean isKeeping(long projectId);

    /** Removes what is kept of the project with this id; harmless to repeat. */
    void deleted(long projectId);
}
