package org.decisiongates.text;

import java.text.Bidi;
import java.util.regex.Pattern;

/** Typed text within a sentence, isolated so that a right-to-left script does not reorder the words around it. */
public final class IsolatedText {

    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";
    /** What opens or ends a direction: one that is left open would reach the words behind the text. */
    private static final Pattern MARKS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private IsolatedText() {
    }

    /**
     * As it is where nothing in it is written from right to left and nothing sets a direction; marks of its own that would end the
     * isolation early are left out.
     */
    public static String of(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) || MARKS.matcher(text).find()
                ? ISOLATE + text.replaceAll("[\\u2066-\\u2069]", "") + END
                : text;
    }
}
