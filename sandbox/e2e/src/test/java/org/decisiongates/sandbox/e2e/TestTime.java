package org.decisiongates.sandbox.e2e;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When tests take place: from the same moment on, on whatever day they run; {@code -Dsandbox.now=2027-01-01T09:00+01:00[Europe/Berlin]}
 * tries another.
 */
final class TestTime {

    /** Noon of a Wednesday. */
    private static final String NOW = System.getProperty("sandbox.now", "2026-11-18T12:00Z");
    private static final Instant SINCE = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final ZonedDateTime MOMENT = ZonedDateTime.parse(NOW);
    private static final Clock CLOCK = Clock.offset(Clock.system(MOMENT.getZone()), Duration.between(SINCE, MOMENT.toInstant()));

    private TestTime() {
    }

    /** A day from today on, as forms take it. */
    static String day(long ahead) {
        return LocalDate.now(CLOCK).plusDays(ahead).toString();
    }

    /** What makes a product go by this time. */
    static List<String> arguments() {
        return List.of("--now", NOW, "--now-since", String.valueOf(SINCE.getEpochSecond()));
    }
}
