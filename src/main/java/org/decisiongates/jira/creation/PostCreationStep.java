package org.decisiongates.jira.creation;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;

import org.decisiongates.text.Message;

/**
 * What is done once the issue is there. It does nothing where it was done before.
 *
 * @param undone what is said where it fails
 * @param ofNew  whether it is about an issue that was created just now only
 */
public record PostCreationStep(Message undone, boolean ofNew, Action action) {

    /** A step that is finished as well where the issue was there already. */
    public PostCreationStep(Message undone, Action action) {
        this(undone, false, action);
    }

    /** What the step does with the issue. */
    @FunctionalInterface
    public interface Action {

        void complete(Issue created) throws CreateException;
    }
}
