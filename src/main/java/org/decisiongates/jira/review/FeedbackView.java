package org.decisiongates.jira.review;

import java.util.List;

/**
 * What the panel of feedback threads shows.
 *
 * @param address where steps are sent
 * @param issueKey whose people Jira offers first while somebody is mentioned
 * @param mayOpen whether the reader may open a thread
 * @param choices what a thread can be about; none for those who may not open one
 * @param comments what a thread can be made of; none where that is not asked for
 * @param threads what is open before what has ended
 * @param zone    which zone the moments are in, as a sentence
 */
public record FeedbackView(String address, String issueKey, boolean mayOpen, List<FeedbackChoiceView> choices,
        List<FeedbackChoiceView> comments,
        List<FeedbackThreadView> threads, String zone) {

    public FeedbackView {
        choices = List.copyOf(choices);
        comments = List.copyOf(comments);
        threads = List.copyOf(threads);
    }
}
