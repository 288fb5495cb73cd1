package org.decisiongates.jira.review;

import java.util.List;

/**
 * What the panel of feedback threads shows.
 *
 * @param address where steps are sent
 * @param mayOpen whether the reader may open a thread
 * @param choices what a thread can be about; none for those who may not open one
 * @param threads what is open before what has ended
 * @param zone    which zone the moments are in, as a sentence
 */
public record FeedbackView(String address, boolean mayOpen, List<FeedbackChoiceView> choices, List<FeedbackThreadView> threads,
        String zone) {

    public FeedbackView {
        choices = List.copyOf(choices);
        threads = List.copyOf(threads);
    }
}
