package org.decisiongates.confluence.link;

import java.time.Clock;
import java.time.Instant;

/** The two clocks of this package, so that a test can set them. */
interface MonotonicClock {

    /** The machine's nanoseconds, and the time of day by this clock. */
    static MonotonicClock with(Clock clock) {
        return new MonotonicClock() {

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return clock.instant();
            }
        };
    }

    /** Nanoseconds since some moment; never goes back, whatever happens to the time of day. */
    long nanos();

    /** The time of day, for people. */
    Instant now();
}
