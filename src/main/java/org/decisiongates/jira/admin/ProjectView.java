package org.decisiongates.jira.admin;

import java.util.List;

/** A project on the administrator's page. */
public final class ProjectView {

    private final String key;
    private final String name;
    private final boolean enabled;
    private final List<String> obstacles;

    ProjectView(String key, String name, boolean enabled, List<String> obstacles) {
        this.key = key;
        this.name = name;
        this.enabled = enabled;
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

    /** Why it cannot be enabled; none when it can be, or is. */
    public List<String> getObstacles() {
        return obstacles;
    }
}
