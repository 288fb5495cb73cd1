package org.decisiongates.jira.platform.project;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

/**
 * Ids of the projects of which the product's settings may hold something, since settings cannot be listed. A project stays among them until
 * it is deleted: one with nothing left costs nothing.
 */
@JiraComponent
public class ProjectsWithSettings {

    private static final String KEPT = "org.decisiongates.decision-gates:projects-with-settings";
    private static final String LOCK = "org.decisiongates.decision-gates.projects-with-settings";
    private static final String COMMA = ",";

    private final PluginSettingsFactory settings;
    private final ClusterLockService locks;

    ProjectsWithSettings(PluginSettingsFactory settings, ClusterLockService locks) {
        this.settings = settings;
        this.locks = locks;
    }

    /** Notes the project; called where something is stored of it. */
    public void add(long projectId) {
        change(Set.of(projectId), Set.of());
    }

    Set<Long> ids() {
        return Optional.ofNullable(settings.createGlobalSettings().get(KEPT)).map(Object::toString).stream()
                .flatMap(ids -> Arrays.stream(ids.split(COMMA))).filter(id -> !id.isEmpty()).map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void change(Collection<Long> added, Collection<Long> removed) {
        Lock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            Set<Long> ids = ids();
            ids.addAll(added);
            ids.removeAll(removed);
            if (!ids.equals(ids())) {
                PluginSettings all = settings.createGlobalSettings();
                all.put(KEPT, ids.stream().map(String::valueOf).collect(Collectors.joining(COMMA)));
            }
        } finally {
            lock.unlock();
        }
    }
}
