package org.decisiongates.jira.platform.project;

/** A setting of a project of which the app keeps who changed it last. Stored by its key. */
public enum ProjectSetting {
    /** Whether owner and assignee are kept the same. */
    OWNER("owner"),
    /** In which hours the time passes in which owners have to act. */
    OWNER_ACTION_HOURS("owner-action-hours"),
    /** Which issue types of its own it uses as Decisions and Blockers. */
    ISSUE_TYPES("issue-types"),
    /** What its statuses stand for. */
    PHASE_MAP("phase-map");

    private final String key;

    ProjectSetting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
