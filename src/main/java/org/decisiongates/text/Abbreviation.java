package org.decisiongates.text;

/** Cuts what is too long to be shown or stored, and never between the halves of a surrogate pair, which PostgreSQL refuses. */
public final class Abbreviation {

    private static final String ELLIPSIS = "\u2026";

    private Abbreviation() {
    }

    /** At most {@code longest} UTF-16 units, the last of them an ellipsis where something is left out. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest - 1) + ELLIPSIS;
    }

    /** At most {@code longest} UTF-16 units. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** At most {@code most} characters as people count them, and an ellipsis where something is left out. */
    public static String ofCharacters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + ELLIPSIS;
    }
}
