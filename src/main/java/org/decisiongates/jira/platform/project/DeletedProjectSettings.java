package org.decisiongates.jira.platform.project;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what the product's settings hold of projects that are deleted: at once where the app hears of it, and by {@link #sweep} where it
 * was disabled then.
 */
@JiraComponent
public class DeletedProjectSettings {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedProjectSettings.class);

    private final ProjectsWithSettings known;
    private final ProjectManager projects;
    private final List<ProjectDeletedListener> listeners;

    DeletedProjectSettings(ProjectsWithSettings known, ProjectManager projects, List<ProjectDeletedListener> listeners) {
        this.known = known;
        this.projects = projects;
        this.listeners = List.copyOf(listeners);
    }

    /** Removes what is kept of the project; returns whether all of it is gone. */
    boolean remove(long projectId) {
        boolean isRemoved = true;
        for (ProjectDeletedListener listener : listeners) {
            try {
                listener.deleted(projectId);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("settings of the deleted project {} stay: {}", projectId, listener.getClass().getName(), e);
                isRemoved = false;
            }
        }
        return isRemoved;
    }

    /** Removes what is kept of projects that are not there any more; what cannot be removed is tried again. */
    public void sweep() {
        Set<Long> there = projects.getProjectObjects().stream().map(Project::getId).collect(Collectors.toCollection(TreeSet::new));
        Set<Long> all = known.ids();
        listeners.forEach(listener -> all.addAll(keptBy(listener, there)));
        // Jira is asked for each again: a list that is short for whatever reason must cost no project its settings
        List<Long> gone = all.stream().filter(id -> !there.contains(id) && projects.getProjectObj(id) == null && remove(id)).toList();
        known.change(all, gone);
    }

    /** Of each project that is there, where one cannot say of which. */
    private static Set<Long> keptBy(ProjectDeletedListener listener, Set<Long> there) {
        try {
            Set<Long> kept = there.stream().filter(listener::isKeeping).collect(Collectors.toCollection(TreeSet::new));
            kept.addAll(listener.listed());
            return kept;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("of which projects there are settings is not known: {}", listener.getClass().getName(), e);
            return there;
        }
    }
}
