package org.decisiongates.summary;

/**
 * What feedback threads ask of the owner of one issue, and whether the owner acted in time.
 *
 * @param key issue key
 */
public record IssueFeedback(String key, FeedbackCounts counts) {

    /** Of how many issues it is told in a week; of more, nothing is, as a part of them would be taken for all. */
    public static final int MAX_ISSUES = 400;
}
