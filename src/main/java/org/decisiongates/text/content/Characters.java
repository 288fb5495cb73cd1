package org.decisiongates.text.content;

import java.util.Locale;

/** What a character is to a reader, in any script. */
public final class Characters {

    private Characters() {
    }

    static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r' || character == '\u000B' || character == '\f' || character == '\u0085'
                || character == '\u2028' || character == '\u2029';
    }

    static boolean isWordCharacter(int character) {
        return Character.isLetterOrDigit(character) && isVisible(character);
    }

    /** Without letter case, accents and compatibility forms; letters that look alike are one. */
    static int folded(int character) {
        return Lookalikes.folded(character);
    }

    /** Whether the script of this letter puts no blanks between words. */
    static boolean writesWithoutBlanks(int character) {
        if (character < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(character) || switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    /**
     * How many letters of an alphabet it takes to say what this character says: two for an ideograph, a syllable of Kana or Hangul; a
     * vowel or tone sign that an alphabet would write as a letter counts like one.
     */
    static int weight(int character) {
        if (character < 0x0300) {
            return isVisible(character) ? 1 : 0;
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return Character.isAlphabetic(character) ? 1 : 0;
        }
        if (character < 0x1100 || !isVisible(character)) {
            return isVisible(character) ? 1 : 0;
        }
        return Character.isIdeographic(character) || switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, ETHIOPIC -> true;
            default -> false;
        } ? 2 : 1;
    }

    /** How people name a character that they cannot see: {@code U+200B}. */
    public static String named(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    static boolean isVisible(int character) {
        if (character < 0x80) {
            return character > ' ' && character < 0x7F;
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                    Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                false;
            // letters by their category that draw nothing: the Hangul fillers and the empty Braille cell
            default -> character != 0x115F && character != 0x1160 && character != 0x3164 && character != 0xFFA0 && character != 0x2800;
        };
    }
}
