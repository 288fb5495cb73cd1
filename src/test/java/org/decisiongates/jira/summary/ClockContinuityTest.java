package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;

public class ClockContinuityTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:10:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEARS = Duration.ofDays(1200);

    @Test
    public void distrustsAClockThatJumpsByMoreThanAWeek() {
        Map<Duration, Boolean> trusted = new LinkedHashMap<>();
        trusted.put(Duration.ZERO, true);
        trusted.put(HOUR, true);
        trusted.put(HOUR.negated(), true);
        trusted.put(ClockContinuity.JUMP, true);
        trusted.put(ClockContinuity.JUMP.negated(), true);
        trusted.put(ClockContinuity.JUMP.plusMillis(1), false);
        trusted.put(ClockContinuity.JUMP.plusMillis(1).negated(), false);
        trusted.put(YEARS, false);
        trusted.forEach((step, expected) -> assertEquals(step.toString(), expected,
                ClockContinuity.startingAt(MONDAY).after(MONDAY.plus(step)).isTrusted()));
    }

    @Test
    public void trustsAClockAgainOnceADayOfRunsAgrees() {
        Map<String, List<Duration>> steps = new LinkedHashMap<>();
        steps.put("24", runs(YEARS, 40));
        steps.put("24 after being put back", runs(YEARS.negated(), 40));
        List<Duration> corrected = runs(YEARS, 10);
        corrected.add(YEARS.negated());
        corrected.addAll(runs(HOUR, 40));
        steps.put("34 when corrected after ten", corrected);
        steps.forEach((name, some) -> assertEquals(name, Integer.parseInt(name.substring(0, 2)), distrusted(some)));
    }

    @Test
    public void neverTrustsTwoNodesThatTakeTurnsAndDisagree() {
        List<Duration> turns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            turns.add(i % 2 == 0 ? YEARS : YEARS.negated());
        }
        assertEquals(turns.size(), distrusted(turns));
    }

    /** A step and then hourly ones. */
    private static List<Duration> runs(Duration first, int number) {
        List<Duration> steps = new ArrayList<>(Collections.nCopies(number, HOUR));
        steps.set(0, first);
        return steps;
    }

    private static int distrusted(List<Duration> steps) {
        ClockContinuity runs = ClockContinuity.startingAt(MONDAY);
        Instant now = MONDAY;
        int distrusted = 0;
        for (Duration step : steps) {
            now = now.plus(step);
            runs = runs.after(now);
            distrusted += runs.isTrusted() ? 0 : 1;
        }
        return distrusted;
    }
}
