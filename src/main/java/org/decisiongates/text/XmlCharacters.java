package org.decisiongates.text;

import java.util.OptionalInt;

/** Which characters an XML 1.0 file can hold. */
public final class XmlCharacters {

    private XmlCharacters() {
    }

    /** Without the characters that XML cannot hold; a blank in place of those that word processors use to break lines and pages. */
    public static String valid(String text) {
        if (firstInvalid(text).isEmpty()) {
            return text;
        }
        StringBuilder valid = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!isInvalid(text, at)) {
                valid.append(character);
            } else if (character == '\u000B' || character == '\f') {
                valid.append(' ');
            }
        }
        return valid.toString();
    }

    /** The first character that XML cannot hold. */
    public static OptionalInt firstInvalid(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isInvalid(text, at)) {
                return OptionalInt.of(text.charAt(at));
            }
        }
        return OptionalInt.empty();
    }

    /** Whether XML 1.0 has no place for the character at {@code at}, a half of a surrogate pair included. */
    public static boolean isInvalid(String text, int at) {
        char character = text.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' || character >= '\uFFFE';
    }
}
