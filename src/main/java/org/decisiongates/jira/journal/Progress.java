package org.decisiongates.jira.journal;

/**
 * How far the history of a project has been read into the journal.
 *
 * @param done   issues looked at, in the order of their ids
 * @param total  issues there are to look at
 * @param failed how many of those looked at could not be read or written down
 */
public record Progress(long done, long total, long failed) {

    /** Whether the journal holds the whole history. */
    public boolean isComplete() {
        return done >= total && failed == 0;
    }
}
