package org.decisiongates.page;

import static org.junit.Assert.assertEquals;

import java.util.Map;

import org.junit.Test;

public class InitialsTest {

    @Test
    public void takesTheFirstLettersOfTheFirstAndTheLastWord() {
        Map.of("Maya Brandt", "MB", "lead", "L", "  Ana Mar\u00eda de la Vega ", "AV", "\u05e9\u05dc\u05d5\u05dd \u05db\u05d4\u05df",
                "\u05e9\u05db", "(erased)", "E", "<b>", "B", "\ud835\udc00 \ud83d\ude80 x", "\ud835\udc00X", "?!", "", "", "")
                .forEach((name, initials) -> assertEquals(name, initials, Initials.of(name)));
    }
}
