package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.Test;

import org.decisiongates.jira.Moments;

public class MomentFormatterTest {

    private static final Instant EVENING = Instant.parse("2026-12-31T20:05:09Z");

    private final MomentFormatter moments = Moments.in(ZoneId.of("Asia/Kathmandu"));

    @Test
    public void writesTheDayAsJiraDoesAndTheTimeOfTheZoneOfProjects() {
        assertEquals("1/Jan/27 1:50 AM", moments.minute(EVENING));
        assertEquals("1/Jan/27 1:50:09 AM", moments.second(EVENING));
    }

    @Test
    public void saysTheZoneWithTheOnlyMomentOfAPageOrOnceForAllOfThem() {
        assertEquals("1/Jan/27 1:50 AM Asia/Kathmandu", moments.withZone(EVENING));
        assertEquals("Times are in the time zone Asia/Kathmandu.", moments.zone());
    }
}
