package org.decisiongates.store;

import java.util.Map;

/** Texts on their way to a column and back. An empty text is left out: Oracle would make it null anyway. */
public final class TextColumn {

    private TextColumn() {
    }

    public static void put(Map<String, Object> row, String column, String text) {
        if (!text.isEmpty()) {
            row.put(column, text);
        }
    }

    public static void put(Map<String, Object> row, String column, String text, int longest) {
        put(row, column, cut(text, longest));
    }

    public static String read(String stored) {
        return stored == null ? "" : stored;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // never half of a surrogate pair: PostgreSQL refuses such a text
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
