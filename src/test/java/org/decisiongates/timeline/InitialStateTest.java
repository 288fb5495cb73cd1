package org.decisiongates.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class InitialStateTest {

    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 11, 20));

    @Test
    public void whatIsWrittenIsRead() {
        for (String text : List.of("lead", "a;b=c\\", ";", "<b>", "\uD83D\uDE00", "phase=DECIDED")) {
            for (Optional<LocalDate> day : List.of(DAY, Optional.<LocalDate>empty())) {
                for (boolean claim : new boolean[] {true, false}) {
                    InitialState beginning = new InitialState("status:" + text, text, day, claim, !claim, day, DAY);
                    assertEquals(beginning, InitialState.of(beginning.text()));
                }
            }
        }
        InitialState nothing = new InitialState("", "", Optional.empty(), false, false, Optional.empty(), Optional.empty());
        assertEquals("", nothing.text());
        assertEquals(nothing, InitialState.of(""));
    }

    @Test
    public void isWrittenInAFormThatStays() {
        assertEquals(
                "phase=OPEN;owner=lead;due=2026-11-20;customer-facing=yes;fallback=yes;release-start=2026-11-20;release-launch=2026-11-20",
                new InitialState("OPEN", "lead", DAY, true, true, DAY, DAY).text());
    }

    @Test
    public void passesOverWhatANewerVersionAdds() {
        assertEquals("OPEN", InitialState.of("mood=bright;phase=OPEN").phase());
    }

    @Test
    public void anythingButYesIsNoYes() {
        assertFalse(InitialState.of("customer-facing=no").customerFacing());
        assertFalse(InitialState.of("fallback=later").fallback());
    }

    @Test
    public void refusesNonsense() {
        for (String text : List.of("due=tomorrow", "release-start=+999999999-01-01", "phase", "=OPEN")) {
            assertThrows(text, IllegalArgumentException.class, () -> InitialState.of(text));
        }
    }
}
