package org.decisiongates.jira.platform.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what the product's settings hold of projects that are deleted: at once where the app hears of it, and by {@link #sweep} where it
 * was disabled then. Settings cannot be listed, so each sweep remembers of which projects there are any.
 */
@JiraComponent
public class DeletedProjectSettings {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedProjectSettings.class);
    private static final String KEPT = "org.decisiongates.decision-gates:projects-with-settings";
    private static final String COMMA = ",";

    private final PluginSettingsFactory settings;
    private final ProjectManager projects;
    private final List<ProjectDeletedListener> listeners;

    DeletedProjectSettings(PluginSettingsFactory settings, ProjectManager projects, List<ProjectDeletedListener> listeners) {
        this.settings = settings;
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

    /** Removes what is kept of projects that were there at an earlier sweep and are not any more; what cannot be removed is tried again. */
    public void sweep() {
        Set<Long> there = projects.getProjectObjects().stream().map(Project::getId).collect(Collectors.toCollection(TreeSet::new));
        Set<Long> kept = kept();
        // Jira is asked for each again: a list that is short for whatever reason must cost no project its settings
        kept.removeIf(id -> !there.contains(id) && projects.getProjectObj(id) == null && remove(id));
        kept.removeAll(there);
        there.stream().filter(id -> listeners.stream().anyMatch(listener -> listener.isKeeping(id))).forEach(kept::add);
        settings.createGlobalSettings().put(KEPT, kept.stream().map(String::valueOf).collect(Collectors.joining(COMMA)));
    }

    private Set<Long> kept() {
        return Optional.ofNullable(settings.createGlobalSettings().get(KEPT)).map(Object::toString).stream()
                .flatMap(ids -> Arrays.stream(ids.split(COMMA))).filter(id -> !id.isEmpty()).map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
