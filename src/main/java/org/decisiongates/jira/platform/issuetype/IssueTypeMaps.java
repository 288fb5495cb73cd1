package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.cache.CacheManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.cluster.CacheInvalidation;
import org.decisiongates.text.NamedValues;

/**
 * The type map of each project, in the product's settings. It is asked for every issue that anybody looks at, so each node keeps a copy,
 * and reads the settings again once a node told of a change.
 */
@JiraComponent
public class IssueTypeMaps {

    private static final String MAP = "org.decisiongates.decision-gates:type-map.";
    /** Ids of the projects that have a map. */
    private static final String PROJECTS = "org.decisiongates.decision-gates:type-maps";
    private static final String COMMA = ",";
    /** The member of a stored map by which an earlier build named who had chosen it. */
    private static final String BY = "by";

    private final PluginSettingsFactory settings;
    private final CacheInvalidation invalidation;
    private volatile Copy copy;

    /** @param generation the word that was current before the maps were read: what is told meanwhile counts for the next reader */
    private record Copy(String generation, Map<Long, IssueTypeMap> maps) {
    }

    IssueTypeMaps(PluginSettingsFactory settings, CacheManager caches) {
        this.settings = settings;
        this.invalidation = new CacheInvalidation(caches, "type-maps");
    }

    /** The map of the project; {@link IssueTypeMap#NONE} where nobody has made one. */
    public IssueTypeMap of(Long projectId) {
        return maps().getOrDefault(projectId, IssueTypeMap.NONE);
    }

    /** Ids of the projects that use types of their own. */
    public Set<Long> projects() {
        return new TreeSet<>(maps().keySet());
    }

    /** The host's ids of the types that projects use. */
    public Set<String> usedTypes() {
        return maps().values().stream().flatMap(map -> map.types().values().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Ids of the projects whose map says, as an earlier build stored it, that this person chose it; once it is stored again, it does not.
     */
    public Set<Long> chosenBy(String person) {
        return stored().stream()
                .filter(id -> setting(MAP + id).map(NamedValues::read).filter(map -> person.equals(map.get(BY))).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stores the map of a project, or removes it where it is empty. Whoever calls holds a lock of the cluster. */
    public void store(long projectId, IssueTypeMap map) {
        Set<Long> all = stored();
        if (map.isEmpty()) {
            all.remove(projectId);
        } else {
            settings.createGlobalSettings().put(MAP + projectId, map.text());
            all.add(projectId);
        }
        if (all.isEmpty()) {
            settings.createGlobalSettings().remove(PROJECTS);
        } else {
            settings.createGlobalSettings().put(PROJECTS, all.stream().map(String::valueOf).collect(Collectors.joining(COMMA)));
        }
        if (map.isEmpty()) {
            settings.createGlobalSettings().remove(MAP + projectId);
        }
        invalidation.changed();
    }

    /** Reads the maps again: the word that they have changed may have been lost, or told before the settings of this node knew. */
    public void readAgain() {
        copy = read(invalidation.generation());
    }

    private Map<Long, IssueTypeMap> maps() {
        Copy known = copy;
        String generation = invalidation.generation();
        if (known == null || !known.generation().equals(generation)) {
            known = read(generation);
            copy = known;
        }
        return known.maps();
    }

    private Copy read(String generation) {
        Map<Long, IssueTypeMap> maps = new HashMap<>();
        stored().forEach(id -> {
            IssueTypeMap map = setting(MAP + id).map(NamedValues::read).map(IssueTypeMap::of)
                    .orElseThrow(() -> new IllegalStateException("Jira's settings do not give the issue types that project " + id
                            + " uses as Decisions and Blockers, which are stored in them"));
            maps.put(id, map);
        });
        return new Copy(generation, Collections.unmodifiableMap(maps));
    }

    private Set<Long> stored() {
        return setting(PROJECTS).stream().flatMap(ids -> Arrays.stream(ids.split(COMMA))).map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> setting(String key) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key)).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
