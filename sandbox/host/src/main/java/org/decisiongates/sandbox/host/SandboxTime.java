package org.decisiongates.sandbox.host;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Clocks that begin at a chosen moment and go on from there. */
public final class SandboxTime {

    /** {@code 2026-12-31T23:50}, with seconds, an offset or a zone in brackets where wanted. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart().appendOffsetId().optionalEnd()
            .optionalStart().appendLiteral('[').parseCaseSensitive().appendZoneRegionId().appendLiteral(']').optionalEnd().toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private SandboxTime() {
    }

    /** A clock that shows this moment now, in the zone of the moment. */
    public static Clock startingAt(ZonedDateTime moment) {
        return startingAt(moment, Instant.now());
    }

    /**
     * A clock that showed this moment when the clock of the machine showed another: processes of one machine that are given the same
     * two agree on the time, whenever they are started.
     */
    public static Clock startingAt(ZonedDateTime moment, Instant machine) {
        return Clock.offset(Clock.system(moment.getZone()), Duration.between(machine, moment.toInstant()));
    }

    /**
     * Reads a moment such as {@code 2026-12-31T23:50}, {@code 2026-12-31T23:50Z} or {@code 2026-12-31T23:50[Europe/Berlin]}.
     *
     * @param zone meant where none is written
     */
    public static ZonedDateTime parse(String text, ZoneId zone) {
        try {
            TemporalAccessor read = MOMENT.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return read instanceof LocalDateTime local ? local.atZone(zone) : (ZonedDateTime) read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A time is written 2026-12-31T23:50, 2026-12-31T23:50Z or 2026-12-31T23:50[Europe/Berlin], not '"
                            + text + "'",
                    e);
        }
    }
}
