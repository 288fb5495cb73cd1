package org.decisiongates.jira.review;

import java.util.List;

/**
 * A feedback thread in the panel.
 *
 * @param step        the last step, which whoever takes another one has seen
 * @param stateStyle  style of a lozenge, empty for the plain one
 * @param comment     address of the comment that it was made of; empty text where it was not
 * @param section     what it is about, in words
 * @param quoted      what that said when the thread was opened; empty text for the issue as a whole
 * @param changed     that it says something else now, or is gone; empty text where neither is so
 * @param window      how the 48 hours of the owner stand; empty text where there are none
 * @param windowStyle style of its lozenge
 * @param closed      whether it has ended
 * @param choices     what the reader may do
 */
public record FeedbackThreadView(int number, int step, String state, String stateStyle, String comment, String section, String objective,
        String quoted,
        String changed, String window, String windowStyle, boolean closed, List<FeedbackStepView> steps,
        List<FeedbackChoiceView> choices) {

    public FeedbackThreadView {
        steps = List.copyOf(steps);
        choices = List.copyOf(choices);
    }
}
