package org.decisiongates.impact;

import java.text.Normalizer;

import org.decisiongates.text.Abbreviation;

/** What people type into one line of a form. */
final class TypedText {

    private static final int QUOTED = 40;

    private TypedText() {
    }

    /** Without space around it, with single spaces inside, composed: two ways to type one metric must not make two metrics. */
    static String tidied(String typed) {
        String spaced = typed.codePoints()
                .map(character -> Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String text = Normalizer.normalize(spaced.replaceAll(" {2,}", " ").strip(), Normalizer.Form.NFC);
        return text.codePoints().allMatch(TypedText::drawsNothing) ? "" : text;
    }

    /** Whether every database keeps it: no control characters, no half of a surrogate pair. */
    static boolean isStorable(String text) {
        return text.codePoints().map(Character::getType).noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }

    /** As a message repeats it: short, and nothing a page or a log stumbles over. */
    static String quoted(String text) {
        String plain = text.codePoints()
                .filter(character -> isStorable(Character.toString(character)) && Character.getType(character) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return Abbreviation.ofCharacters(plain, QUOTED);
    }

    private static boolean drawsNothing(int character) {
        int type = Character.getType(character);
        return character == ' ' || type == Character.FORMAT || type == Character.NON_SPACING_MARK;
    }
}
