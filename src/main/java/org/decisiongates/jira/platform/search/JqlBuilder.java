package org.decisiongates.jira.platform.search;

import java.util.Collection;
import java.util.stream.Collectors;

/** Builds queries. */
public final class JqlBuilder {

    private static final String ORDER = "order";

    private JqlBuilder() {
    }

    /** Both must hold; an empty one always does. */
    public static String and(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : "(" + one + ") AND (" + other + ")";
    }

    /** Whatever has one of these ids or keys; an issue that does not exist is not found, which is no error. */
    public static String issues(Collection<?> idsOrKeys) {
        return "issue in (" + idsOrKeys.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** What meets the condition in these projects; in all where none is named. */
    public static String within(Collection<String> projects, String condition) {
        return projects.isEmpty() ? condition
                : and("project in (" + projects.stream().map(JqlBuilder::quoted).collect(Collectors.joining(", ")) + ")", condition);
    }

    /** What meets the condition, in the order of keys; an empty condition is met by everything. */
    public static String byKey(String condition) {
        return (condition.isEmpty() ? "" : "(" + condition + ") ") + "ORDER BY key ASC";
    }

    /** The text as a value in a query, whatever is in it. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * What a query asks for, without the order it wants. {@code order} is a reserved word of JQL: outside of quotation marks it begins
     * the ORDER BY clause and nothing else.
     */
    static String condition(String jql) {
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < jql.length(); i++) {
            char character = jql.charAt(i);
            if (character == '\\') {
                i++;
                inWord = true;
            } else if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
                inWord = false;
            } else if (!inWord && ordersAt(jql, i)) {
                return jql.substring(0, i).strip();
            } else {
                inWord = Character.isLetterOrDigit(character) || "_.-@".indexOf(character) >= 0;
            }
        }
        return jql.strip();
    }

    private static boolean ordersAt(String jql, int start) {
        int end = start + ORDER.length();
        return jql.regionMatches(true, start, ORDER, 0, ORDER.length()) && end < jql.length() && Character.isWhitespace(jql.charAt(end))
                && jql.substring(end).strip().regionMatches(true, 0, "by", 0, 2);
    }
}
