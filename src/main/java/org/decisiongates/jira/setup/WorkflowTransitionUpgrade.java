package org.decisiongates.jira.setup;

/**
 * Something that a transition of a shipped workflow has, and that of a workflow which an earlier version made has not.
 *
 * @param transition id of the transition
 * @param value      the screen's id, the gate as {@code policy/gate}, or the class of the function; no blanks
 * @param before     id of the screen that was shown until then; empty text for none, and for other kinds
 */
record WorkflowTransitionUpgrade(int transition, Kind kind, String value, String before) {

    /** What is added. */
    enum Kind {
        /** The screen that is shown. */
        SCREEN,
        /** A validator that names a gate of a policy. */
        GATE,
        /** A post function of the app. */
        FUNCTION
    }

    private static final int PARTS = 4;

    /** Whether the same is added, whatever was there before. */
    boolean isSameAs(WorkflowTransitionUpgrade other) {
        return transition == other.transition && kind == other.kind && value.equals(other.value);
    }

    /** As one line of text, for the product's settings. */
    String write() {
        return transition + " " + kind + " " + value + " " + before;
    }

    /** What {@link #write} wrote. */
    static WorkflowTransitionUpgrade read(String line) {
        String[] parts = line.split(" ", PARTS);
        return new WorkflowTransitionUpgrade(Integer.parseInt(parts[0]), Kind.valueOf(parts[1]), parts[2], parts[PARTS - 1]);
    }
}
