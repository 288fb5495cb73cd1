package org.decisiongates.jira.platform.project;

import java.util.List;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.ProjectDeletedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of projects that are deleted. No bean: Spring looks at every method of a bean, and a Jira without the event has to do without it.
 */
public class DeletedProjects {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedProjects.class);

    private final List<ProjectDeletedListener> listeners;

    DeletedProjects(List<ProjectDeletedListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @EventListener
    public void onDeleted(ProjectDeletedEvent event) {
        for (ProjectDeletedListener listener : listeners) {
            try {
                listener.deleted(event.getId());
            } catch (RuntimeException | LinkageError e) {
                LOG.error("settings of the deleted project {} stay: {}", event.getId(), listener.getClass().getName(), e);
            }
        }
    }
}
