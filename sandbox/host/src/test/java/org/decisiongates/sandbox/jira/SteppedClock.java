package org.decisiongates.sandbox.jira;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.decisiongates.sandbox.host.TestTime;

/** Goes on as all tests' clock does, and can be made to stand at a moment. */
final class SteppedClock extends Clock {

    private volatile Instant standing;

    void stand(Instant moment) {
        standing = moment;
    }

    void goOn() {
        standing = null;
    }

    @Override
    public ZoneId getZone() {
        return TestTime.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new AssertionError("the app asks this clock for no other zone");
    }

    @Override
    public Instant instant() {
        Instant moment = standing;
        return moment == null ? TestTime.CLOCK.instant() : moment;
    }
}
