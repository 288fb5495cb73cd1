package org.decisiongates.issue;

import java.util.Locale;

/**
 * Key of a project as typed or pasted: in whatever case, with blanks and invisible characters around it.
 *
 * @param text the key as Jira writes it; empty when nothing was typed
 */
public record ProjectKey(String text) {

    /** The key that was meant. Invisible characters inside it stay: what was meant there is unknown. */
    public static ProjectKey of(String typed) {
        return new ProjectKey(trimmed(typed).toUpperCase(Locale.ROOT));
    }

    /** Without blanks and invisible characters at both ends. */
    public static String trimmed(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isUnseen(typed.codePointAt(from))) {
            from += Character.charCount(typed.codePointAt(from));
        }
        while (to > from && isUnseen(typed.codePointBefore(to))) {
            to -= Character.charCount(typed.codePointBefore(to));
        }
        return typed.substring(from, to);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether an invisible character stands in the middle of it, other than a plain blank. */
    public boolean holdsUnseen() {
        return text.codePoints().anyMatch(character -> character != ' ' && isUnseen(character));
    }

    /** The key with each invisible character named: {@code SH[U+200B]OP}. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (character != ' ' && isUnseen(character)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                true;
            default -> character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0 || character == 0x2800;
        };
    }
}
