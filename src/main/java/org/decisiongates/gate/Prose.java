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
        while (at < text.length() && !isLineBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where a line begins to say something: behind bullets, boxes and numbering. */
    static int contentStart(String text, int from, int to) {
        int start = skipToWord(text, from, to);
        int behind = behindNumbering(text, start, to);
        while (behind > start) {
            start = skipToWord(text, behind, to);
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
            if (isVisible(text.codePointAt(at))) {
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
            if (isWordCharacter(character)) {
                letters |= 1L << folded(character);
            }
        }
        return letters;
    }

    /** What stands there without blanks and letter case, to tell whether two lines say the same. */
    static String essence(String text, int from, int to) {
        StringBuilder essence = new StringBuilder(to - from);
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            if (isVisible(text.codePointAt(at))) {
                essence.appendCodePoint(folded(text.codePointAt(at)));
            }
        }
        return essence.toString();
    }

    /** Which of {@code phrases}, written in letters only, stands there first as whole words; -1 for none. */
    static int firstPhrase(String[] phrases, String text, int from, int to) {
        boolean insideWord = false;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            boolean inWord = isWordCharacter(text.codePointAt(at));
            if (inWord && !insideWord) {
                int phrase = phraseAt(phrases, text, at, to);
                if (phrase >= 0) {
                    return phrase;
                }
            }
            insideWord = inWord;
        }
        return -1;
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

    private static int phraseAt(String[] phrases, String text, int from, int to) {
        for (int i = 0; i < phrases.length; i++) {
            int end = behind(phrases[i], text, from, to);
            if (end >= 0 && (end >= to || !isWordCharacter(text.codePointAt(end)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasTwoLetters(String text, int from, int to) {
        int first = -1;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (Character.isLetter(character) && isVisible(character)) {
                if (first >= 0 && folded(character) != first) {
                    return true;
                }
                first = folded(character);
            }
        }
        return false;
    }

    private static boolean isPlaceholder(String text, int from, int to) {
        if (behind("loremipsum", text, from, to) >= 0) {
            return true;
        }
        int at = from;
        while (at < to) {
            int behind = behindPlaceholder(text, at, to);
            if (behind < 0) {
                return false;
            }
            at = skipToWord(text, behind, to);
        }
        return true;
    }

    private static int behindPlaceholder(String text, int from, int to) {
        for (String placeholder : PLACEHOLDERS) {
            int behind = behind(placeholder, text, from, to);
            if (behind >= 0) {
                return behind;
            }
        }
        return -1;
    }

    /** The index behind {@code word} if the letters and digits from {@code from} on spell it, whatever stands between them; else -1. */
    private static int behind(String word, String text, int from, int to) {
        int at = from;
        for (int spelled = 0; spelled < word.length(); spelled++) {
            at = spelled == 0 ? at : skipToWord(text, at, to);
            if (at >= to || folded(text.codePointAt(at)) != word.charAt(spelled)) {
                return -1;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int behindNumbering(String text, int from, int to) {
        int at = from;
        while (at < to && (Character.isDigit(text.charAt(at)) || at > from && text.charAt(at) == '.' && isDigitAt(text, at + 1, to))) {
            at++;
        }
        if (at == from && at < to) {
            at += Character.charCount(text.codePointAt(at));
        }
        boolean closed = at < to && ".):]、".indexOf(folded(text.charAt(at))) >= 0;
        return closed && (at + 1 == to || !isVisible(text.codePointAt(at + 1))) ? at + 1 : from;
    }

    private static boolean isDigitAt(String text, int at, int to) {
        return at < to && Character.isDigit(text.charAt(at));
    }

    private static int skipToWord(String text, int from, int to) {
        int at = from;
        while (at < to && !isWordCharacter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return Math.min(at, to);
    }

    private static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r' || character == '\u000B' || character == '\f' || character == '\u0085'
                || character == '\u2028' || character == '\u2029';
    }

    private static boolean isWordCharacter(int character) {
        return Character.isLetterOrDigit(character) && isVisible(character);
    }

    /** Without letter case, and with full-width forms as their narrow twins. */
    private static int folded(int character) {
        return Character.toLowerCase(character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character);
    }

    private static boolean isVisible(int character) {
        if (character < 0x80) {
            return character > ' ' && character < 0x7F;
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                 Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.NON_SPACING_MARK,
                 Character.ENCLOSING_MARK -> false;
            // letters by their category that draw nothing: the Hangul fillers and the empty Braille cell
            default -> character != 0x115F && character != 0x1160 && character != 0x3164 && character != 0xFFA0 && character != 0x2800;
        };
    }
}
