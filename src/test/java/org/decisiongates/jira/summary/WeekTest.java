package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;

import org.junit.Test;

public class WeekTest {

    @Test
    public void countsWeeksAsTheStandardDoes() {
        assertEquals("2026-W47", SummaryReader.week(LocalDate.parse("2026-11-22")));
        assertEquals("2026-W48", SummaryReader.week(LocalDate.parse("2026-11-23")));
        assertEquals("2026-W53", SummaryReader.week(LocalDate.parse("2027-01-03")));
        assertEquals("2025-W01", SummaryReader.week(LocalDate.parse("2024-12-30")));
    }
}
