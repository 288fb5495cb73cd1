package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.Test;

public class SandboxTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    public void readsAMomentWithAndWithoutAZone() {
        for (String[] row : new String[][] {{"2026-12-31T23:50", "2026-12-31T22:50:00Z", "Europe/Berlin"},
                {"2026-12-31T23:50:30Z", "2026-12-31T23:50:30Z", "Z"},
                {"2026-12-31T23:50+05:45", "2026-12-31T18:05:00Z", "+05:45"},
                {"2026-12-31T23:50[Asia/Kathmandu]", "2026-12-31T18:05:00Z", "Asia/Kathmandu"},
                {"2026-10-25T02:30+01:00[Europe/Berlin]", "2026-10-25T01:30:00Z", "Europe/Berlin"},
                {"2026-10-25T02:30", "2026-10-25T00:30:00Z", "Europe/Berlin"}}) {
            assertEquals(row[0], Instant.parse(row[1]), SandboxTime.parse(row[0], BERLIN).toInstant());
            assertEquals(row[0], ZoneId.of(row[2]), SandboxTime.parse(row[0], BERLIN).getZone());
        }
    }

    @Test
    public void saysHowAMomentIsWritten() {
        for (String wrong : List.of("", "now", "2026-12-31", "2026-02-30T10:00", "2026-12-31T24:50", "2026-12-31T23:50[Mars/Base]",
                "2026-12-31T23:50 Z")) {
            assertTrue(wrong, assertThrows(wrong, IllegalArgumentException.class, () -> SandboxTime.parse(wrong, BERLIN)).getMessage()
                    .contains("2026-12-31T23:50[Europe/Berlin]"));
        }
    }

    @Test
    public void processesThatAreToldTheSameAgreeWheneverTheyStart() {
        Instant machine = Instant.parse("2026-11-01T00:00:00Z");
        Clock first = SandboxTime.startingAt(SandboxTime.parse("2031-01-01T00:00Z", BERLIN), machine);
        Clock second = SandboxTime.startingAt(SandboxTime.parse("2031-01-01T00:00Z", BERLIN), machine);
        Instant before = first.instant();
        Instant between = second.instant();
        assertFalse(between.isBefore(before) || first.instant().isBefore(between));
        assertTrue("it goes on", first.instant().isAfter(Instant.parse("2031-01-01T00:00:00Z")));
    }
}
