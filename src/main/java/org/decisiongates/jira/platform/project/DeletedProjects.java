package org.decisiongates.jira.platform.project;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.ProjectDeletedEvent;

/**
 * Hears of projects that are deleted. No bean: Spring looks at every method of a bean, and a Jira without the event has to do without it.
 */
public class DeletedProjects {

    private final DeletedProjectSettings settings;

    DeletedProjects(DeletedProjectSettings settings) {
        this.settings = settings;
    }

    @EventListener
    public void onDeleted(ProjectDeletedEvent event) {
        settings.remove(event.getId());
    }
}
