package org.decisiongates.text;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class AbbreviationTest {

    private static final String PAIR = "\uD83D\uDE00";

    @Test
    public void leavesWhatIsShortEnough() {
        assertEquals("abc", Abbreviation.of("abc", 3));
        assertEquals("abc", Abbreviation.cut("abc", 3));
        assertEquals(PAIR + PAIR, Abbreviation.ofCharacters(PAIR + PAIR, 2));
        assertEquals("", Abbreviation.of("", 0));
    }

    @Test
    public void endsWithAnEllipsisWithinTheLength() {
        assertEquals("ab\u2026", Abbreviation.of("abcd", 3));
        assertEquals("abc", Abbreviation.cut("abcd", 3));
        assertEquals("ab\u2026", Abbreviation.ofCharacters("abcd", 2));
    }

    @Test
    public void neverCutsASurrogatePair() {
        assertEquals("a\u2026", Abbreviation.of("a" + PAIR + PAIR, 3));
        assertEquals("a", Abbreviation.cut("a" + PAIR, 2));
        assertEquals("a" + PAIR + "\u2026", Abbreviation.ofCharacters("a" + PAIR + "bc", 2));
    }
}
