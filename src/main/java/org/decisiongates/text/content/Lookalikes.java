package org.decisiongates.text.content;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Letters by what they look like: without case and accents, compatibility forms (full-width, mathematical, circled, small capitals) as the
 * letters they stand for, and Cyrillic, Greek and Armenian letters as the Latin letters that look the same. Two texts that look the
 * same come out the same; a text in one script comes out as different as it was.
 */
final class Lookalikes {

    private static final String LETTERS = "\u0430a\u0432b\u0435e\u043Ak\u043Cm\u043Dh\u043Eo\u0440p\u0441c\u0442t\u0443y\u0445x\u0455s\u0456i\u0457i\u0458j\u04BBh"
            + "\u0501d\u051Bq\u051Dw\u04AFy\u04CFl"
            + "\u03B1a\u03B2b\u03B5e\u03B6z\u03B7h\u03B9i\u03BAk\u03BCm\u03BDn\u03BFo\u03C1p\u03C4t\u03C5y\u03C7x\u03F2c\u03F3j"
            + "\u0561w\u0563q\u0566q\u0570h\u0575j\u0578n\u057Du\u0581g\u0585o"
            + "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p\u0280r\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy\u1D22z"
            + "\u0131i\u0251a\u0261g\u017Fs\u1E9Es";

    private static final int FIRST = 0x80;
    private static final char[] EVERYDAY = table(FIRST, 0x2500);
    private static final char[] WIDE = table(0xFF00, 0xFFF0);
    private static final int MATHEMATICAL = 0x1D400;
    private static final char[] MATHEMATICS = table(MATHEMATICAL, 0x1D800);

    private Lookalikes() {
    }

    /** The letter that stands for all that look like {@code character}, in lower case. */
    static int folded(int character) {
        if (character < FIRST) {
            return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
        }
        if (character < FIRST + EVERYDAY.length) {
            return EVERYDAY[character - FIRST];
        }
        if (character >= 0xFF00 && character < 0xFF00 + WIDE.length) {
            return WIDE[character - 0xFF00];
        }
        if (character >= MATHEMATICAL && character < MATHEMATICAL + MATHEMATICS.length) {
            return MATHEMATICS[character - MATHEMATICAL];
        }
        return Character.toLowerCase(character);
    }

    private static char[] table(int from, int to) {
        char[] table = new char[to - from];
        for (int character = from; character < to; character++) {
            table[character - from] = (char) folding(character);
        }
        return table;
    }

    private static int folding(int character) {
        int plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD).codePointAt(0);
        boolean stripped = plain < FIRST ? plain > ' ' : UnicodeScript.of(plain) == UnicodeScript.GREEK || character >= 0xFF00;
        int lower = Character.toLowerCase(stripped ? plain : character);
        for (int at = 0; at < LETTERS.length(); at += 2) {
            if (LETTERS.charAt(at) == lower) {
                return LETTERS.charAt(at + 1);
            }
        }
        return lower;
    }
}
