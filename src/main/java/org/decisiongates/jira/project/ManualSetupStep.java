package org.decisiongates.jira.project;

import org.decisiongates.text.Message;

/**
 * Something that people have to do by hand before an issue type of a project's own is used in full; gone from the list once it is done.
 *
 * @param kind where it is done
 * @param text what to do, and what it is for
 */
public record ManualSetupStep(Kind kind, Message text) {

    /** Where a step is done. */
    public enum Kind {
        /** On the page <em>Phases</em> of the project. */
        PHASES,
        /** In the workflow, or by the app. */
        GATES,
        /** On a screen of Jira. */
        SCREEN
    }
}
