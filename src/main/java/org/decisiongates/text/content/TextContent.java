package org.decisiongates.text.content;

import org.decisiongates.text.Abbreviation;

/**
 * Distinguishes what a person really wrote from bullets, blanks, invisible characters and placeholders. Every question is answered in
 * one pass over the characters and without making a new object: gates are asked at every transition, of texts of any size.
 */
public final class TextContent {

    /** How many different letters a text has that is more than a key held down. */
    public static final int LETTERS_OF_A_SENTENCE = 5;

    private static final int MAX_EXCERPT_LENGTH = 80;

    private TextContent() {
    }

    /** The index of the line break that ends the line beginning at {@code from}, or the length of the text. */
    public static int lineEnd(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where a line begins to say something: behind bullets, boxes and numbering. */
    public static int contentStart(CharSequence text, int from, int to) {
        int start = WordMatcher.skipTo(text, from, to);
        int behind = behindNumbering(text, start, to);
        while (behind > start) {
            from = behind;
            start = WordMatcher.skipTo(text, behind, to);
            behind = behindNumbering(text, start, to);
        }
        return Quantities.start(text, from, start, to);
    }

    /** Whether what stands there says something: neither empty, nor one letter again and again, nor still to be filled in. */
    public static boolean isReal(CharSequence text, int from, int to) {
        if (Quantities.isBound(text, from, to)) {
            return !Placeholders.isPutOff(text, from, to);
        }
        return Quantities.isMeasure(text, from, to) || hasTwoLetters(text, from, to) && !Placeholders.isUnfilled(text, from, to);
    }

    /** How many characters can be seen. */
    public static int visible(CharSequence text, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            if (Characters.isVisible(Character.codePointAt(text, at))) {
                count++;
            }
        }
        return count;
    }

    /** How many characters of an alphabet it would take to write what stands there, blanks not counted. */
    public static int written(CharSequence text, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            count += Characters.weight(Character.codePointAt(text, at));
        }
        return count;
    }

    /** The different letters that stand there, one bit each; 64 bits tell those of one script apart well enough to count to five. */
    public static long letters(CharSequence text, int from, int to) {
        long letters = 0;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            int character = Character.codePointAt(text, at);
            if (Characters.isWordCharacter(character)) {
                letters |= 1L << Characters.folded(character);
            }
        }
        return letters;
    }

    /** What stands there without blanks and letter case, to tell whether two lines say the same. */
    public static String essence(CharSequence text, int from, int to) {
        StringBuilder essence = new StringBuilder(to - from);
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            if (Characters.isVisible(Character.codePointAt(text, at))) {
                essence.appendCodePoint(Characters.folded(Character.codePointAt(text, at)));
            }
        }
        return essence.toString();
    }

    /** Whether {@code part} is somewhere in {@code text}, blanks and letter case left aside. */
    static boolean contains(CharSequence text, CharSequence part) {
        for (int at = 0; at < text.length(); at += Character.charCount(Character.codePointAt(text, at))) {
            // from a blank on, blanks would be gone through again for each of them
            if (Characters.isVisible(Character.codePointAt(text, at)) && begins(text, at, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(CharSequence text, int from, CharSequence part) {
        int at = from;
        for (int next = 0; next < part.length(); next += Character.charCount(Character.codePointAt(part, next))) {
            int wanted = Character.codePointAt(part, next);
            if (Characters.isVisible(wanted)) {
                while (at < text.length() && !Characters.isVisible(Character.codePointAt(text, at))) {
                    at += Character.charCount(Character.codePointAt(text, at));
                }
                if (at >= text.length() || Characters.folded(Character.codePointAt(text, at)) != Characters.folded(wanted)) {
                    return false;
                }
                at += Character.charCount(Character.codePointAt(text, at));
            }
        }
        return true;
    }

    /** Whether a digit or a percent sign stands there. */
    public static boolean hasNumber(CharSequence text, int from, int to) {
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            int character = Character.codePointAt(text, at);
            if (character == '%' || Character.isDigit(character) || Character.getType(character) == Character.OTHER_NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of a text, short enough for a message. */
    public static String excerpt(CharSequence text) {
        return excerpt(text, 0, text.length());
    }

    /** The beginning of what stands there, short enough for a message. */
    public static String excerpt(CharSequence text, int from, int to) {
        // one more than is shown: enough to tell that there is more
        return Abbreviation.of(text.subSequence(from, Math.min(to, from + MAX_EXCERPT_LENGTH + 1)).toString(), MAX_EXCERPT_LENGTH);
    }

    private static boolean hasTwoLetters(CharSequence text, int from, int to) {
        int first = -1;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            int character = Character.codePointAt(text, at);
            if (Character.isLetter(character) && Characters.isVisible(character)) {
                if (first >= 0 && Characters.folded(character) != first) {
                    return true;
                }
                first = Characters.folded(character);
            }
        }
        return false;
    }

    static int behindNumbering(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && (Character.isDigit(text.charAt(at)) || at > from && text.charAt(at) == '.' && isDigitAt(text, at + 1, to))) {
            at++;
        }
        if (at == from && at < to) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        boolean closed = at < to && ".):]、".indexOf(Characters.folded(text.charAt(at))) >= 0;
        return closed && (at + 1 == to || !Characters.isVisible(Character.codePointAt(text, at + 1))) ? at + 1 : from;
    }

    private static boolean isDigitAt(CharSequence text, int at, int to) {
        return at < to && Character.isDigit(text.charAt(at));
    }

}
