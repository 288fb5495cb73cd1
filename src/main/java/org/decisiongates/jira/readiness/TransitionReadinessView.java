package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * What is missing before one transition, as people read it.
 *
 * @param state what is so in a few words
 * @param style style of a lozenge
 * @param items what is missing first, then what is waived, then advice
 */
public record TransitionReadinessView(String name, String state, String style, List<ReadinessItemView> items) {

    public TransitionReadinessView {
        items = List.copyOf(items);
    }
}
