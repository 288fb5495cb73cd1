package org.decisiongates.metric;

import org.decisiongates.timeline.IssueTimeline;

/** A metric being reckoned, one issue after the other; it keeps none of them. */
interface Accumulator {

    void take(IssueTimeline life);

    /** How many issues the number rests on so far: its n. */
    long sample();

    Figure figure();
}
