package org.decisiongates.jira.timeline;

/**
 * How far the history of a project has been read into the journal.
 *
 * @param done   issues read so far, in the order of their ids
 * @param total  issues there are to look at
 * @param failed how many of those could not be read or recorded
 */
public record Progress(long done, long total, long failed) {

    /** The issues have not been counted yet. */
    public static final Progress NONE = new Progress(0, -1, 0);

    /** Whether the journal holds the whole history. */
    public boolean isComplete() {
        return total >= 0 && done >= total && failed == 0;
    }
}
