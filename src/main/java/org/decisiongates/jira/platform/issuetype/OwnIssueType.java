package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.Optional;

import org.decisiongates.timeline.Change.Kind;

/** An issue type the app brings. */
public enum OwnIssueType {
    DECISION(Kind.DECISION, "decision", "Decision",
            "A question that somebody has to decide, with its options, its owner and what the outcome must fulfil."),
    BLOCKER(Kind.BLOCKER, "blocker", "Blocker",
            "Something that stands in the way, with who removes it, by when, and what happens otherwise.");

    private final Kind kind;
    private final String key;
    private final String label;
    private final String description;

    OwnIssueType(Kind kind, String key, String label, String description) {
        this.kind = kind;
        this.key = key;
        this.label = label;
        this.description = description;
    }

    /** The type that everything of ours knows by this key; empty for another one of the host. */
    public static Optional<OwnIssueType> keyed(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }

    /** The kind the journal records its issues as. */
    public Kind kind() {
        return kind;
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
