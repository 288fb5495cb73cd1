package org.decisiongates.sandbox.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that can be set back before anything has happened, and goes forward from there until it agrees with the clock it follows again:
 * what a box does meanwhile happens at its time, as in a product that has run for weeks.
 */
public final class PlayedClock extends Clock {

    private final Clock present;
    private final int weeks;
    private volatile Duration behind = Duration.ZERO;

    /**
     * @param present the clock that is followed
     * @param weeks   how many weeks before the present the box begins, if it is empty
     */
    public PlayedClock(Clock present, int weeks) {
        this.present = present;
        this.weeks = weeks;
    }

    /** The clock that is followed: what is the future for this one until {@link #arrive}. */
    public Clock present() {
        return present;
    }

    public int weeks() {
        return weeks;
    }

    /** Goes on from that moment, or from the present where that is earlier. */
    public void goTo(Instant moment) {
        Duration left = Duration.between(moment, present.instant());
        behind = left.isNegative() ? Duration.ZERO : left;
    }

    /** Agrees with the present from now on. */
    public void arrive() {
        behind = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return present.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Elsewhere(this, zone);
    }

    @Override
    public Instant instant() {
        return present.instant().minus(behind);
    }

    /** The same time in another zone, whatever is done with the clock later. */
    private static final class Elsewhere extends Clock {

        private final Clock played;
        private final ZoneId zone;

        Elsewhere(Clock played, ZoneId zone) {
            this.played = played;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId another) {
            return new Elsewhere(played, another);
        }

        @Override
        public Instant instant() {
            return played.instant();
        }
    }
}
