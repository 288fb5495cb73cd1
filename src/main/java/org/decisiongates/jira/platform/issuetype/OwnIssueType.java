package org.decisiongates.jira.platform.issuetype;

/** An issue type the app brings. */
public enum OwnIssueType {
    DECISION("decision", "Decision",
            "A question that somebody has to decide, with its options, its owner and what the outcome must fulfil."),
    BLOCKER("blocker", "Blocker", "Something that stands in the way, with who removes it, by when, and what happens otherwise.");

    private final String key;
    private final String label;
    private final String description;

    OwnIssueType(String key, String label, String description) {
        this.key = key;
        this.label = label;
        this.description = description;
    }

    /** The name everything of ours knows the type by. */
    public String key() {
        return key;
    }

    /** The name people read, unless it was taken already. */
    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    /** The name set-up remembers the type by. */
    public String thing() {
        return "issue-type." + key;
    }

    /** The name set-up remembers the workflow of the type by. */
    public String workflowThing() {
        return "workflow." + key;
    }

    /** The name set-up remembers the screens of the type by. */
    public String screenSchemeThing() {
        return "screen-scheme." + key;
    }
}
