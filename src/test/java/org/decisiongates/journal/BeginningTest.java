package org.decisiongates.journal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class BeginningTest {

    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 11, 20));

    @Test
    public void whatIsWrittenIsRead() {
        for (String text : List.of("lead", "a;b=c\\", ";", "<b>", "\uD83D\uDE00", "phase=DECIDED")) {
            for (Optional<LocalDate> day : List.of(DAY, Optional.<LocalDate>empty())) {
                for (boolean claim : new boolean[] {true, false}) {
                    Beginning beginning = new Beginning("status:" + text, text, day, claim, !claim, day, DAY);
                    assertEquals(beginning, Beginning.of(beginning.text()));
                }
            }
        }
        Beginning nothing = new Beginning("", "", Optional.empty(), false, false, Optional.empty(), Optional.empty());
        assertEquals("", nothing.text());
        assertEquals(nothing, Beginning.of(""));
    }

    @Test
    public void isWrittenInAFormThatStays() {
        assertEquals("phase=OPEN;owner=lead;due=2026-11-20;customer-facing=yes;fallback=yes;release-start=2026-11-20;release-launch=2026-11-20",
                new Beginning("OPEN", "lead", DAY, true, true, DAY, DAY).text());
    }

    @Test
    public void passesOverWhatANewerVersionAdds() {
        assertEquals("OPEN", Beginning.of("mood=bright;phase=OPEN").phase());
    }

    @Test
    public void anythingButYesIsNoYes() {
        assertFalse(Beginning.of("customer-facing=no").customerFacing());
        assertFalse(Beginning.of("fallback=later").fallback());
    }

    @Test
    public void refusesNonsense() {
        for (String text : List.of("due=tomorrow", "release-start=+999999999-01-01", "phase", "=OPEN")) {
            assertThrows(text, IllegalArgumentException.class, () -> Beginning.of(text));
        }
    }
}
