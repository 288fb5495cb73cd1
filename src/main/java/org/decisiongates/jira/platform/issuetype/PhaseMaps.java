package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.timeline.PhaseMap;

/**
 * The phase map of each project, in the product's settings, which every node reads. Settings are asked each time, as they change: only for
 * statuses that are not the app's own, and once for a search.
 */
@JiraComponent
public class PhaseMaps {

    private static final String MAP = "org.decisiongates.decision-gates:phase-map.";
    /** Ids of the projects that have a map. */
    private static final String PROJECTS = "org.decisiongates.decision-gates:phase-maps";
    private static final String COMMA = ",";

    private final PluginSettingsFactory settings;

    PhaseMaps(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** The map of the project; {@link PhaseMap#NONE} where nobody has made one. */
    public PhaseMap of(long projectId) {
        return read(MAP + projectId).map(PhaseMap::of).orElse(PhaseMap.NONE);
    }

    /** Ids of the projects that have one. */
    public Set<Long> projects() {
        return read(PROJECTS).stream().flatMap(ids -> Arrays.stream(ids.split(COMMA))).map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stores the map of a project. Whoever calls holds a lock of the cluster. */
    public void store(long projectId, PhaseMap map) {
        settings.createGlobalSettings().put(MAP + projectId, map.text());
        Set<Long> all = projects();
        if (all.add(projectId)) {
            write(all);
        }
    }

    private void write(Set<Long> all) {
        if (all.isEmpty()) {
            settings.createGlobalSettings().remove(PROJECTS);
        } else {
            settings.createGlobalSettings().put(PROJECTS, all.stream().map(String::valueOf).collect(Collectors.joining(COMMA)));
        }
    }

    /** Removes the map of a project that is deleted. Whoever calls holds a lock of the cluster. */
    public void remove(long projectId) {
        Set<Long> all = projects();
        if (all.remove(projectId)) {
            write(all);
        }
        settings.createGlobalSettings().remove(MAP + projectId);
    }

    private Optional<String> read(String key) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key)).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
