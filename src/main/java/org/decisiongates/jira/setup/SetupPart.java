package org.decisiongates.jira.setup;

/**
 * Something that set-up makes once for all projects.
 *
 * @param thing the name it is remembered by, kind first: {@code issue-type.decision}
 */
public record SetupPart(String thing, State state) {

    /** How it stands. */
    public enum State {
        /** It was never made. */
        MISSING,
        /** It was made, and is there. */
        MADE,
        /** It was made, and somebody has removed it since. */
        REMOVED
    }
}
