package org.decisiongates.jira.admin;

import java.util.List;

/**
 * A project on the administrator's page.
 *
 * @param journal   how far its history was read into the journal, in a sentence; empty for a project that is not enabled
 * @param warnings  what an administrator should see to; none when all is well
 * @param obstacles why it cannot be enabled; none when it can be, or is
 */
public record ProjectView(String key, String name, boolean enabled, String journal, List<String> warnings, List<String> obstacles) {

    public ProjectView {
        warnings = List.copyOf(warnings);
        obstacles = List.copyOf(obstacles);
    }

    static ProjectView enabled(String key, String name, String journal, List<String> warnings) {
        return new ProjectView(key, name, true, journal, warnings, List.of());
    }

    static ProjectView notEnabled(String key, String name, List<String> obstacles) {
        return new ProjectView(key, name, false, "", List.of(), obstacles);
    }
}
