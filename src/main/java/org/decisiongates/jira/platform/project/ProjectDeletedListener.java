package org.decisiongates.jira.platform.project;

import java.util.Set;

/** Keeps something of projects in the product's settings, and is told when a project is deleted. */
public interface ProjectDeletedListener {

    /** Whether anything is kept of the project with this id. Asked of projects that are there. */
    boolean isKeeping(long projectId);

    /** Ids of the projects of which something is kept, deleted ones too; none where no list is kept of them. */
    default Set<Long> listed() {
        return Set.of();
    }

    /** Removes what is kept of the project with this id; harmless to repeat. */
    void deleted(long projectId);
}
