package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.Test;

public class EvaluationContextTest {

    @Test
    public void fallsOnTheDayOfItsZone() {
        Instant instant = Instant.parse("2026-11-18T23:30:00Z");
        assertEquals(LocalDate.of(2026, 11, 18), EvaluationContext.of(instant, ZoneId.of("UTC")).today());
        assertEquals(LocalDate.of(2026, 11, 19), EvaluationContext.of(instant, ZoneId.of("Europe/Paris")).today());
        assertEquals(LocalDate.of(2026, 11, 18), EvaluationContext.of(instant, ZoneId.of("America/Los_Angeles")).today());
    }

    @Test
    public void changesDaysAtMidnightWhenClocksAreSetBack() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(LocalDate.of(2026, 10, 24), EvaluationContext.of(Instant.parse("2026-10-24T21:59:59Z"), berlin).today());
        assertEquals(LocalDate.of(2026, 10, 25), EvaluationContext.of(Instant.parse("2026-10-24T22:00:00Z"), berlin).today());
        assertEquals(LocalDate.of(2026, 10, 25), EvaluationContext.of(Instant.parse("2026-10-25T22:59:59Z"), berlin).today());
        assertEquals(LocalDate.of(2026, 10, 26), EvaluationContext.of(Instant.parse("2026-10-25T23:00:00Z"), berlin).today());
    }
}
