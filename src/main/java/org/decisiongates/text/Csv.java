package org.decisiongates.text;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula gets an apostrophe before it, by which
 * spreadsheets know a text: what people type into an issue must not run on the machine of whoever opens the file.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Csv() {
    }

    /** One line, its end included. */
    public static String line(Collection<String> values) {
        return values.stream().map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(String text) {
        String safe = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(character -> character == ',' || character == '"' || character == '\n' || character == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
