package org.decisiongates.sandbox.host;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When tests take place: from the same moment on, on whatever day they run; {@code -Dsandbox.now=2027-01-01T23:50+01:00[Europe/Berlin]}
 * tries another.
 */
public final class TestTime {

    /** Noon of a Wednesday. */
    private static final String NOW = System.getProperty("sandbox.now", "2026-11-18T12:00Z");
    private static final ZonedDateTime MOMENT = SandboxTime.parse(NOW, ZoneOffset.UTC);
    private static final Instant SINCE = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Goes on from that moment, in the zone that the products are set to. */
    public static final Clock CLOCK = SandboxTime.startingAt(MOMENT, SINCE);

    private TestTime() {
    }

    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    /** What makes another process agree with {@link #CLOCK}. */
    public static List<String> arguments() {
        return List.of("--now", NOW, "--now-since", String.valueOf(SINCE.getEpochSecond()));
    }
}
