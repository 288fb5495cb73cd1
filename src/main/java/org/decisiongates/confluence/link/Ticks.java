package org.decisiongates.confluence.link;

import java.time.Instant;

/** The two clocks of this package, so that a test can turn them. */
interface Ticks {

    /** Those of the machine. */
    Ticks OF_THE_MACHINE = new Ticks() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    };

    /** Nanoseconds since some moment; never goes back, whatever happens to the time of day. */
    long nanos();

    /** The time of day, for people. */
    Instant now();
}
