package org.decisiongates.confluence.link;

import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until somebody turns them; the one that counts nanoseconds is about to overflow, as it may be. */
final class ManualClock implements MonotonicClock {

    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();
    private static final Instant MORNING = Instant.parse("2026-11-20T09:15:00Z");

    private long nanos = START;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return MORNING.plusNanos(nanos - START);
    }

    synchronized void advance(Duration by) {
        nanos += by.toNanos();
    }
}
