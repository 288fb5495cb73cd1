package org.decisiongates.jira.gate;

import java.util.Locale;

import org.decisiongates.text.XmlCharacters;

/**
 * Texts as a workflow can store them. XML has no place for some characters, its parsers change others, readers of XML may drop blanks at
 * either end, and the workflow engine reads {@code ${…}} as a variable of its own: each of these is written as a backslash, {@code u} and
 * four hexadecimal digits, a backslash as two. What people typed comes back as they typed it.
 */
final class WorkflowText {

    /** How the workflow engine's variables begin. */
    static final String VARIABLE = "${";
    /** How many characters one can take when it is stored. */
    static final int MAX_ESCAPE_LENGTH = 6;

    private WorkflowText() {
    }

    /** The text in characters that every XML file keeps as they are, without a dollar sign. */
    static String encode(String text) {
        StringBuilder stored = null;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' || isToBeEscaped(text, at)) {
                stored = stored == null ? new StringBuilder(text.length() + 32).append(text, 0, at) : stored;
                stored.append(character == '\\' ? "\\\\" : String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else if (stored != null) {
                stored.append(character);
            }
        }
        return stored == null ? text : stored.toString();
    }

    /** What {@link #encode} made this of; any other backslash stands for itself. */
    static String decode(String stored) {
        int at = stored.indexOf('\\');
        if (at < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length()).append(stored, 0, at);
        while (at < stored.length()) {
            char character = stored.charAt(at);
            int code = character == '\\' ? codeAt(stored, at + 1) : -1;
            if (code >= 0) {
                text.append((char) code);
                at += MAX_ESCAPE_LENGTH;
            } else {
                text.append(character);
                at += character == '\\' && stored.startsWith("\\", at + 1) ? 2 : 1;
            }
        }
        return text.toString();
    }

    private static boolean isToBeEscaped(String text, int at) {
        char character = text.charAt(at);
        return character == ' ' && (at == 0 || at == text.length() - 1) || character == '$' || character < ' '
                || character >= 0x7F && character < 0xA0 || character == '\u2028'
                || character == '\u2029'
                || XmlCharacters.isInvalid(text, at);
    }

    /** The number behind {@code u}, or -1 when what stands there is none. */
    private static int codeAt(String stored, int at) {
        if (at + MAX_ESCAPE_LENGTH - 1 > stored.length() || stored.charAt(at) != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = at + 1; i < at + MAX_ESCAPE_LENGTH - 1; i++) {
            char digit = stored.charAt(i);
            int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                return -1;
            }
            code = code * 16 + value;
        }
        return code;
    }
}
