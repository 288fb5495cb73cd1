package org.decisiongates.store;

import java.util.Map;

import org.decisiongates.text.Abbreviation;

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
        put(row, column, Abbreviation.cut(text, longest));
    }

    public static String read(String stored) {
        return stored == null ? "" : stored;
    }
}
