package org.decisiongates.metric;

import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.IssueTimeline;

/** Computes one metric from one issue, or one gate, after the other; it keeps none of them. */
interface Accumulator {

    default void take(IssueTimeline issue) {
    }

    default void take(GateEvent event) {
    }

    /** How many issues the number rests on so far: its n. */
    long sample();

    Figure figure();
}
