package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.Test;

public class PlayedClockTest {

    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

    private final PlayedClock clock = new PlayedClock(Clock.fixed(NOW, ZoneOffset.UTC), 4);

    @Test
    public void showsThePresentUntilItIsSetBack() {
        assertEquals(NOW, clock.instant());
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Kathmandu"));
        Instant then = NOW.minus(Duration.ofDays(28));
        clock.goTo(then);
        assertEquals(then, clock.instant());
        assertEquals("whoever was given it goes back with it", then, elsewhere.instant());
        assertEquals(NOW, clock.present().instant());
        clock.arrive();
        assertEquals(NOW, elsewhere.instant());
    }

    @Test
    public void neverGoesIntoTheFuture() {
        clock.goTo(NOW.plusSeconds(1));
        assertEquals(NOW, clock.instant());
    }
}
