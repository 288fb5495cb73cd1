package org.decisiongates.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.stereotype.Component;

/**
 * The only clock of the app, in both products: that of the machine. Whoever needs to know what time it is takes a {@link Clock}.
 * Its zone is UTC and means nothing: days and weeks are those of the product's zone.
 */
@Component
final class SystemClock extends Clock {

    private final Clock machine;

    SystemClock() {
        this(Clock.systemUTC());
    }

    private SystemClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SystemClock(machine.withZone(zone));
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}
