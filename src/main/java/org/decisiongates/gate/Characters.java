package org.decisiongates.gate;

import java.util.Locale;

/** What a character is to somebody who reads a text, in any script. */
final class Characters {

    private Characters() {
    }

    static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r' || character == '\u000B' || character == '\f' || character == '\u0085'
                || character == '\u2028' || character == '\u2029';
    }

    static boolean isWordCharacter(int character) {
        return Character.isLetterOrDigit(character) && isVisible(character);
    }

    /** Without letter case, and with full-width forms as their narrow twins. */
    static int folded(int character) {
        return Character.toLowerCase(character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character);
    }

    /** How people name a character that they cannot see: {@code U+200B}. */
    static String named(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    static boolean isVisible(int character) {
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
