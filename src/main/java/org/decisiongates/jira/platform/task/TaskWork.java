package org.decisiongates.jira.platform.task;

/** What a background task does. */
public interface TaskWork {

    /**
     * Does it, on a thread on which its owner is logged in. Whatever it throws ends the task as failed; the owner is told what a
     * {@link org.decisiongates.jira.platform.rest.ProblemException} says, and of anything else only a reference to the log.
     *
     * @param progress is told how far it is, after every step
     * @return the result, as it is stored: at most {@link org.decisiongates.task.Tasks#MAX_RESULT} characters
     */
    String run(TaskProgress progress);
}
