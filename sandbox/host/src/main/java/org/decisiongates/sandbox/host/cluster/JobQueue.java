package org.decisiongates.sandbox.host.cluster;

/** The jobs of a box as the box itself sees them. */
interface JobQueue {

    /** Returns once no job is due any more and none runs; at the latest after a minute. */
    void settle();
}
