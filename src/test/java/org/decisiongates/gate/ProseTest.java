package org.decisiongates.gate;

import static org.decisiongates.fixture.WorkItems.NOW;
import static org.decisiongates.fixture.WorkItems.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import java.util.List;

import org.junit.Test;

public class ProseTest {

    private static final int MEGABYTE = 1 << 20;

    /** A question that went over the text again for every character would not come back within the hour: the build would hang here. */
    @Test
    public void answersOnHostileTextsOfAMegabyte() {
        for (String pattern : List.of("a", ".", " ", "\n", "a\n", "1.", "1. ", "a. ", "TBD ", "TBD\n", "tb", "f.......", "as.soon.", "lorem", "lorem ipsum ",
                "\u200B", "\uD83D\uDE80", "\uD800", "(((", "a b c d e f\n", "<script>alert(1)</script>", "\u3164", "x\u0301")) {
            String text = pattern.repeat(MEGABYTE / pattern.length());
            for (Rule rule : List.of(new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 1),
                    new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 50), new HasFallback(Field.FALLBACK, 1000))) {
                assertNotNull(pattern, rule.examine(anItem().accepting(text).fallingBackTo(text), NOW));
            }
        }
    }

    @Test
    public void cutsExcerptsBetweenCharacters() {
        assertEquals("short", Prose.excerpt("short"));
        assertEquals("a".repeat(80), Prose.excerpt("a".repeat(80)));
        assertEquals("a".repeat(79) + "\u2026", Prose.excerpt("a".repeat(81)));
        assertEquals("a".repeat(78) + "\u2026", Prose.excerpt("a".repeat(78) + "\uD83D\uDE80" + "a".repeat(9)));
    }

    @Test
    public void findsWhereALineBeginsToSaySomething() {
        for (String prefix : List.of("", "- ", "* * ", "\u2022\t", "1. ", "1) ", "(1) ", "1.2.3. ", "a) ", "[x] ", "[ ] ", "1. a) ", "# ", "\u00A0\u200B- ")) {
            String line = prefix + "Every refund";
            assertEquals(line, "Every refund", line.substring(Prose.contentStart(line, 0, line.length())));
        }
    }

    @Test
    public void keepsNumbersThatAreNoNumbering() {
        for (String line : List.of("1.5 seconds", "95 % of pages", "3 days", "e.g. this", "404: never", "2026-11-18 is final")) {
            assertEquals(line.startsWith("404") ? "never" : line, line.substring(Prose.contentStart(line, 0, line.length())));
        }
    }
}
