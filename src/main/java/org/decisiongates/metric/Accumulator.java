package org.decisiongates.metric;

/** A metric being reckoned, one issue after the other; it keeps none of them. */
interface Accumulator {

    void take(Life life);

    /** How many issues the number rests on so far: its n. */
    long sample();

    Figure figure();
}
