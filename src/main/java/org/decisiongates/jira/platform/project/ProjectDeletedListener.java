package org.decisiongates.jira.platform.project;

/** Called for every project that is deleted, by whatever keeps settings of projects with the product: they go with the project. */
public interface ProjectDeletedListener {

    /** Removes all that is kept of the project; being called twice for a project does no harm. */
    void deleted(long projectId);
}
