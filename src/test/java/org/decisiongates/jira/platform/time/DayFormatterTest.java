package org.decisiongates.jira.platform.time;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;

import org.junit.Test;

import org.decisiongates.jira.Moments;
import org.decisiongates.text.Message;
import org.decisiongates.text.TextWithDays;

public class DayFormatterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @Test
    public void writesTheDaysOfAMessageAsThisJiraDoesAndLeavesTheRest() {
        Message message = Message.of("key", DAY, new TextWithDays(List.of("SHOP-1 (", DAY, ")")), 7, "2026-12-31");
        assertEquals(List.of("31/Dec/26", "SHOP-1 (31/Dec/26)", 7, "2026-12-31"), Moments.days().forPeople(message).arguments());
        assertEquals("for programs", "SHOP-1 (2026-12-31)", message.arguments().get(1).toString());
    }
}
