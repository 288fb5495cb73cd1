package org.decisiongates.jira.admin;

import java.util.List;

/** A project on the administrator's page. */
public final class ProjectView {

    private final String key;
    private final String name;
    private final boolean enabled;
    private final String journal;
    private final List<String> remarks;

    /** A project that is enabled. */
    ProjectView(String key, String name, String journal, List<String> warnings) {
        this(key, name, true, journal, warnings);
    }

    /** A project that is not enabled. */
    ProjectView(String key, String name, List<String> obstacles) {
        this(key, name, false, "", obstacles);
    }

    private ProjectView(String key, String name, boolean enabled, String journal, List<String> remarks) {
        this.key = key;
        this.name = name;
        this.enabled = enabled;
        this.journal = journal;
        this.remarks = List.copyOf(remarks);
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

    /** What an administrator should see to; none when all is well. */
    public List<String> getWarnings() {
        return enabled ? remarks : List.of();
    }

    /** Why it cannot be enabled; none when it can be, or is. */
    public List<String> getObstacles() {
        return enabled ? List.of() : remarks;
    }
}
