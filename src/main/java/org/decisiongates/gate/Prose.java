package org.decisiongates.gate;

/**
 * Tells what somebody has really written from bullets, blanks, invisible characters and placeholders. Every question is answered in
 * one pass over the characters and without making a new object: gates are asked at every transition, of texts of any size.
 */
final class Prose {

    /** How many different letters a text has that is more than a key held down. */
    static final int LETTERS_OF_A_SENTENCE = 5;

    private static final int LONGEST_EXCERPT = 80;

    /** Letters and digits of what people type to get past a mandatory field; one may follow another. */
    private static final String[] PLACEHOLDERS = {"tbd", "tba", "tbc", "todo", "fixme", "wip", "pending", "noneyet", "none",
        "notapplicable", "notavailable", "na", "nil", "null", "nothing", "asdf", "qwerty", "xxx", "tobedecided", "tobedetermined",
        "tobedefined", "tobeconfirmed", "tobeannounced"};

    private Prose() {
    }

    /** The index of the line break that ends the line beginning at {@code from}, or the length of the text. */
    static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where a line begins to say something: behind bullets, boxes and numbering. */
    static int contentStart(String text, int from, int to) {
        int start = Words.skipTo(text, from, to);
        int behind = behindNumbering(text, start, to);
        while (behind > start) {
            start = Words.skipTo(text, behind, to);
            behind = behindNumbering(text, start, to);
        }
        return start;
    }

    /** Whether what stands there is neither empty, nor one letter again and again, nor made of placeholders. */
    static boolean isReal(String text, int from, int to) {
        return hasTwoLetters(text, from, to) && !isPlaceholder(text, from, to);
    }

    /** How many characters can be seen. */
    static int visible(String text, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            if (Characters.isVisible(text.codePointAt(at))) {
                count++;
            }
        }
        return count;
    }

    /** The different letters that stand there, one bit each; 64 bits tell those of one script apart well enough to count to five. */
    static long letters(String text, int from, int to) {
        long letters = 0;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (Characters.isWordCharacter(character)) {
                letters |= 1L << Characters.folded(character);
            }
        }
        return letters;
    }

    /** What stands there without blanks and letter case, to tell whether two lines say the same. */
    static String essence(String text, int from, int to) {
        StringBuilder essence = new StringBuilder(to - from);
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            if (Characters.isVisible(text.codePointAt(at))) {
                essence.appendCodePoint(Characters.folded(text.codePointAt(at)));
            }
        }
        return essence.toString();
    }

    /** Whether a digit or a percent sign stands there. */
    static boolean hasNumber(String text, int from, int to) {
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character == '%' || Character.isDigit(character) || Character.getType(character) == Character.OTHER_NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of a text, short enough for a message. */
    static String excerpt(String text) {
        return excerpt(text, 0, text.length());
    }

    /** The beginning of what stands there, short enough for a message. */
    static String excerpt(String text, int from, int to) {
        if (to - from <= LONGEST_EXCERPT) {
            return text.substring(from, to);
        }
        int end = from + LONGEST_EXCERPT - 1;
        return text.substring(from, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static boolean hasTwoLetters(String text, int from, int to) {
        int first = -1;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (Character.isLetter(character) && Characters.isVisible(character)) {
                if (first >= 0 && Characters.folded(character) != first) {
                    return true;
                }
                first = Characters.folded(character);
            }
        }
        return false;
    }

    private static boolean isPlaceholder(String text, int from, int to) {
        if (Words.behind("loremipsum", text, from, to) >= 0) {
            return true;
        }
        int at = from;
        while (at < to) {
            int behind = behindPlaceholder(text, at, to);
            if (behind < 0) {
                return false;
            }
            at = Words.skipTo(text, behind, to);
        }
        return true;
    }

    private static int behindPlaceholder(String text, int from, int to) {
        for (String placeholder : PLACEHOLDERS) {
            int behind = Words.behind(placeholder, text, from, to);
            if (behind >= 0) {
                return behind;
            }
        }
        return -1;
    }

    private static int behindNumbering(String text, int from, int to) {
        int at = from;
        while (at < to && (Character.isDigit(text.charAt(at)) || at > from && text.charAt(at) == '.' && isDigitAt(text, at + 1, to))) {
            at++;
        }
        if (at == from && at < to) {
            at += Character.charCount(text.codePointAt(at));
        }
        boolean closed = at < to && ".):]、".indexOf(Characters.folded(text.charAt(at))) >= 0;
        return closed && (at + 1 == to || !Characters.isVisible(text.codePointAt(at + 1))) ? at + 1 : from;
    }

    private static boolean isDigitAt(String text, int at, int to) {
        return at < to && Character.isDigit(text.charAt(at));
    }

}
