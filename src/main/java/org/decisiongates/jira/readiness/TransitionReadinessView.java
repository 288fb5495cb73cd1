package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * What is missing before one transition, as people read it.
 *
 * @param state what is so in a few words
 * @param style style of a lozenge
 * @param tally how much of what it requires is met, and how much is advised; empty text for nothing
 * @param items what is missing first, then what is waived, then advice
 */
public record TransitionReadinessView(String name, String state, String style, String tally, List<ReadinessItemView> items) {

    public TransitionReadinessView {
        items = List.copyOf(items);
    }
}
