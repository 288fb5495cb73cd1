package org.decisiongates.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.text.XmlCharacters;

/**
 * Texts, lists and objects as the one JSON text that RFC 8785 has for them, so that others can compute the same hash: no white space,
 * members sorted by the UTF-16 units of their names, and no character escaped that need not be. Half a surrogate pair, of which the RFC
 * has no form, is escaped.
 */
public final class CanonicalJson {

    private static final char LAST_CONTROL = '\u001F';

    private CanonicalJson() {
    }

    /** @param value a {@link String}, or a {@link List} or a {@link Map} by names of such values */
    public static String write(Object value) {
        StringBuilder json = new StringBuilder();
        append(value, json);
        return json.toString();
    }

    private static void append(Object value, StringBuilder json) {
        if (value instanceof String text) {
            appendText(text, json);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object one : list) {
                append(one, json.append(separator));
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> object) {
            TreeMap<String, Object> sorted = new TreeMap<>();
            object.forEach((name, member) -> sorted.put((String) name, member));
            String separator = "{";
            for (Map.Entry<String, Object> member : sorted.entrySet()) {
                appendText(member.getKey(), json.append(separator));
                append(member.getValue(), json.append(':'));
                separator = ",";
            }
            json.append(sorted.isEmpty() ? "{}" : "}");
        } else {
            throw new IllegalArgumentException("no canonical form of " + value);
        }
    }

    private static void appendText(String text, StringBuilder json) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"', '\\' -> json.append('\\').append(character);
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    // UTF-8 has no place for half a surrogate pair: two texts that differ in one would have the same bytes
                    if (character <= LAST_CONTROL || Character.isSurrogate(character) && XmlCharacters.isInvalid(text, at)) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        json.append('"');
    }
}
