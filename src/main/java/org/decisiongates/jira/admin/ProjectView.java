package org.decisiongates.jira.admin;

import java.util.List;

/** A project on the administrator's page. */
public final class ProjectView {

    private final String key;
    private final String name;
    private final boolean enabled;
    private final String journal;
    private final List<String> obstacles;

    /** A project that is enabled. */
    ProjectView(String key, String name, String journal) {
        this(key, name, true, journal, List.of());
    }

    /** A project that is not enabled. */
    ProjectView(String key, String name, List<String> obstacles) {
        this(key, name, false, "", obstacles);
    }

    private ProjectView(String key, String name, boolean enabled, String journal, List<String> obstacles) {
        this.key = key;
        this.name = name;
        this.enabled = enabled;
        this.journal = journal;
        this.obstacles = List.copyOf(obstacles);
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** How far its history was read into the journal, in a sentence. */
    public String getJournal() {
        return journal;
    }

    /** Why it cannot be enabled; none when it can be, or is. */
    public List<String> getObstacles() {
        return obstacles;
    }
}
