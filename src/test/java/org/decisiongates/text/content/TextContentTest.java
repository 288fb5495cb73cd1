package org.decisiongates.text.content;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.rules.HasAcceptanceCriteria;
import org.decisiongates.policy.rules.HasFallback;

public class TextContentTest {

    /** A megabyte, as the largest texts of Jira; in builds without {@code -Dproofs} a quarter of it. */
    private static final int LONG = Boolean.getBoolean("proofs") ? 1 << 20 : 1 << 18;
    private static final int HOSTILE = 1 << 15;
    /** The dearest text here takes a quarter of it; one that is read again for every character takes thirty times as much. */
    private static final int MAX_READS = 1_000;

    /** A question that went over the text again for every character would not come back within the hour: the build would hang here. */
    @Test
    public void answersOnLongHostileTexts() {
        for (String pattern : List.of("a", ".", " ", "\n", "a\n", "1.", "1. ", "a. ", "TBD ", "TBD\n", "tb", "f.......", "as.soon.",
                "lorem", "lorem ipsum ",
                "\u200B", "\uD83D\uDE80", "\uD800", "(((", "a b c d e f\n", "<script>alert(1)</script>", "\u3164", "x\u0301")) {
            String text = pattern.repeat(LONG / pattern.length());
            for (Rule rule : List.of(new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 1, DescriptionTemplate.NONE),
                    new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 50, DescriptionTemplate.NONE),
                    new HasFallback(Field.FALLBACK, 1000, DescriptionTemplate.NONE))) {
                assertNotNull(pattern, rule.evaluate(anItem().accepting(text).fallingBackTo(text), NOW));
            }
        }
    }

    /** Counts how often a character is looked at, which is the same on every machine. */
    @Test
    public void looksAtEachCharacterAFewTimesHoweverHostileTheText() {
        List<String> pieces = List.of("{", "{{", "}", "{a", "{a:", "<", "<a", "<!--", "-->", "</script>", "<script>", "<th>", "<h1>", ">",
                "[", "](", "![", "!", "!a.", "|", "||", "|-|\n|", "&", "&#", "&lt;", "\\",
                "h1. ", "bq. ", "\n", " ", "\t", "a", "tbd ", "acceptance ", "it is written down what must be true ", "given", "1.", "=",
                "= ", ":", "a:", "\uD835\uDC13", "\u200B", "w", "describe ", "f...", ".");
        Random random = new Random(20261128);
        List<String> patterns = new ArrayList<>(pieces);
        for (int i = 0; i < 60; i++) {
            patterns.add(random.ints(2 + random.nextInt(5), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining()));
        }
        for (String pattern : patterns) {
            for (String text : List.of(pattern.repeat(HOSTILE / pattern.length()), pattern + " ".repeat(HOSTILE) + pattern,
                    pattern.repeat(100) + "a".repeat(HOSTILE))) {
                long looks = looks(text);
                assertTrue(pattern + ": " + looks + " looks at " + text.length() + " characters", looks < MAX_READS * text.length());
            }
        }
    }

    /** How often reading a text as all rules read it looks at one of its characters. */
    private static long looks(String text) {
        Watched watched = new Watched(text, new AtomicLong());
        CharSequence shown = RenderedText.of(watched);
        Watched read = shown == watched ? watched : new Watched(shown.toString(), watched.looks);
        int end;
        for (int start = 0; start < read.length(); start = end + 1) {
            end = TextContent.lineEnd(read, start);
            int from = TextContent.contentStart(read, start, end);
            if (TextContent.isReal(read, from, end) && !Headings.isClaim(read, from, end) && !Headings.claimsByItself(read, from, end)) {
                Vagueness.vaguePhrase(read, from, end);
            }
        }
        return watched.looks.get();
    }

    /** A text that counts how often somebody looks at it. */
    private record Watched(String text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            looks.addAndGet(to - from);
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    public void cutsExcerptsBetweenCharacters() {
        assertEquals("short", TextContent.excerpt("short"));
        assertEquals("a".repeat(80), TextContent.excerpt("a".repeat(80)));
        assertEquals("a".repeat(79) + "\u2026", TextContent.excerpt("a".repeat(81)));
        assertEquals("a".repeat(78) + "\u2026", TextContent.excerpt("a".repeat(78) + "\uD83D\uDE80" + "a".repeat(9)));
    }

    @Test
    public void findsWhereALineBeginsToSaySomething() {
        for (String prefix : List.of("", "- ", "* * ", "\u2022\t", "1. ", "1) ", "(1) ", "1.2.3. ", "a) ", "[x] ", "[ ] ", "1. a) ", "# ",
                "\u00A0\u200B- ")) {
            String line = prefix + "Every refund";
            assertEquals(line, "Every refund", line.substring(TextContent.contentStart(line, 0, line.length())));
        }
    }

    @Test
    public void keepsNumbersThatAreNoNumbering() {
        for (String line : List.of("1.5 seconds", "95 % of pages", "3 days", "e.g. this", "404: never", "2026-11-18 is final")) {
            assertEquals(line.startsWith("404") ? "never" : line, line.substring(TextContent.contentStart(line, 0, line.length())));
        }
    }
}
