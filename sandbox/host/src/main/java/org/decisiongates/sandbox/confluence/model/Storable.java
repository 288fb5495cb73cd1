package org.decisiongates.sandbox.confluence.model;

import java.nio.charset.StandardCharsets;

/** Tells texts that every database can hold from those that only Java can: a NUL, or half of a surrogate pair. */
public final class Storable {

    private Storable() {
    }

    public static boolean isText(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** The text on one line, without what no database can hold. */
    static String line(String text) {
        String flat = text.replaceAll("\\p{Cntrl}", " ").strip();
        return isText(flat) ? flat : new String(flat.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
