package org.decisiongates.review;

/**
 * Which step is meant of all of them.
 *
 * @param issueId the host's issue id
 * @param number  number of the thread within its issue
 * @param step    number of the step within the thread
 */
public record ThreadStepName(long issueId, int number, int step) {

    /** The step with which the thread began. */
    public ThreadStepName opening() {
        return new ThreadStepName(issueId, number, 1);
    }
}
