package org.decisiongates.jira.setup;

/**
 * Something that set-up makes once for all projects.
 *
 * @param thing the name it is remembered by, kind first: {@code issue-type.decision}
 * @param name  what people know it by; of what is not there, the name it would get. Empty text for a detail of another part
 */
public record SetupPart(String thing, String name, State state) {

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
