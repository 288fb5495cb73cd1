package org.decisiongates.readiness;

import java.util.List;

/**
 * How ready an issue is.
 *
 * @param transitions what each transition asks that is open to who asks
 * @param score       over everything that the gates of the workflow ask, whoever asks
 */
public record Readiness(List<TransitionReadiness> transitions, Score score) {

    public Readiness {
        transitions = List.copyOf(transitions);
    }
}
