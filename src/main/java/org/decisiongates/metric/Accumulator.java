package org.decisiongates.metric;

/** A metric being reckoned, one issue after the other; it keeps none of them. */
interface Accumulator {

    void take(Life life);

    Figure figure();
}
