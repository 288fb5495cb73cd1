package org.decisiongates.jira.creation;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;

import org.decisiongates.text.Message;

/**
 * What is done once the issue is there. It does nothing where it was done before.
 *
 * @param undone what is said where it fails
 * @param when   which issues it is for
 */
public record PostCreationStep(Message undone, When when, Action action) {

    /** Which issues a step is for. */
    public enum When {
        /** Those that were created just now, and those that were there already. */
        ALWAYS,
        /** Those that were created just now. */
        CREATED,
        /** Those that were there already. */
        FOUND
    }

    /** A step that is finished as well where the issue was there already. */
    public PostCreationStep(Message undone, Action action) {
        this(undone, When.ALWAYS, action);
    }

    /** What the step does with the issue. */
    @FunctionalInterface
    public interface Action {

        void complete(Issue created) throws CreateException;
    }
}
