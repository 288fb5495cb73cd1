package org.decisiongates.text;

import java.text.Normalizer;
import java.util.stream.Collectors;

/** What people type into a form. */
public final class TypedText {

    private static final int QUOTED = 40;

    private TypedText() {
    }

    /** Without space around it, with single spaces inside, composed: two ways to type one metric must not make two metrics. */
    public static String tidied(String typed) {
        String spaced = typed.codePoints()
                .map(character -> Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String text = Normalizer.normalize(spaced.replaceAll(" {2,}", " ").strip(), Normalizer.Form.NFC);
        return text.codePoints().allMatch(TypedText::drawsNothing) ? "" : text;
    }

    /** The same of each line, without empty lines. */
    public static String tidiedLines(String typed) {
        return typed.lines().map(TypedText::tidied).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Whether every database keeps it: no control characters, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().map(Character::getType).noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }

    /** As a message repeats it: short, and nothing a page or a log stumbles over. */
    public static String quoted(String text) {
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
